"""`DayCount`: counted anew for the days and districts that a change touches."""

from collections.abc import Iterable

from django.db.models import Count

from kalender.models import DayCount, EventState, Occurrence

NOT_COUNTED = (EventState.Status.CANCELLED, EventState.Status.POSTPONED)


def recount(rows: Iterable[Occurrence]) -> None:
    """Count all days and districts of these rows (old and new ones of a change) again.

    Four queries; the caller holds the lock of the window.
    """
    touched = {(row.first_day, row.district_key) for row in rows}
    if not touched:
        return
    days = {day for day, _district in touched}
    districts = {district for _day, district in touched}
    counted = Occurrence.objects.filter(
        first_day__in=days, district_key__in=districts, shared=True
    ).exclude(status__in=NOT_COUNTED)
    cell = ("first_day", "state_key", "district_key")
    in_all = counted.values(*cell).annotate(n=Count("pk"))
    by_topic = counted.filter(event__topics__isnull=False).values(*cell, "event__topics")
    fresh = [_cell(found, None, found["n"]) for found in in_all]
    fresh += [
        _cell(found, found["event__topics"], found["n"])
        for found in by_topic.annotate(n=Count("pk"))
    ]
    DayCount.objects.filter(day__in=days, district_key__in=districts).delete()
    DayCount.objects.bulk_create(fresh)


def _cell(found: dict, topic_id: int | None, count: int) -> DayCount:
    return DayCount(
        day=found["first_day"],
        state_key=found["state_key"],
        district_key=found["district_key"],
        topic_id=topic_id,
        count=count,
    )
