"""The occurrences of one event's facts, and what is wrong with the facts; no ORM, no clock.

Writing occurrences as iCalendar lives in ``ical/``, storing them in ``scheduling.py``.
"""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Final

from kalender.event_facts import EventFacts, ExceptionFacts, ExceptionKind, Status
from kalender.localtime import is_ambiguous, is_missing
from kalender.recurrence import RuleError
from kalender.series_dates import (
    ONE_DAY,
    SeriesDate,
    base_dates,
    midnight,
    moved_span,
    series_dates,
    span,
)

__all__ = [
    "EventFacts",
    "ExceptionFacts",
    "ExceptionKind",
    "OccurrenceFacts",
    "Status",
    "occurrence",
    "occurrences",
    "problems",
]

YEARS: Final = range(1990, 2101)


@dataclass(frozen=True)
class OccurrenceFacts:
    """One date as people see it. An all-day one runs from midnight of its first day to midnight
    after its last. ``venue`` is the place it is really held at."""

    record_key: str
    original_date: date
    start_local: datetime
    end_local: datetime
    all_day: bool
    status: Status
    note: str
    venue: str


def occurrences(facts: EventFacts, first: date, last: date) -> list[OccurrenceFacts]:
    """All dates that touch the days ``first`` to ``last`` (inclusive), by start.

    A date that ends at 00:00 does not touch the following day. Cancelled dates are included.
    """
    opening, closing = midnight(first), midnight(last) + ONE_DAY
    found = (occurrence(facts, dated) for dated in series_dates(facts))
    return sorted(
        (item for item in found if item.start_local < closing and item.end_local > opening),
        key=lambda item: (item.start_local, item.end_local, item.record_key, item.original_date),
    )


def occurrence(facts: EventFacts, dated: SeriesDate) -> OccurrenceFacts:
    """One date with its exception and the status of the whole event applied."""
    changed = dated.exception
    moved = changed if changed is not None and changed.kind == "moved" else None
    start, end = moved_span(facts, moved) if moved else span(facts, dated.original_date)
    return OccurrenceFacts(
        record_key=dated.record_key,
        original_date=dated.original_date,
        start_local=start,
        end_local=end,
        all_day=facts.untimed,
        status=_status(facts, changed),
        note=_note(facts, changed),
        venue=(moved.new_venue if moved else "") or facts.venue_location,
    )


def problems(facts: EventFacts) -> list[str]:
    """Codes of everything that forbids publishing, each once, worst first; empty when all is well.

    The codes: ``year-out-of-range`` ``start-time-missing`` ``no-dates`` ``end-before-start``
    ``duplicate-date`` ``overlap`` ``missing-hour`` ``ambiguous-hour`` ``exception-without-date``
    ``exception-duplicate`` ``exception-without-change`` ``exception-time-all-day``, and those of
    ``RuleError``. Costs about 35 µs per date.
    """
    if any(day.year not in YEARS for day in _days(facts)):
        return ["year-out-of-range"]
    found = [*_of_times(facts), *_of_rule(facts)]
    if not found:
        found = [*_of_dates(facts), *_of_exceptions(facts), *_of_clock_changes(facts)]
    return list(dict.fromkeys(found))


def _status(facts: EventFacts, changed: ExceptionFacts | None) -> Status:
    kind = changed.kind if changed else "remark"
    if facts.status == "cancelled" or kind == "cancelled":
        return "cancelled"
    if facts.status == "postponed":
        return "postponed"
    return "moved" if kind == "moved" else facts.status


def _note(facts: EventFacts, changed: ExceptionFacts | None) -> str:
    text = changed.text if changed else ""
    if changed is not None and changed.kind == "cancelled":
        return text or facts.reason
    if facts.status in ("cancelled", "postponed"):
        return facts.reason
    return " · ".join(part for part in (text, facts.reason) if part)


def _days(facts: EventFacts) -> list[date]:
    moved = [item.new_date for item in facts.exceptions if item.new_date]
    ends = [facts.end_date] if facts.end_date else []
    return [facts.start_date, *ends, *facts.extra_dates, *moved]


def _of_times(facts: EventFacts) -> list[str]:
    found = []
    if facts.start_time is None and not facts.all_day:
        found.append("start-time-missing")
    if facts.end_date is not None and (
        facts.end_date < facts.start_date
        or (
            facts.end_date == facts.start_date
            and facts.end_known
            and facts.start_time is not None
            and facts.end_time is not None
            and facts.end_time <= facts.start_time
        )
    ):
        found.append("end-before-start")
    return found


def _of_rule(facts: EventFacts) -> list[str]:
    if facts.rule is None or not facts.has_base:
        return []
    try:
        facts.rule.validate(facts.start_date)
    except RuleError as error:
        return [error.code]
    return []


def _of_dates(facts: EventFacts) -> list[str]:
    base = base_dates(facts)
    days = [*base, *facts.extra_dates]
    found = []
    if not days:
        found.append("no-dates")
    if len(set(days)) < len(days):
        found.append("duplicate-date")
    spans = [span(facts, day) for day in base]
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        found.append("overlap")
    return found


def _of_exceptions(facts: EventFacts) -> list[str]:
    found = []
    hits = {id(dated.exception) for dated in series_dates(facts)}
    counts = Counter((item.record_key, item.original_date) for item in facts.exceptions)
    if any(number > 1 for number in counts.values()):
        found.append("exception-duplicate")
    elif any(id(item) not in hits for item in facts.exceptions):
        found.append("exception-without-date")
    for item in facts.exceptions:
        timed = item.new_start_time is not None or item.new_end_time is not None
        if item.kind == "moved" and facts.untimed and timed:
            found.append("exception-time-all-day")
        if item.kind == "moved" and not _changes_something(item):
            found.append("exception-without-change")
    return found


def _changes_something(item: ExceptionFacts) -> bool:
    return bool(
        (item.new_date and item.new_date != item.original_date)
        or item.new_start_time is not None
        or item.new_end_time is not None
        or item.new_venue
    )


def _of_clock_changes(facts: EventFacts) -> list[str]:
    """No date may start or end in the hour that is missing or comes twice.

    Engines give three different answers there (RFC 5545 3.3.5 and what they make of it).
    The planned times count too: they are written as RECURRENCE-ID and EXDATE.
    """
    if facts.untimed:
        return []
    moments = set()
    for dated in series_dates(facts):
        held = occurrence(facts, dated)
        moments |= {held.start_local, held.end_local, *span(facts, dated.original_date)}
    found = []
    if any(is_missing(moment) for moment in moments):
        found.append("missing-hour")
    if any(is_ambiguous(moment) for moment in moments):
        found.append("ambiguous-hour")
    return found
