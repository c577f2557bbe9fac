"""Which sites the switch offers: all of them when they are few, else those that a search finds."""

from dataclasses import dataclass

from django.db.models import Q

from sites.places import hosts
from sites.places.current import FEW
from sites.places.models import Network, Place
from sites.places.tenants import Tenant, Territory

MOST = 20


@dataclass(frozen=True)
class Offers:
    tenants: list[Tenant]
    is_search: bool
    is_cut_off: bool  # there are more than are shown


def for_territory(territory: Territory, text: str = "") -> Offers:
    """One query at most."""
    if not territory.everything and len(territory.tenants) <= FEW:
        return Offers(_sorted(territory.tenants), is_search=False, is_cut_off=False)
    networks = [tenant for tenant in territory.tenants if isinstance(tenant, Network)]
    places = _found(territory, text.strip())
    shown = [] if text.strip() else networks
    return Offers([*shown, *places[:MOST]], is_search=True, is_cut_off=len(places) > MOST)


def _found(territory: Territory, text: str) -> list[Place]:
    places = Place.objects.filter(container__isnull=False, collection__isnull=False)
    if not territory.everything:
        own = [tenant.pk for tenant in territory.tenants if isinstance(tenant, Place)]
        places = places.filter(pk__in=own)
    if text.isdigit():
        places = places.filter(postcode__startswith=text)
    elif text:
        name = hosts.sort_key(text)
        places = places.filter(Q(sort_key__startswith=name) | Q(sort_key__contains=f" {name}"))
    return list(places.order_by("sort_key", "pk")[: MOST + 1])


def _sorted(tenants: list[Tenant]) -> list[Tenant]:
    """The network first, then by name."""
    return sorted(
        tenants, key=lambda tenant: (isinstance(tenant, Place), hosts.sort_key(str(tenant)))
    )
