"""Which dates does a calendar show? Every list of dates on the web asks here; feeds ask
`feed_contents`.

Rows are `Occurrence` objects with their event, picture and place. Cancelled dates are included.
Places are read through `EventListing`, never through the page tree.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from itertools import groupby

from django.db.models import F, Min, Q, QuerySet, Sum

from kalender.models import DayCount, EventListing, EventState, Occurrence, in_calendar_of
from sites.places import postcodes
from sites.places.models import Place
from sites.runtime import clock

NOT_TAKING_PLACE = (EventState.Status.CANCELLED, EventState.Status.POSTPONED)
_RELATED = ("event__image", "event__locale", "place__site")


def dates_of_place(place: Place) -> QuerySet[Occurrence]:
    """All dates in a place's calendar: owned and accepted co-hosted, by start."""
    return _rows(in_calendar_of(place))


def dates_of_network() -> QuerySet[Occurrence]:
    """The network's web calendar: what public places share, and the network's own."""
    return _rows(Q(shared=True) | Q(place__isnull=True))


def upcoming_for_place(place: Place, *, limit: int | None = None):
    """The place's calendar from now on, running dates first. One query (two with `limit`)."""
    return _upcoming(dates_of_place(place), limit)


def upcoming_for_network(*, limit: int | None = None):
    return _upcoming(dates_of_network(), limit)


def upcoming_for_region(*, state_key: str = "", district_key: str = "", limit: int | None = None):
    """Shared dates of a Land or, with its five-digit key, of a Kreis."""
    keys = {"district_key": district_key} if district_key else {"state_key": state_key}
    return _upcoming(_rows(shared=True, **keys), limit)


def upcoming_nearby(
    latitude: float, longitude: float, *, km: float, limit: int, but_place: int | None = None
) -> list[Occurrence]:
    """Shared dates of other places within `km`, one per event, soonest first, with `distance_km`.

    Distances are between places, not venues. At most two queries over 20 rows per wanted one.
    """
    south, north, west, east = postcodes.bounding_box(latitude, longitude, km)
    rows = _rows(
        shared=True, latitude__range=(south, north), longitude__range=(west, east)
    ).exclude(status__in=NOT_TAKING_PLACE)
    found: dict[int, Occurrence] = {}
    for row in _upcoming(rows.exclude(place_id=but_place), limit * 20):
        row.distance_km = postcodes.distance_km(latitude, longitude, row.latitude, row.longitude)
        if row.distance_km <= km:
            found.setdefault(row.event_id, row)
    return list(found.values())[:limit]


def on_days(rows: Iterable[Occurrence]) -> list[tuple[date, list[Occurrence]]]:
    """[(local first day, rows)] in the order given; what began before today runs today."""
    today = clock.today()

    def shown_on(row: Occurrence) -> date:
        running = row.first_day < today <= row.last_day
        return today if running else row.first_day

    return [(day, list(group)) for day, group in groupby(rows, key=shown_on)]


def attach_next_dates(places: Iterable[Place]) -> list[Place]:
    """The same places, each with `next_date`: the local day of its next date that takes place,
    or None; a `distance_km` stays. One query."""
    found = list(places)
    rows = Occurrence.objects.filter(
        Q(place=F("event__listings__place")) | ~Q(place__status=Place.Status.PREPARING),
        event__listings__place__in=[place.pk for place in found],
        event__listings__state=EventListing.State.ACCEPTED,
        end__gt=clock.now(),
    ).exclude(status__in=NOT_TAKING_PLACE)
    first = rows.order_by().values_list("event__listings__place").annotate(Min("first_day"))
    by_place = dict(first)
    today = clock.today()
    for place in found:
        day = by_place.get(place.pk)
        place.next_date = max(day, today) if day else None
        place.distance_km = getattr(place, "distance_km", None)
    return found


def count_between(first: date, last: date) -> int:
    """Shared dates that begin on the days `first` to `last` (inclusive), without cancelled ones.
    One query on day counts."""
    counted = DayCount.objects.filter(day__range=(first, last), topic__isnull=True)
    return counted.aggregate(Sum("count"))["count__sum"] or 0


def running_and_coming(
    rows: QuerySet[Occurrence], since: datetime, offset: int, count: int
) -> list[Occurrence]:
    """Rows number `offset` to `offset + count` of those that end after `since`, by start.

    Two queries, both on an index whatever the size of the table: dates that began earlier and
    still run (few), and dates that begin later.
    """
    a_day_ago = since - timedelta(days=1)
    running = rows.filter(
        Q(start__gt=a_day_ago) | Q(several_days=True), start__lte=since, end__gt=since
    )
    found = list(running[: offset + count])
    missing = offset + count - len(found)
    if missing > 0:
        start = max(offset - len(found), 0)
        coming = rows.filter(start__gt=since)[start:missing]
        return [*found[offset:], *coming]
    return found[offset:]


def _upcoming(rows: QuerySet[Occurrence], limit: int | None):
    now = clock.now()
    if limit is None:
        return rows.filter(end__gt=now)
    return running_and_coming(rows, now, 0, limit)


def _rows(*conditions: Q, **filters) -> QuerySet[Occurrence]:
    rows = Occurrence.objects.filter(*conditions, **filters).select_related(*_RELATED)
    return rows.defer("event__body").order_by("start", "pk")
