"""Which people may do something in a tenant: conditions on the table of users."""

from collections.abc import Callable

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet

from .models import Network, Place
from .roles import ROLES, RoleRule
from .tenants import Tenant

# (role's rule, the tenant, or None for a role that reaches everything) → may it?
May = Callable[[RoleRule, Tenant | None], bool]


def somewhere(may: May) -> Q:
    """Everybody with a role that may, wherever."""
    return Q(memberships__role__in=[role for role, rule in ROLES.items() if may(rule, None)])


def at(tenant: Tenant | None, may: May) -> Q:
    """Everybody with a role that may, in this tenant: its own people and those of the centre.

    What lies in no tenant belongs to the centre alone."""
    central = [role for role, rule in ROLES.items() if rule.all_places and may(rule, None)]
    everywhere = Q(memberships__role__in=central)
    if tenant is None:
        return everywhere
    local = [role for role, rule in ROLES.items() if not rule.all_places and may(rule, tenant)]
    return (Q(memberships__role__in=local) & reaching(tenant)) | everywhere


def reaching(tenant: Tenant) -> Q:
    """Memberships whose scope is or holds this tenant; of the centre those of the network."""
    if isinstance(tenant, Place):
        regions = [tenant.state_key, tenant.district_key]
        return Q(memberships__place=tenant) | Q(memberships__region_key__in=regions)
    return Q(memberships__place__isnull=True, memberships__region_key="")


def active(where: Q, *, include_superusers: bool = False) -> QuerySet:
    """The people for whom `where` holds, each once."""
    if include_superusers:
        where |= Q(is_superuser=True)
    return get_user_model().objects.filter(where, is_active=True).distinct()


def ways_to_the_office() -> str:
    """ "0351 123456, buero@netz.example"; empty without either. One query."""
    network = Network.get()
    ways = (network.contact_phone, network.contact_mail) if network else ()
    return ", ".join(way for way in ways if way)
