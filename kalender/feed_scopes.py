"""What a feed is about: its key, permanent address, name, and which dates belong to it."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Q

from kalender import feed_keys
from kalender.addresses import on_host
from kalender.models import Reach, in_calendar_of
from sites.places import hosts, postcodes
from sites.places.models import Place
from sites.places.regions import District, State


@dataclass(frozen=True)
class FeedScope:
    """`rows` selects Occurrence rows. Addresses live on the network's host and never change."""

    key: str  # of FeedState
    stem: str  # address without its suffix: "/kalender/ort/goerlitz"
    name: str  # "Termine aus Görlitz"
    page_url: str  # where people read the same dates
    rows: Q = field(compare=False)
    position: tuple[float, float] | None = None  # centre of a radius feed
    radius_km: int | None = None

    @property
    def path(self) -> str:
        return f"{self.stem}.ics"

    @property
    def google_path(self) -> str:
        """The rendition for Google, which drops cancelled entries silently."""
        return f"{self.stem}.google.ics"


def of_network() -> FeedScope:
    """Überregional only."""
    return FeedScope(
        key=feed_keys.NETWORK,
        stem="/kalender/netzwerk",
        name=f"Überregionale Termine · {settings.WAGTAIL_SITE_NAME}",
        page_url=hosts.network_url("/kalender/"),
        rows=Q(shared=True, reach=Reach.NETWORK),
    )


def of_place(place: Place) -> FeedScope:
    """The place's own and accepted co-hosted events, whatever their reach."""
    return FeedScope(
        key=feed_keys.place_key(place.slug),
        stem=f"/kalender/ort/{place.slug}",
        name=f"Termine aus {place.display_name}",
        page_url=on_host(place, "/kalender/") if place.site else hosts.network_url("/kalender/"),
        rows=in_calendar_of(place),
    )


def of_district(district: District) -> FeedScope:
    return FeedScope(
        key=feed_keys.district_key(district.key),
        stem=f"/kalender/kreis/{district.slug}",
        name=f"Termine: {district.label}",
        page_url=hosts.network_url(f"/orte/{district.state.slug}/{district.slug}/"),
        rows=Q(shared=True, district_key=district.key),
    )


def of_state(state: State) -> FeedScope:
    return FeedScope(
        key=feed_keys.state_key(state.key),
        stem=f"/kalender/land/{state.slug}",
        name=f"Termine aus {state.name}",
        page_url=hosts.network_url(f"/orte/{state.slug}/"),
        rows=Q(shared=True, state_key=state.key),
    )


def of_topic(topic) -> FeedScope:
    return FeedScope(
        key=feed_keys.topic_key(topic.slug),
        stem=f"/kalender/thema/{topic.slug}",
        name=f"Termine: {topic.name}",
        page_url=hosts.network_url("/kalender/"),
        rows=Q(shared=True, event__topics=topic),
    )


def of_radius(postcode: postcodes.Postcode | str, km: int) -> FeedScope:
    """Shared events of places within `km` of the postcode's position. Exact circle: see
    `places_within`; one query for the places when the rows are asked for."""
    area = postcodes.find(postcode) if isinstance(postcode, str) else postcode
    if area is None or km not in feed_keys.RADII:
        raise LookupError("no such radius feed")
    return FeedScope(
        key=feed_keys.radius_key(area.code, km),
        stem=f"/kalender/umkreis/{area.code}-{km}",
        name=f"Termine {km} km um {area.code} {area.places[0]}",
        page_url=hosts.network_url("/kalender/"),
        rows=Q(shared=True),
        position=(area.latitude, area.longitude),
        radius_km=km,
    )


def places_within(position: tuple[float, float], km: int) -> list[int]:
    """Places whose position lies in the circle. One query over a box, exact distance after."""
    south, north, west, east = postcodes.bounding_box(*position, km)
    around = Place.objects.filter(latitude__range=(south, north), longitude__range=(west, east))
    return [
        pk
        for pk, latitude, longitude in around.values_list("pk", "latitude", "longitude")
        if postcodes.distance_km(*position, latitude, longitude) <= km
    ]
