"""Who may give or take which role where, read from the table of roles.

A team is that of a `Place`, or the `Network`'s: the central roles and the Prozessbegleitungen.
"""

from django.core.exceptions import PermissionDenied

from sites.places.models import Network, Place
from sites.places.roles import ROLES, Role, Scope
from sites.places.tenants import Tenant, territory_of


def team_of(place: Place | None) -> Tenant:
    """The tenant whose team a membership or an invitation with this `place` belongs to."""
    tenant = place or Network.get()
    if tenant is None:
        raise PermissionDenied
    return tenant


def scopes_of(tenant: Tenant) -> frozenset[Scope]:
    if isinstance(tenant, Place):
        return frozenset({Scope.PLACE})
    return frozenset({Scope.REGION, Scope.NETWORK})


def grantable(user, tenant: Tenant) -> list[Role]:
    """The roles `user` may invite people into, in the order of the table."""
    return _allowed(user, tenant, "grants")


def dismissable(user, tenant: Tenant) -> list[Role]:
    """The roles `user` may take away or change."""
    return _allowed(user, tenant, "dismisses")


def belongs(user, tenant: Tenant) -> bool:
    """Whether `user` may see the team at all: everybody who works there."""
    return bool(territory_of(user).rules_at(tenant))


def is_closed(tenant: Tenant | None) -> bool:
    return isinstance(tenant, Place) and tenant.status == Place.Status.CLOSED


def is_archive(user, tenant: Tenant) -> bool:
    """A closed place's team stays as it is: who is in it may leave, nothing else. That binds the
    centre only where the place has become part of another, which has the team now."""
    if not is_closed(tenant):
        return False
    return bool(tenant.merged_into_id) or not territory_of(user).everything


def demand_grant(user, tenant: Tenant, role: str) -> None:
    if role not in grantable(user, tenant):
        raise PermissionDenied


def demand_dismissal(user, tenant: Tenant, role: str) -> None:
    if role not in dismissable(user, tenant):
        raise PermissionDenied


def _allowed(user, tenant: Tenant, column: str) -> list[Role]:
    if is_archive(user, tenant):
        return []
    allowed = frozenset().union(
        *(getattr(rule, column) for rule in territory_of(user).rules_at(tenant))
    )
    scopes = scopes_of(tenant)
    return [role for role in Role if role in allowed and ROLES[role].scope in scopes]
