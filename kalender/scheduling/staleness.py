"""Which feeds may have changed? Marking them is one cheap write; they are rendered when asked."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, Q

from kalender.feed_keys import NETWORK, RADII, TOPIC_PREFIX, district_key, place_key, state_key
from kalender.models import FeedState, Occurrence, Reach
from sites.places import postcodes


@dataclass
class Touched:
    """What a change touches, gathered over a batch of events."""

    keys: set[str] = field(default_factory=set)
    topics: bool = False
    positions: set[tuple[float, float]] = field(default_factory=set)

    def add_rows(self, rows: Iterable[Occurrence]) -> None:
        """Old and new rows alike: what an event leaves changes as well."""
        for row in rows:
            if row.reach == Reach.NETWORK:
                self.keys.add(NETWORK)
            if not row.shared:
                continue
            self.topics = True
            if row.place_id:
                self.keys |= {state_key(row.state_key), district_key(row.district_key)}
                self.positions.add((row.latitude, row.longitude))

    def add_place(self, slug: str) -> None:
        self.keys.add(place_key(slug))

    def mark(self) -> None:
        """One write, and one query per position."""
        affected = Q(key__in=self.keys)
        if self.topics:
            affected |= Q(key__startswith=TOPIC_PREFIX)
        circles = [pk for position in self.positions for pk in _circles_around(*position)]
        if circles:
            affected |= Q(pk__in=circles)
        if self.keys or self.topics or circles:
            mark(affected)


def mark(affected: Q) -> int:
    """Let these feeds be rendered again when next asked for; the number of them."""
    return FeedState.objects.filter(affected).update(generation=F("generation") + 1)


def _circles_around(latitude: float, longitude: float) -> list[int]:
    """Radius feeds in whose circle this position lies."""
    south, north, west, east = postcodes.bounding_box(latitude, longitude, max(RADII))
    near = FeedState.objects.filter(
        latitude__range=(south, north), longitude__range=(west, east)
    ).values_list("pk", "latitude", "longitude", "radius_km")
    return [
        pk
        for pk, lat, lon, km in near
        if postcodes.distance_km(latitude, longitude, lat, lon) <= km
    ]
