"""Asks the table before any view of the editing side runs."""

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import reject_request

from sites.places import current
from sites.places.middleware import EDITING_PREFIX
from sites.places.models import Network, Place

from .decision import decide
from .refusal import refuse
from .registry import rule_of
from .rules import Who


class GateMiddleware:
    """After authentication, messages and the current tenant."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not request.is_editing_side or not request.path_info.startswith(EDITING_PREFIX):
            return None
        rule = rule_of(request.resolver_match.view_name)
        if rule and rule.who is Who.ANYBODY:
            return None
        if not request.user.is_authenticated:
            return reject_request(request)
        answer = decide(request, rule, kwargs)
        if isinstance(answer, Place | Network):
            current.follow(request, answer)  # links lead where the opened thing is
        return None if answer else refuse(request)
