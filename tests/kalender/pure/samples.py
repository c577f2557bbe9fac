"""Events for the pure calendar tests, and what a foreign reader makes of their files."""

from datetime import UTC, date, datetime, time
from typing import Any, NamedTuple

import icalendar
import recurring_ical_events

from kalender.ical.composer import compose, record_keys
from kalender.ical.writer import Stamps, render_calendar, render_vevents
from kalender.localtime import BERLIN, to_utc
from kalender.recurrence import Rule
from kalender.series import EventFacts, ExceptionFacts, occurrences

STAMPS = Stamps(
    created=datetime(2026, 1, 1, 9, tzinfo=UTC),
    last_modified=datetime(2026, 1, 3, 10, 15, tzinfo=UTC),
    sequence=3,
)
BEFORE, AFTER = date(2020, 1, 1), date(2040, 1, 1)


class Read(NamedTuple):
    """One date as an instant pair, in UTC; whole days count from Berlin midnight."""

    start: datetime
    end: datetime
    cancelled: bool


def event(**changes: Any) -> EventFacts:
    """A Tuesday evening, 3 November 2026, 18 to 20 o'clock."""
    plain: dict[str, Any] = {
        "title": "Bürgertisch",
        "place_short_name": "Görlitz",
        "start_date": date(2026, 11, 3),
        "start_time": time(18),
        "end_time": time(20),
        "teaser": "Reden, was ansteht.",
        "info_lines": ("Anmeldung: nicht nötig", "Eintritt frei"),
        "venue_location": "Bürgerhaus Süd, Äußere Straße 5, 02826 Görlitz",
        "url": "https://goerlitz.netz.example/kalender/buergertisch/",
        "date_url_template": "https://goerlitz.netz.example/kalender/buergertisch/{date}/",
    }
    return EventFacts(**(plain | changes))


def series(rule: str, **changes: Any) -> EventFacts:
    return event(rule=Rule.parse(rule), **changes)


def cancelled(day: date, text: str = "", key: str = "") -> ExceptionFacts:
    return ExceptionFacts(record_key=key, original_date=day, kind="cancelled", text=text)


def moved(day: date, key: str = "", **changes: Any) -> ExceptionFacts:
    return ExceptionFacts(record_key=key, original_date=day, kind="moved", **changes)


def remark(day: date, text: str, key: str = "") -> ExceptionFacts:
    return ExceptionFacts(record_key=key, original_date=day, kind="remark", text=text)


def uids(facts: EventFacts) -> dict[str, str]:
    return {key: f"uid-{key or 'base'}@termine.example" for key in record_keys(facts)}


def fragments(facts: EventFacts) -> list[bytes]:
    return [render_vevents(parts, STAMPS) for parts in compose(facts, uids(facts)).values()]


def file_of(facts: EventFacts) -> bytes:
    return render_calendar(None, fragments(facts))


def parsed(facts: EventFacts) -> list[icalendar.Event]:
    """All VEVENTs as a strict reader sees them."""
    calendar = icalendar.Calendar.from_ical(file_of(facts))
    for component in calendar.walk():
        assert component.errors == []
    return calendar.events


def read_back(facts: EventFacts) -> list[Read]:
    """What an engine that knows only the file expands, by start."""
    calendar = icalendar.Calendar.from_ical(file_of(facts))
    found = recurring_ical_events.of(calendar).between(BEFORE, AFTER)
    return sorted(
        Read(_instant(item.start), _instant(item.end), item.get("STATUS") == "CANCELLED")
        for item in found
    )


def our_own(facts: EventFacts) -> list[Read]:
    """The same from ``occurrences``."""
    return sorted(
        Read(
            to_utc(item.start_local),
            to_utc(item.end_local),
            item.status in ("cancelled", "postponed"),
        )
        for item in occurrences(facts, BEFORE, AFTER)
    )


def _instant(value: date | datetime) -> datetime:
    if isinstance(value, datetime):
        assert value.tzinfo is not None, "a floating time"
        return value.astimezone(UTC)
    return datetime(value.year, value.month, value.day, tzinfo=BERLIN).astimezone(UTC)
