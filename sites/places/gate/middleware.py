"""Asks the table before any view of the editing side runs, and says no in one way only."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import reject_request

from sites.places.middleware import EDITING_PREFIX
from sites.places.models import Network, Place

from .decision import decide
from .looking import is_refused_while_looking
from .moving import move, stay
from .refusal import is_wagtails_own, refuse
from .registry import rule_of
from .rules import Who


class GateMiddleware:
    """After authentication, messages and the current tenant, and inside the one transaction of a
    form: a refusal that a view comes to late undoes what it has saved."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not (_is_guarded(request) and request.user.is_authenticated):
            return response
        if is_wagtails_own(request, response):
            stay(request)
            return refuse(request)
        if response.status_code >= 400:
            stay(request)
        if response.status_code in (404, 405):
            return refuse(request, status=response.status_code)
        return response

    def process_view(self, request: HttpRequest, view, args, kwargs) -> HttpResponse | None:
        if not _is_guarded(request):
            return None
        name = request.resolver_match.view_name
        rule = rule_of(name)
        if rule and rule.who is Who.ANYBODY:
            return None
        if not request.user.is_authenticated:
            return reject_request(request)
        if is_refused_while_looking(request, name):
            return refuse(request)
        answer = decide(request, rule, kwargs)
        if isinstance(answer, Place | Network):
            move(request, answer)
        return None if answer else refuse(request)

    def process_exception(self, request: HttpRequest, exception) -> HttpResponse | None:
        if not isinstance(exception, PermissionDenied) or not _is_guarded(request):
            return None
        if not request.user.is_authenticated:
            return None
        stay(request)
        return refuse(request)


def _is_guarded(request: HttpRequest) -> bool:
    return request.is_editing_side and request.path_info.startswith(EDITING_PREFIX)
