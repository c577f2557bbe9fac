"""The engines agree with one another, and with dates counted by hand, before they judge us."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.engines import BERLIN, EngineError, Instance, icaljs, libical, nodeical, pyical

FIXTURES = Path(__file__).parent / "fixtures"
ENGINES = [pyical, icaljs, nodeical, libical]
WINDOW = datetime(2026, 10, 1, tzinfo=UTC), datetime(2027, 10, 1, tzinfo=UTC)

engines = pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.__name__[14:])


def fixture(name: str) -> bytes:
    return (FIXTURES / f"{name}.ics").read_bytes()


def local(instances: list[Instance]) -> list[str]:
    """Wall-clock times in Germany, with the offset: "2026-10-12 19:00+0200"."""
    return [f"{item.start_utc.astimezone(BERLIN):%Y-%m-%d %H:%M%z}" for item in instances]


@engines
def test_series_keeps_its_wall_clock_time_across_both_clock_changes(engine):
    """RFC 5545 §3.8.5.3 and §3.8.5.1: second and last Monday, without the EXDATE 28 December."""
    found = engine.expand(fixture("series_across_both_changes"), *WINDOW)
    assert local(found) == [
        "2026-10-12 19:00+0200",
        "2026-10-26 19:00+0100",
        "2026-11-09 19:00+0100",
        "2026-11-30 19:00+0100",
        "2026-12-14 19:00+0100",
        "2027-01-11 19:00+0100",
        "2027-01-25 19:00+0100",
        "2027-02-08 19:00+0100",
        "2027-02-22 19:00+0100",
        "2027-03-08 19:00+0100",
        "2027-03-30 17:30+0200",
        "2027-04-12 19:00+0200",
    ]


@engines
def test_override_replaces_the_date_it_names(engine):
    """RFC 5545 §3.8.4.4: one date of the series is cancelled, one is moved to the next day."""
    found = engine.expand(fixture("series_across_both_changes"), *WINDOW)
    assert [item.summary for item in found if item.status == "CANCELLED"] == [
        "ABGESAGT: Moabiter Montag"
    ]
    moved = next(item for item in found if item.summary == "Moabiter Montag im Freien")
    assert moved.end_utc == datetime(2027, 3, 30, 18, 0, tzinfo=UTC)
    assert moved.uid == "montag@termine.example.org"


@engines
def test_all_day_instances_run_from_midnight_to_midnight(engine):
    """RFC 5545 §3.3.4: DATE values; the end is exclusive; a change of clocks lies within."""
    found = engine.expand(fixture("all_day"), *WINDOW)
    assert all(item.all_day for item in found)
    assert local(found) == [
        "2026-10-24 00:00+0200",
        "2026-11-07 00:00+0100",
        "2027-03-26 00:00+0100",
    ]
    assert found[2].end_utc.astimezone(BERLIN) == datetime(2027, 3, 30, tzinfo=BERLIN)


@engines
def test_night_of_the_change_ends_when_its_override_says(engine):
    found = engine.expand(fixture("overnight"), *WINDOW)
    assert [f"{item.end_utc:%d. %H:%M}" for item in found] == [
        "11. 02:00",
        "18. 02:00",
        "25. 03:00",
    ]


@engines
def test_cancelled_event_stays_visible(engine):
    (only,) = engine.expand(fixture("cancelled"), *WINDOW)
    assert (only.status, only.all_day) == ("CANCELLED", False)
    assert only.start_utc == datetime(2026, 12, 1, 17, 0, tzinfo=UTC)


@engines
def test_calendar_with_nothing_but_its_zone_is_empty(engine):
    assert engine.expand(fixture("empty"), *WINDOW) == []


@engines
def test_window_takes_starts_from_its_beginning_to_before_its_end(engine):
    start = datetime(2026, 10, 26, 18, 0, tzinfo=UTC)
    end = datetime(2026, 11, 30, 18, 0, tzinfo=UTC)
    found = engine.expand(fixture("series_across_both_changes"), start, end)
    assert local(found) == ["2026-10-26 19:00+0100", "2026-11-09 19:00+0100"]


@engines
def test_many_calendars_at_once_give_the_same_as_one_by_one(engine):
    calendars = {name: fixture(name) for name in ("all_day", "cancelled", "empty", "overnight")}
    expected = {name: engine.expand(ics, *WINDOW) for name, ics in calendars.items()}
    assert engine.expand_many(calendars, *WINDOW) == expected


@pytest.mark.parametrize(
    ("name", "strict"),
    [
        ("bad_date", [pyical]),
        ("bad_latin1", ENGINES),
        ("bad_orphan_override", [icaljs]),
        ("bad_rule", ENGINES),
        ("bad_truncated", [pyical, icaljs, libical]),
        ("bad_two_calendars", [pyical, icaljs, libical]),
        ("bad_unknown_zone", [pyical, icaljs]),
    ],
)
def test_broken_calendar_is_refused(name, strict):
    for engine in strict:
        with pytest.raises(EngineError):
            engine.expand(fixture(name), *WINDOW)


@engines
def test_broken_calendar_among_many_is_named(engine):
    calendars = {"good": fixture("cancelled"), "broken": fixture("bad_rule")}
    with pytest.raises(EngineError, match="broken"):
        engine.expand_many(calendars, *WINDOW)


def test_libical_lists_what_it_could_not_use():
    assert libical.problems(fixture("series_across_both_changes")) == []
    (problem,) = libical.problems(fixture("bad_rule"))
    assert "RRULE" in problem


def test_libical_counts_events_and_overrides():
    assert libical.count_events(fixture("series_across_both_changes")) == 3
