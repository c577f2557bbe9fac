"""Whether a person may ask for an address: the rule, the role, the objects. Changes nothing, so
that menus and buttons can ask, too."""

from django.http import HttpRequest
from django.urls import Resolver404, resolve

from sites.places.models import Network, Place
from sites.places.roles import ROLES, Role
from sites.places.tenants import Tenant, memberships_of, territory_of

from .registry import rule_of
from .rules import Rule, Who


def decide(request: HttpRequest, rule: Rule | None, kwargs: dict) -> Tenant | bool:
    """False: no. A tenant: yes, and there. True: yes. Queries: those of the object rules."""
    if rule and rule.who is Who.SIGNED_IN:
        return request.user.is_authenticated
    if not _is_among(request, rule):
        return False
    answer: Tenant | bool = True
    for ask in rule.objects if rule else ():
        found = ask(request, kwargs)
        if not found:
            return False
        if isinstance(found, Place | Network):
            answer = found
    return answer


def may_follow(request: HttpRequest, url: str) -> bool:
    """Whether this link of the editing side would be refused. Addresses elsewhere are open."""
    try:
        match = resolve(url.split("?")[0].split("#")[0])
    except Resolver404:
        return True
    rule = rule_of(match.view_name)
    if rule and rule.who is Who.ANYBODY:
        return True
    return bool(decide(request, rule, match.kwargs))


def is_offered(user, view_name: str) -> bool:
    """Whether anybody like this person is let in at all, whatever the object. No queries."""
    rule = rule_of(view_name)
    if rule is None or rule.who is Who.CENTRE:
        return territory_of(user).everything
    return rule.who is not Who.NOBODY


def _is_among(request: HttpRequest, rule: Rule | None) -> bool:
    user = request.user
    territory = territory_of(user)
    if rule is None:
        return territory.everything
    if rule.who is Who.NOBODY or not user.has_perm("wagtailadmin.access_admin"):
        return False
    if rule.who is Who.CENTRE and not territory.everything:
        return False
    if rule.who is Who.CENTRAL_ROLES and not (
        territory.everything or _has_role(user, {Role.NETWORK_EDITOR})
    ):
        return False
    if rule.permission and not user.has_perm(rule.permission):
        return False
    return not rule.roles or territory.everything or _has_role_here(request, rule.roles)


def _has_role(user, wanted) -> bool:
    return any(membership.role in wanted for membership in memberships_of(user))


def _has_role_here(request: HttpRequest, wanted) -> bool:
    rules = [ROLES[role] for role in wanted]
    here = territory_of(request.user).rules_at(request.tenant) if request.tenant else []
    return any(rule is one for rule in here for one in rules)
