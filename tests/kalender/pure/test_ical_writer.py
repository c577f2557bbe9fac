"""The exact bytes of components and files."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import pytest

from kalender.ical.writer import (
    CalendarHeader,
    Stamps,
    VEvent,
    as_google,
    digest,
    render_calendar,
    render_vevents,
)
from tests.kalender.pure.samples import STAMPS

FULL = VEvent(
    uid="3f0c@termine.example",
    start=datetime(2026, 1, 10, 18),
    end=datetime(2026, 1, 10, 20),
    summary="Sommerfest; mit Musik",
    description="Kommt alle.\n\nhttps://a.example/kalender/sommerfest/",
    location="Bürgerhaus Süd, Äußere Straße 5, 12345 Musterstadt",
    url="https://a.example/kalender/sommerfest/",
    categories=("Klima", "Bau, Verkehr"),
    contact="Bürgernetz, 030 23125-001",
    geo=(52.520008, 13.4),
    conference="https://a.example/raum",
    rrule="FREQ=WEEKLY;BYDAY=SA;COUNT=3",
    exdates=(datetime(2026, 1, 17, 18),),
    related_to="anderes@termine.example",
)
HEADER = CalendarHeader(
    name="Termine Musterstadt",
    description="Alle Termine,\nauch große",
    url="https://musterstadt.netz.example/kalender/",
    source_url="https://netz.example/kalender/ort/musterstadt.ics",
)


def lines(*values: str) -> bytes:
    return b"".join(value.encode() + b"\r\n" for value in values)


def test_a_full_component_to_the_byte() -> None:
    assert render_vevents([FULL], STAMPS) == lines(
        "BEGIN:VEVENT",
        "UID:3f0c@termine.example",
        "DTSTAMP:20260103T101500Z",
        "CREATED:20260101T090000Z",
        "LAST-MODIFIED:20260103T101500Z",
        "SEQUENCE:3",
        "DTSTART;TZID=Europe/Berlin:20260110T180000",
        "DTEND;TZID=Europe/Berlin:20260110T200000",
        "RRULE:FREQ=WEEKLY;BYDAY=SA;COUNT=3",
        "EXDATE;TZID=Europe/Berlin:20260117T180000",
        "SUMMARY:Sommerfest\\; mit Musik",
        "DESCRIPTION:Kommt alle.\\n\\nhttps://a.example/kalender/sommerfest/",
        "LOCATION:Bürgerhaus Süd\\, Äußere Straße 5\\, 12345 Musterstadt",
        "GEO:52.520008;13.4",
        "URL:https://a.example/kalender/sommerfest/",
        "CATEGORIES:Klima,Bau\\, Verkehr",
        "CONTACT:Bürgernetz\\, 030 23125-001",
        "RELATED-TO:anderes@termine.example",
        "CONFERENCE;VALUE=URI;LABEL=Online:https://a.example/raum",
        "STATUS:CONFIRMED",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "CLASS:PUBLIC",
        "END:VEVENT",
    )


def test_whole_days_are_dates_everywhere() -> None:
    """RFC 5545 3.8.2.2: DTEND is exclusive and of the type of DTSTART, so are the others."""
    day = replace(
        FULL,
        start=date(2026, 5, 1),
        end=date(2026, 5, 4),
        exdates=(date(2026, 5, 8),),
        recurrence_id=date(2026, 5, 1),
    )
    written = render_vevents([day], STAMPS)
    assert b"\r\nDTSTART;VALUE=DATE:20260501\r\nDTEND;VALUE=DATE:20260504\r\n" in written
    assert b"\r\nRECURRENCE-ID;VALUE=DATE:20260501\r\n" in written
    assert b"\r\nEXDATE;VALUE=DATE:20260508\r\n" in written


def test_a_bare_component_has_no_empty_properties() -> None:
    bare = VEvent("a@b.example", date(2026, 5, 1), date(2026, 5, 2), "Fest")
    for line in render_vevents([bare], STAMPS).splitlines():
        assert not line.endswith(b":"), line


@pytest.mark.parametrize(
    "geo", [(0.0, 0.0), (91.0, 13.0), (52.0, 181.0), (float("nan"), 13.0), (52.0, float("inf"))]
)
def test_unknown_positions_are_left_out(geo: tuple[float, float]) -> None:
    """0;0 is the island where places without a position end up."""
    assert b"GEO" not in render_vevents([replace(FULL, geo=geo)], STAMPS)


@pytest.mark.parametrize(
    ("geo", "text"),
    [
        ((52.0, 13.40001), "52;13.40001"),
        ((-0.5, 1e-7), "-0.5;0"),
        ((50.1234567, 9.0), "50.123457;9"),
    ],
)
def test_positions_have_at_most_six_decimals(geo: tuple[float, float], text: str) -> None:
    assert f"\r\nGEO:{text}\r\n".encode() in render_vevents([replace(FULL, geo=geo)], STAMPS)


def test_stamps_are_written_in_utc() -> None:
    summer = timezone(timedelta(hours=2))
    local = Stamps(STAMPS.created, datetime(2026, 7, 3, 12, tzinfo=summer), 3)
    assert b"\r\nDTSTAMP:20260703T100000Z\r\n" in render_vevents([FULL], local)
    with pytest.raises(ValueError, match="aware"):
        render_vevents([FULL], Stamps(STAMPS.created, datetime(2026, 7, 3), 3))


def test_times_are_naive_local() -> None:
    aware = replace(FULL, start=datetime(2026, 1, 10, 18, tzinfo=UTC))
    with pytest.raises(ValueError, match="naive"):
        render_vevents([aware], STAMPS)


def test_the_digest_knows_everything_but_the_stamps() -> None:
    """When the digest changes, LAST-MODIFIED and SEQUENCE must, and only then."""
    assert digest([FULL]) == digest([replace(FULL)])
    assert len(digest([FULL])) == 64
    changed = (
        {"summary": "x"},
        {"location": "x"},
        {"categories": ("x",)},
        {"status": "CANCELLED"},
        {"uid": "x"},
        {"exdates": ()},
        {"end": datetime(2026, 1, 10, 21)},
    )
    digests = {digest([replace(FULL, **change)]) for change in changed}  # type: ignore[arg-type]
    assert len(digests | {digest([FULL]), digest([FULL, FULL])}) == len(changed) + 2


def test_a_calendar_to_the_byte() -> None:
    written = render_calendar(HEADER, [b"BEGIN:VEVENT\r\nEND:VEVENT\r\n"])
    head, zone, rest = written.partition(b"BEGIN:VTIMEZONE\r\n")
    assert head == lines(
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Buergernetzwerk//Kalender 1.0//DE",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "NAME:Termine Musterstadt",
        "X-WR-CALNAME:Termine Musterstadt",
        "X-WR-CALDESC:Alle Termine\\, auch große",
        "X-WR-TIMEZONE:Europe/Berlin",
        "REFRESH-INTERVAL;VALUE=DURATION:PT4H",
        "X-PUBLISHED-TTL:PT4H",
        "COLOR:seagreen",
        "X-APPLE-CALENDAR-COLOR:#2E8B57",
        "URL:https://musterstadt.netz.example/kalender/",
        "SOURCE;VALUE=URI:https://netz.example/kalender/ort/musterstadt.ics",
    )
    assert zone + rest == lines(
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "X-LIC-LOCATION:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "TZNAME:CEST",
        "DTSTART:19810329T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "TZNAME:CET",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        "END:STANDARD",
        "END:VTIMEZONE",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "END:VCALENDAR",
    )


def test_single_event_files_have_neither_name_nor_refresh() -> None:
    """With X-WR-CALNAME Outlook opens a new calendar (The Events Calendar drops it too)."""
    written = render_calendar(None, [render_vevents([FULL], STAMPS)])
    for name in (b"NAME", b"X-WR-", b"REFRESH", b"X-PUBLISHED", b"SOURCE", b"COLOR"):
        assert b"\r\n" + name not in written
    assert b"\r\nMETHOD:PUBLISH\r\nBEGIN:VTIMEZONE\r\n" in written


def test_an_empty_feed_still_has_a_component() -> None:
    """RFC 5545 3.4: a calendar contains at least one component."""
    for header in (HEADER, None):
        calendar = icalendar.Calendar.from_ical(render_calendar(header, []))
        assert [item.name for item in calendar.subcomponents] == ["VTIMEZONE"]


def test_a_hostile_header_stays_one_line_each() -> None:
    bad = CalendarHeader("A\r\nBEGIN:VEVENT", "B\nC", "javascript:x", "https://a.example/\r\nX:1")
    calendar = icalendar.Calendar.from_ical(render_calendar(bad, []))
    assert str(calendar["NAME"]) == "A BEGIN:VEVENT"
    assert "URL" not in calendar
    assert calendar.events == []


def test_google_sees_cancelled_entries_as_confirmed() -> None:
    """Google silently drops STATUS:CANCELLED; only whole property lines are replaced."""
    tricky = replace(
        FULL,
        status="CANCELLED",
        summary="ABGESAGT: Fest",
        description="x" * 63 + "STATUS:CANCELLED\nSTATUS:CANCELLED\n",
    )
    written = render_vevents([tricky, tricky], STAMPS)
    assert b"\r\n STATUS:CANCELLED\\nSTATUS:CANCELLED\r\n" in written, "the trap is set"
    expected = render_vevents([replace(tricky, status="CONFIRMED")] * 2, STAMPS)
    assert as_google(written) == expected
    assert as_google(expected) == expected


def test_nothing_that_disturbs_a_phone_or_names_a_person() -> None:
    written = render_vevents([FULL], STAMPS)
    for name in (b"ORGANIZER", b"ATTENDEE", b"VALARM", b"ATTACH", b"RDATE", b"DURATION"):
        assert name not in written
