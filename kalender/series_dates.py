"""Which dates an event has, which record carries each, and from when to when each is planned."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kalender.event_facts import BASE_RECORD, MOVED_PREFIX, EventFacts, ExceptionFacts
from kalender.localtime import one_hour_later

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class SeriesDate:
    """One date of an event: the record (UID) that carries it and what differs on it."""

    record_key: str
    original_date: date
    exception: ExceptionFacts | None = None


def series_dates(facts: EventFacts) -> Iterator[SeriesDate]:
    """All dates with the records that carry them: the base ascending, then the irregular ones.

    Exceptions that hit no date are passed over.
    """
    exceptions = {(item.record_key, item.original_date): item for item in facts.exceptions}
    detached = _detached(facts)
    for day in base_dates(facts):
        key = f"{MOVED_PREFIX}{day.isoformat()}" if day in detached else BASE_RECORD
        yield SeriesDate(key, day, exceptions.get((BASE_RECORD, day)))
    for day in sorted(set(facts.extra_dates)):
        key = day.isoformat()
        yield SeriesDate(key, day, exceptions.get((key, day)))


def base_dates(facts: EventFacts) -> list[date]:
    """Original dates of the base record: the rule's, or the single day, or none."""
    if not facts.has_base:
        return []
    return (facts.rule.dates(facts.start_date) if facts.rule else []) or [facts.start_date]


def span(facts: EventFacts, day: date) -> tuple[datetime, datetime]:
    """Planned start and end of the date on ``day``, the end by wall clock.

    An unknown end is one real hour later, or midnight after the last of several days. An end
    not after the start is on the next day.
    """
    further_days = timedelta(days=facts.further_days)
    if facts.untimed or facts.start_time is None:
        return midnight(day), midnight(day) + further_days + ONE_DAY
    start = datetime.combine(day, facts.start_time)
    if facts.open_end or facts.end_time is None:
        whole_days = midnight(day) + further_days + ONE_DAY
        return start, whole_days if further_days else one_hour_later(start)
    return start, _after(start, datetime.combine(day, facts.end_time) + further_days)


def moved_span(facts: EventFacts, moved: ExceptionFacts) -> tuple[datetime, datetime]:
    """Start and end of a moved date; with a new start alone it keeps its length."""
    day = moved.new_date or moved.original_date
    planned_start, planned_end = span(facts, day)
    if facts.untimed:
        return planned_start, planned_end
    start = datetime.combine(day, moved.new_start_time or planned_start.time())
    if moved.new_end_time is not None:
        further_days = timedelta(days=facts.further_days)
        return start, _after(start, datetime.combine(day, moved.new_end_time) + further_days)
    if facts.end_known:
        return start, start + (planned_end - planned_start)
    return start, planned_end if facts.further_days else one_hour_later(start)


def midnight(day: date) -> datetime:
    """The naive local start of a day."""
    return datetime.combine(day, time())


def _detached(facts: EventFacts) -> frozenset[date]:
    """Rule dates moved onto or past a neighbour, which Outlook refuses inside a series.

    MS-OXCICAL 2.1.3.1.1.20.18: an exception lies strictly between its neighbours' days.
    """
    days = base_dates(facts)
    moves = {
        item.original_date: item.new_date
        for item in facts.exceptions
        if item.record_key == BASE_RECORD and item.kind == "moved" and item.new_date
    }
    detached: set[date] = set()
    if len(days) < 2 or not moves:
        return frozenset()
    floor = date.min
    for position, day in enumerate(days):
        actual = moves.get(day, day)
        ceiling = days[position + 1] if position + 1 < len(days) else date.max
        if floor < actual < ceiling:
            floor = max(day, actual)
        else:
            detached.add(day)
            floor = day
    return frozenset(detached)


def _after(start: datetime, end: datetime) -> datetime:
    return end if end > start else end + ONE_DAY
