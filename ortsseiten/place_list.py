"""Which places does the centre's list show? Bounded queries, whatever the number of places."""

from datetime import datetime, timedelta

from django.db.models import Count, F, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.places import hosts
from sites.places.models import HostAlias, Membership, Place
from sites.places.slugs import slugify_german
from sites.places.tenants import memberships_of, territory_of
from sites.runtime import clock

ORDERS = {
    "": ("sort_key", "pk"),
    "still": (F("last_activity_at").asc(nulls_first=True), "sort_key"),
    "aktiv": (F("last_activity_at").desc(nulls_last=True), "sort_key"),
    "neu": ("-created_at", "sort_key"),
}
FROZEN, REVIEWED = "angehalten", "geprueft"
MONTH = timedelta(days=30)


def places_seen_by(user) -> QuerySet[Place]:
    """All places for who works everywhere, those of the region for a facilitator, else none."""
    if territory_of(user).everything:
        return Place.objects.all()
    keys = region_keys(user)
    return Place.objects.filter(Q(state_key__in=keys) | Q(district_key__in=keys))


def region_keys(user) -> list[str]:
    return [row.region_key for row in memberships_of(user) if row.region_key]


def sees_places(user) -> bool:
    return territory_of(user).everything or bool(region_keys(user))


def search(places: QuerySet[Place], text: str) -> QuerySet[Place]:
    """By the beginning of a name or of a word in it, by postcode or by host. "ö", "oe" and "o" are
    the same: names are compared in the forms of `sort_key` and of the slug."""
    text = "".join(char for char in text if char.isprintable()).strip()
    if not text:
        return places
    if text.isascii() and text.isdigit():
        return places.filter(postcode__startswith=text)
    found = Q()
    key, slug = hosts.sort_key(text), slugify_german(text)
    for name in {key, _without_e(slug).replace("-", " ")} - {""}:
        found |= Q(sort_key__startswith=name) | Q(sort_key__contains=f" {name}")
    if slug:
        found |= Q(slug__startswith=slug) | Q(slug__contains=f"-{slug}")
    if "." in text or not found:
        host = text.lower().removeprefix("https://").removeprefix("http://").partition("/")[0]
        host = _idna(host)
        aliases = HostAlias.objects.filter(hostname__startswith=host).values("site")
        found |= Q(site__hostname__startswith=host) | Q(site__in=aliases)
    return places.filter(found)


def narrowed(places: QuerySet[Place], *, state="", district="", status="", quiet=0):
    """`status` is one of the place's states, or FROZEN or REVIEWED; `quiet` counts months."""
    if district:
        places = places.filter(district_key=district)
    elif state:
        places = places.filter(state_key=state)
    if status == FROZEN:
        places = places.filter(publishing_frozen_at__isnull=False)
    elif status == REVIEWED:
        places = places.filter(under_review_at__isnull=False)
    elif status:
        places = places.filter(status=status)
    if quiet:
        since = clock.now() - quiet * MONTH
        never = Q(last_activity_at__isnull=True, created_at__lt=since)
        places = places.filter(Q(last_activity_at__lt=since) | never)
    return places


def attach_team_sizes(places: list[Place]) -> list[Place]:
    """Each with `team_size`. One query."""
    counted = Membership.objects.filter(place__in=places).order_by().values_list("place")
    sizes = dict(counted.annotate(Count("user", distinct=True)))
    for place in places:
        place.team_size = sizes.get(place.pk, 0)
    return places


def since(moment: datetime | None) -> str:
    """ "heute", "gestern", "vor 5 Tagen", "vor 3 Monaten", "noch nichts"."""
    if moment is None:
        return _("noch nichts")
    days = (clock.today() - moment.astimezone(clock.BERLIN).date()).days
    if days <= 0:
        return _("heute")
    if days == 1:
        return _("gestern")
    if days < 60:
        return _("vor %d Tagen") % days
    if days < 730:
        return _("vor %d Monaten") % (days // 30)
    return _("vor %d Jahren") % (days // 365)


def team_size_text(size: int) -> str:
    if not size:
        return _("niemand")
    return ngettext("%d Person", "%d Personen", size) % size


def _without_e(slug: str) -> str:
    return slug.replace("ae", "a").replace("oe", "o").replace("ue", "u")


def _idna(host: str) -> str:
    try:
        return hosts.normalise(host)
    except UnicodeError:
        return host
