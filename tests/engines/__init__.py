"""Four independent programs that read iCalendar, so that no feed is judged by our own code alone.

`pyical` (icalendar + recurring-ical-events), `icaljs` (ical.js, as in Thunderbird), `nodeical`
(node-ical) and `libical` (libical 3, as in many desktop calendars) all answer

    expand(ics, start, end) -> list[Instance]                       one calendar
    expand_many({name: ics, …}, start, end) -> {name: [Instance]}   many, one process

with every instance that *starts* in [start, end), in the order of time, and raise `EngineError`
for anything they find wrong with the calendar. Only the standard library is imported here.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


class EngineError(Exception):
    """A calendar that an engine does not read without complaint, or the engine is not there."""


@dataclass(frozen=True, order=True)
class Instance:
    """One occurrence as an engine sees it.

    All-day instances run from midnight to midnight in Europe/Berlin. `status` is empty where the
    file gives none.
    """

    start_utc: datetime
    end_utc: datetime
    uid: str
    all_day: bool
    status: str
    summary: str


def decode(ics: bytes) -> str:
    """A calendar's text: UTF-8 and nothing else (RFC 5545 §3.1.4)."""
    try:
        return ics.decode("utf-8")
    except UnicodeDecodeError as problem:
        raise EngineError(f"not UTF-8: {problem}") from problem


def midnight(day: date) -> datetime:
    """The instant at which a day begins in Europe/Berlin, in UTC."""
    return datetime.combine(day, time(), BERLIN).astimezone(UTC)


def in_window(instances: list[Instance], start: datetime, end: datetime) -> list[Instance]:
    return sorted(instance for instance in instances if start <= instance.start_utc < end)
