"""Which places are listed, and which are near? Ordered on a flat map, exact distance after."""

from math import cos, radians

from django.db.models import F, QuerySet

from . import postcodes
from .models import Place
from .models.place import LISTED_STATUSES


def listed_places() -> QuerySet[Place]:
    """Active and pausing places in alphabetical order, with their sites. One query."""
    return Place.objects.filter(status__in=LISTED_STATUSES, site__isnull=False).select_related(
        "site"
    )


def nearest(
    latitude: float, longitude: float, *, limit: int, km: float = 100, but: Place | None = None
) -> list[Place]:
    """Listed places within `km`, nearest first, with `distance_km`. One query over a box that
    gives a few rows, however many places lie in it."""
    south, north, west, east = postcodes.bounding_box(latitude, longitude, km)
    around = listed_places().filter(latitude__range=(south, north), longitude__range=(west, east))
    if but:
        around = around.exclude(pk=but.pk)
    # On the flat map; over 100 km its order is that on the globe but for hundredths of a per cent.
    north_south = F("latitude") - latitude
    east_west = (F("longitude") - longitude) * cos(radians(latitude))
    on_the_map = north_south * north_south + east_west * east_west
    found = list(around.order_by(on_the_map, "pk")[: 2 * limit + 5])
    for place in found:
        place.distance_km = postcodes.distance_km(
            latitude, longitude, place.latitude, place.longitude
        )
    found = [place for place in found if place.distance_km <= km]
    return sorted(found, key=lambda place: place.distance_km)[:limit]
