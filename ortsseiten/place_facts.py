"""What the centre sees of one place. A fixed number of queries."""

from dataclasses import dataclass

from django.db.models import Count
from django.utils.translation import gettext as _

from kalender.feed_scopes import of_place
from kalender.listing import NOT_TAKING_PLACE
from kalender.models import Occurrence
from sites.content.models import PlaceSettings
from sites.places import hosts
from sites.places.models import HistoryEntry, HostAlias, Membership, Place
from sites.places.roles import Role
from sites.runtime import clock

from .place_list import since

ENTRIES = 8


@dataclass(frozen=True)
class SeenOfPlace:
    rows: list[tuple[str, str]]
    team: str
    has_team: bool
    history: list[HistoryEntry]
    coming: int  # dates still to take place


def facts_of(place: Place) -> SeenOfPlace:
    """Six queries."""
    rows = [
        (_("Stand"), status_text(place)),
        (_("Amtlicher Name"), place.official_name),
        (_("Gruppe"), place.group_name),
        (_("Wo"), f"{place.postcode}, {place.district_label}, {place.state_name}"),
        (_("Adresse"), hosts.for_people(place.site.hostname) if place.site else ""),
        (_("Führt auch hierher"), ", ".join(_aliases(place))),
        (_("Kalender-Abo"), hosts.network_url(of_place(place).path)),
        (_("Kontakt"), _contact(place)),
        (_("Träger"), place.responsible_body.name),
        (_("Letztes Lebenszeichen"), since(place.last_activity_at)),
    ]
    team = _team_by_role(place)
    entries = HistoryEntry.objects.filter(place=place).select_related("actor")[:ENTRIES]
    return SeenOfPlace(
        rows=[row for row in rows if row[1]],
        team=team or _("niemand"),
        has_team=bool(team),
        history=list(entries),
        coming=coming_dates(place),
    )


def status_text(place: Place) -> str:
    if place.merged_into:
        return _("gehört jetzt zu %s") % place.merged_into.display_name
    parts = [place.get_status_display()]
    if place.publishing_frozen_at:
        parts.append(_("Veröffentlichen angehalten"))
    if place.under_review_at:
        parts.append(_("wird geprüft"))
    return ", ".join(parts)


def team_text(place: Place) -> str:
    """ "2 Ortskoordination, 1 Redaktion", "niemand"."""
    return _team_by_role(place) or _("niemand")


def _team_by_role(place: Place) -> str:
    counted = Membership.objects.filter(place=place).order_by().values_list("role")
    sizes = dict(counted.annotate(Count("pk")))
    return ", ".join(f"{sizes[role]} {role.label}" for role in Role if role in sizes)


def coming_dates(place: Place) -> int:
    rows = Occurrence.objects.filter(place=place, end__gt=clock.now())
    return rows.exclude(status__in=NOT_TAKING_PLACE).count()


def _aliases(place: Place) -> list[str]:
    found = HostAlias.objects.filter(site=place.site_id).values_list("hostname", flat=True)
    return [hosts.for_people(hostname) for hostname in found]


def _contact(place: Place) -> str:
    settings = PlaceSettings.objects.filter(site=place.site_id).first()
    contact = settings.contact if settings else None
    return ", ".join(part for part in contact.values() if part) if contact else ""
