"""The engine of Python: icalendar parses, recurring-ical-events expands."""

from datetime import UTC, date, datetime, timedelta

import icalendar
import recurring_ical_events

from tests.engines import EngineError, Instance, decode, in_window, midnight


def expand_many(
    calendars: dict[str, bytes], start: datetime, end: datetime
) -> dict[str, list[Instance]]:
    found = {}
    for name, ics in calendars.items():
        try:
            found[name] = expand(ics, start, end)
        except EngineError as problem:
            raise EngineError(f"{name}: {problem}") from problem
    return found


def expand(ics: bytes, start: datetime, end: datetime) -> list[Instance]:
    calendar = parse(ics)
    try:
        # The engine answers with what overlaps the window; a day more on both sides keeps what
        # it cuts by local dates.
        day = timedelta(days=1)
        events = recurring_ical_events.of(calendar).between(start - day, end + day)
    except Exception as problem:
        raise EngineError(f"recurring-ical-events: {problem!r}") from problem
    return in_window([_instance(event) for event in events], start, end)


def parse(ics: bytes) -> icalendar.Calendar:
    """One VCALENDAR, strictly: UTF-8, no property that icalendar set aside, no floating time."""
    try:
        calendars = icalendar.Calendar.from_ical(decode(ics), multiple=True)
    except ValueError as problem:
        raise EngineError(f"icalendar: {problem}") from problem
    if len(calendars) != 1 or not isinstance(calendars[0], icalendar.Calendar):
        raise EngineError(f"icalendar: {len(calendars)} calendars in one file")
    for component in calendars[0].walk():
        if component.errors:
            raise EngineError(f"icalendar: {component.name}: {component.errors}")
    for event in calendars[0].walk("VEVENT"):
        for name in ("DTSTART", "DTEND", "RECURRENCE-ID"):
            value = event.decoded(name, None)
            if isinstance(value, datetime) and value.tzinfo is None:
                raise EngineError(f"icalendar: {name} of {event.get('UID')} has no zone")
    return calendars[0]


def _instance(event: icalendar.Event) -> Instance:
    start, end = event.start, event.end
    return Instance(
        start_utc=_utc(start),
        end_utc=_utc(end),
        uid=str(event["UID"]),
        all_day=not isinstance(start, datetime),
        status=str(event.get("STATUS", "")),
        summary=str(event.get("SUMMARY", "")),
    )


def _utc(value: date | datetime) -> datetime:
    return value.astimezone(UTC) if isinstance(value, datetime) else midnight(value)
