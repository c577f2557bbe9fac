"""Who can help somebody on: the place's coordination, else the region's, else the network."""

from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from sites.places.models import Membership, Network, Place
from sites.places.roles import Role
from sites.places.tenants import Tenant


@dataclass(frozen=True)
class Contact:
    name: str
    mail: str
    phone: str = ""


def whom_to_ask(user, tenant: Tenant | None) -> list[Contact]:
    """Never the person themselves. Three queries at most."""
    if isinstance(tenant, Place):
        region = Q(region_key__in=[tenant.state_key, tenant.district_key])
        for role, where in (
            (Role.COORDINATION, Q(place=tenant)),
            (Role.FACILITATOR, region),
        ):
            if found := _people(user, role, where):
                return found
    network = Network.get()
    if network is None or not (network.contact_mail or network.contact_phone):
        return []
    return [
        Contact(_("Netzwerkbüro"), network.contact_mail, network.contact_phone),
    ]


def _people(user, role: Role, where: Q) -> list[Contact]:
    rows = (
        Membership.objects.filter(where, role=role, user__is_active=True)
        .exclude(user_id=user.pk)
        .select_related("user")
        .order_by("user__last_name", "user__first_name", "pk")
    )
    return [Contact(row.user.get_full_name(), row.user.email) for row in rows]
