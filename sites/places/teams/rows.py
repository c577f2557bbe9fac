"""The rows of a team, and how sentences name them."""

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from sites.places import regions
from sites.places.models import Invitation, Membership, Network, Place
from sites.runtime import clock


def members(place: Place | None) -> QuerySet[Membership]:
    """The people of a team with their accounts; None is the network's."""
    return Membership.objects.filter(place=place, user__is_active=True).select_related("user")


def member(email: str, place: Place | None, region_key: str) -> Membership | None:
    found = Membership.objects.filter(user__email=email, place=place, region_key=region_key)
    return found.select_related("user").first()


def open_invitations(place: Place | None) -> QuerySet[Invitation]:
    """Neither accepted nor withdrawn; expired ones are among them, they can be sent again."""
    return Invitation.objects.filter(
        place=place, accepted_at__isnull=True, withdrawn_at__isnull=True
    ).select_related("invited_by")


def lock_team(place: Place | None) -> None:
    """Whoever changes the same team waits until this transaction ends (PostgreSQL; SQLite lets
    one writer in anyway)."""
    if place:
        Place.objects.select_for_update().filter(pk=place.pk).values_list("pk").first()
    else:
        Network.objects.select_for_update().values_list("pk").first()


def is_last(membership: Membership) -> bool:
    """Whether the team would lose its only person with a role it cannot do without."""
    if not membership.rule.needs_successor:
        return False
    others = members(membership.place).filter(role=membership.role)
    return not others.exclude(pk=membership.pk).exists()


def withdraw(invitation: Invitation) -> None:
    invitation.withdrawn_at = clock.now()
    invitation.save(update_fields=["withdrawn_at"])


def who(invitation: Invitation) -> str:
    return invitation.name or invitation.email


def label(row: Membership | Invitation) -> str:
    """ "Redaktion", "Prozessbegleitung, Landkreis Görlitz"."""
    name = row.get_role_display()
    return f"{name}, {region_label(row.region_key)}" if row.region_key else name


def region_label(key: str) -> str:
    if key in regions.STATES:
        return regions.STATES[key].name
    district = regions.districts().get(key)
    return district.label if district else key


def where(place: Place | None, region_key: str = "") -> str:
    """ "in Görlitz", "in der Region Sachsen", "im Netzwerk": what completes "im Team …"."""
    if place:
        return place.in_name
    if region_key:
        return _("in der Region %s") % region_label(region_key)
    return _("im Netzwerk")
