"""Series across both clock changes, and over night on the nights themselves."""

from datetime import UTC, date, datetime, time

import icalendar
import pytest
import recurring_ical_events

from kalender.ical.composer import compose
from kalender.ical.writer import VEvent
from kalender.series import EventFacts
from tests.kalender.pure.samples import (
    cancelled,
    event,
    file_of,
    moved,
    our_own,
    read_back,
    series,
    uids,
)

SATURDAYS = "FREQ=WEEKLY;BYDAY=SA;COUNT=4"
NIGHT = {"start_time": time(22), "end_time": time(6)}


def components(facts: EventFacts) -> tuple[VEvent, ...]:
    return compose(facts, uids(facts))[""]


@pytest.mark.parametrize("start", [date(2026, 3, 15), date(2026, 10, 11)])
def test_an_evening_series_stays_at_its_hour(start: date) -> None:
    """node-ical moves floating series by an hour; with TZID and VTIMEZONE all agree."""
    facts = series("FREQ=WEEKLY;BYDAY=SU;COUNT=5", start_date=start)
    assert len(components(facts)) == 1
    assert read_back(facts) == our_own(facts)
    assert {item.start.hour for item in our_own(facts)} == {16, 17}


def test_the_night_of_the_change_has_its_own_end() -> None:
    """RFC 5545 3.8.5.3 says equal length, half of the engines equal wall clock: a component with
    an explicit end settles it for all."""
    facts = series(SATURDAYS, start_date=date(2026, 3, 14), **NIGHT)
    master, override = components(facts)
    assert master.rrule == SATURDAYS
    assert override.recurrence_id == override.start == datetime(2026, 3, 28, 22)
    assert override.end == datetime(2026, 3, 29, 6)
    assert read_back(facts) == our_own(facts)
    assert [(item.end - item.start).seconds // 3600 for item in our_own(facts)] == [8, 8, 7, 8]


def test_the_long_night_in_october() -> None:
    facts = series(SATURDAYS, start_date=date(2026, 10, 10), **NIGHT)
    assert len(components(facts)) == 2
    assert read_back(facts) == our_own(facts)
    assert [(item.end - item.start).seconds // 3600 for item in our_own(facts)] == [8, 8, 9, 8]


@pytest.mark.parametrize("start", [date(2026, 3, 28), date(2026, 10, 24)])
def test_a_series_beginning_on_the_night_itself(start: date) -> None:
    """Its master is an hour short or long, so every date says its own end; ical.js shortens even
    the first otherwise."""
    facts = series(SATURDAYS, start_date=start, **NIGHT)
    master, *overrides = components(facts)
    assert len(overrides) == 4
    assert overrides[0].recurrence_id == master.start
    assert read_back(facts) == our_own(facts)
    assert len({(item.end - item.start) for item in our_own(facts)}) == 2


def test_every_engine_that_keeps_the_length_agrees() -> None:
    """The components without RECURRENCE-ID, read as RFC 5545 wants, end at 6 o'clock on every
    night that has no override."""
    facts = series("FREQ=WEEKLY;BYDAY=SA;COUNT=60", start_date=date(2026, 1, 3), **NIGHT)
    master, *overrides = components(facts)
    assert [item.start.date() for item in overrides if isinstance(item.start, datetime)] == [
        date(2026, 3, 28),
        date(2026, 10, 24),
    ]
    assert isinstance(master.end, datetime)
    assert isinstance(master.start, datetime)
    assert (master.end - master.start).total_seconds() == 8 * 3600


def test_a_changed_night_is_written_once() -> None:
    night = date(2026, 3, 28)
    for exception in (cancelled(night), moved(night, new_start_time=time(20))):
        facts = series(SATURDAYS, start_date=date(2026, 3, 14), exceptions=(exception,), **NIGHT)
        assert len(components(facts)) == 2
        assert read_back(facts) == our_own(facts)


def test_unknown_end_just_before_the_gap() -> None:
    """01:30 and an hour is 03:30 on 29 March 2026: a real hour, and a time that exists."""
    facts = series(
        "FREQ=WEEKLY;BYDAY=SU;COUNT=3",
        start_date=date(2026, 3, 22),
        start_time=time(1, 30),
        end_time=None,
    )
    assert read_back(facts) == our_own(facts)
    assert {(item.end - item.start).seconds for item in our_own(facts)} == {3600}
    assert len(components(facts)) == 2


def test_single_events_over_the_change() -> None:
    for day in (date(2026, 3, 28), date(2026, 10, 24)):
        facts = event(start_date=day, **NIGHT)
        assert len(components(facts)) == 1
        assert read_back(facts) == our_own(facts)


def test_whole_days_know_no_clock() -> None:
    facts = series(
        SATURDAYS, start_date=date(2026, 3, 14), all_day=True, end_date=date(2026, 3, 15)
    )
    assert len(components(facts)) == 1
    assert read_back(facts) == our_own(facts)


def test_the_embedded_zone_alone_gives_the_right_offsets() -> None:
    """Readers without a zone database have only our block; ical.js was an hour off in June with
    a generated one."""
    renamed = file_of(series("FREQ=MONTHLY;BYMONTHDAY=10;COUNT=12", start_date=date(2026, 1, 10)))
    foreign = icalendar.Calendar.from_ical(renamed.replace(b"Europe/Berlin", b"Unknown/Zone"))
    found = recurring_ical_events.of(foreign).between(date(2026, 1, 1), date(2027, 1, 1))
    hours = [item.start.astimezone(UTC).hour for item in sorted(found, key=lambda e: e.start)]
    assert hours == [17, 17, 17, 16, 16, 16, 16, 16, 16, 16, 17, 17]
