"""German postcodes: municipality names, position, district. Pure; read once per process.

The table is `postcodes.csv` (8,166 rows, see DATA-LICENSES.md); reading it takes about 30 ms.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path

_EARTH_RADIUS_KM = 6371.0
# Neuwerk lies off Cuxhaven but belongs to Hamburg; the source's nearest polygon is wrong there.
_CORRECTIONS = {"27499": ("02000", "Hamburg", "Hamburg")}


@dataclass(frozen=True)
class Postcode:
    code: str
    places: tuple[str, ...]
    latitude: float  # WGS 84, degrees
    longitude: float
    district_key: str
    district: str
    state: str


@cache
def _table() -> dict[str, Postcode]:
    path = Path(__file__).with_name("postcodes.csv")
    table = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            code = row["postcode"]
            key, district, state = _CORRECTIONS.get(
                code, (row["district_key"], row["district"], row["state"])
            )
            table[code] = Postcode(
                code=code,
                places=tuple(row["places"].split("|")),
                latitude=float(row["latitude"]),
                longitude=float(row["longitude"]),
                district_key=key,
                district=district,
                state=state,
            )
    return table


def rows() -> Iterator[Postcode]:
    yield from _table().values()


def find(code: str) -> Postcode | None:
    """The row of a five-digit postcode, or None (special postcodes have no area)."""
    return _table().get(code.strip())


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine; the error is below 0.5 %)."""
    p1, p2 = radians(lat1), radians(lat2)
    a = sin((p2 - p1) / 2) ** 2 + cos(p1) * cos(p2) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(sqrt(a))


def bounding_box(lat: float, lon: float, km: float) -> tuple[float, float, float, float]:
    """(south, north, west, east) in degrees around a circle: a cheap filter before distance_km."""
    d_lat = km / 110.5
    d_lon = km / (111.3 * cos(radians(lat)))
    return lat - d_lat, lat + d_lat, lon - d_lon, lon + d_lon
