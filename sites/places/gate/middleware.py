"""Asks the table before any view of the editing side runs."""

from django.http import HttpRequest, HttpResponse
from wagtail.admin.auth import reject_request

from sites.places.middleware import EDITING_PREFIX
from sites.places.roles import ROLES, Role
from sites.places.tenants import memberships_of, territory_of

from .refusal import refuse
from .registry import rule_of
from .rules import Rule, Who


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
        return None if passes(request, rule, kwargs) else refuse(request)


def passes(request: HttpRequest, rule: Rule | None, kwargs: dict) -> bool:
    """Whether this person may ask for this. Queries: those of the object rules."""
    territory = territory_of(request.user)
    if rule is None:
        return territory.everything
    if rule.who is Who.NOBODY:
        return False
    if rule.who is Who.CENTRE and not territory.everything:
        return False
    if rule.who is Who.CENTRAL_ROLES and not (
        territory.everything or _has_role(request, {Role.NETWORK_EDITOR})
    ):
        return False
    if rule.permission and not request.user.has_perm(rule.permission):
        return False
    if rule.roles and not (territory.everything or _has_role_here(request, rule.roles)):
        return False
    return all(holds(request, kwargs) for holds in rule.objects)


def _has_role(request: HttpRequest, wanted) -> bool:
    return any(membership.role in wanted for membership in memberships_of(request.user))


def _has_role_here(request: HttpRequest, wanted) -> bool:
    rules = {id(ROLES[role]) for role in wanted}
    here = territory_of(request.user).rules_at(request.tenant) if request.tenant else []
    return any(id(rule) in rules for rule in here)
