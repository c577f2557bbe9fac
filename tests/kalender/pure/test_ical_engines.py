"""Python, ical.js, node-ical and libical expand our files to the same instants as we do."""

from datetime import UTC, date, datetime, time
from types import ModuleType

import pytest

from kalender.ical.writer import CalendarHeader, render_calendar
from kalender.series import EventFacts
from tests.engines import icaljs, libical, nodeical, pyical
from tests.kalender.pure.samples import (
    cancelled,
    event,
    file_of,
    fragments,
    moved,
    our_own,
    remark,
    series,
)
from tests.kalender.pure.test_ical_expansion import FIRST, RULES, TIMES, beginning

WINDOW = datetime(2020, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
SATURDAYS = "FREQ=WEEKLY;BYDAY=SA;COUNT=60"
HOSTILE = 'a;b,c\\n\\d:e"f^g\r\nEND:VEVENT\u2028\x00\x07' + "\U0001f389" * 40

engines = pytest.mark.parametrize("engine", [pyical, icaljs, nodeical, libical])


def special_cases() -> list[EventFacts]:
    night = {"start_time": time(22), "end_time": time(6)}
    nights = {"start_date": date(2026, 1, 3), **night}
    changes = (
        cancelled(date(2026, 1, 10), HOSTILE),
        moved(date(2026, 1, 17), new_date=date(2026, 1, 18), new_start_time=time(9)),
        moved(date(2026, 1, 24), new_date=date(2026, 3, 1), new_venue="Markt"),
        cancelled(date(2026, 3, 28), "In dieser Nacht nicht"),
        remark(date(2026, 10, 24), HOSTILE),
    )
    return [
        series(SATURDAYS, **nights),
        series(SATURDAYS, **nights, exceptions=changes),
        series(SATURDAYS, **nights, exceptions=changes, status="cancelled"),
        series(SATURDAYS, start_date=date(2026, 3, 28), **night),
        series(SATURDAYS, start_date=date(2026, 1, 3), all_day=True, exceptions=changes[3:]),
        event(has_base=False, extra_dates=(date(2026, 3, 28), date(2026, 10, 24)), **night),
        event(title=HOSTILE, teaser=HOSTILE, venue_location=HOSTILE, categories=(HOSTILE,)),
        event(latitude=51.15, longitude=14.98, online_url="https://raum.example/ä b"),
    ]


def instants(engine: ModuleType, files: dict[str, bytes]) -> dict[str, list[tuple[object, ...]]]:
    return {
        name: sorted((item.start_utc, item.end_utc, item.status == "CANCELLED") for item in found)
        for name, found in engine.expand_many(files, *WINDOW).items()
    }


@engines
def test_all_templates_and_special_cases(engine: ModuleType) -> None:
    templates = [beginning(text, FIRST, **times) for text in RULES for times in TIMES]
    facts = {str(number): item for number, item in enumerate([*templates, *special_cases()])}
    found = instants(engine, {name: file_of(item) for name, item in facts.items()})
    for name, item in facts.items():
        assert found[name] == [tuple(one) for one in our_own(item)], item


@engines
def test_a_whole_feed(engine: ModuleType) -> None:
    """Every record's fragment side by side below one header; UIDs made distinct for it."""
    header = CalendarHeader(HOSTILE, HOSTILE, "https://a.example/", "https://a.example/a.ics")
    facts = special_cases()
    parts = [
        part.replace(b"\r\nUID:uid-", b"\r\nUID:%d-" % number).replace(
            b"\r\nRELATED-TO:uid-", b"\r\nRELATED-TO:%d-" % number
        )
        for number, item in enumerate(facts)
        for part in fragments(item)
    ]
    found = instants(engine, {"feed": render_calendar(header, parts)})
    assert found["feed"] == sorted(tuple(one) for item in facts for one in our_own(item))


@engines
def test_an_empty_feed(engine: ModuleType) -> None:
    assert instants(engine, {"empty": render_calendar(None, [])}) == {"empty": []}
