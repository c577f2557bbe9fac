"""VEVENT and VCALENDAR bytes (RFC 5545, RFC 7986), the same input always giving the same bytes.

Naive datetimes are Berlin wall-clock times and are written with TZID; stamps are aware.
Never written: ORGANIZER, ATTENDEE, VALARM, ATTACH, RDATE, DURATION, floating times.
"""

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final, Literal

from kalender.ical.text import content_line, escape, one_line, uri

PRODID: Final = "-//Buergernetzwerk//Kalender 1.0//DE"
REFRESH: Final = "PT4H"
COLOR_NAME: Final = "seagreen"
COLOR_HEX: Final = "#2E8B57"

# The only zone block ever embedded. Outlook reads the RRULE form alone (MS-STANOICAL 2.2.47).
VTIMEZONE: Final = b"""\
BEGIN:VTIMEZONE
TZID:Europe/Berlin
X-LIC-LOCATION:Europe/Berlin
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
""".replace(b"\n", b"\r\n")


@dataclass(frozen=True)
class VEvent:
    """One component. ``start`` and ``end`` are both dates (end exclusive) or both naive
    Berlin datetimes; ``recurrence_id`` and ``exdates`` take the same form."""

    uid: str
    start: date | datetime
    end: date | datetime
    summary: str
    description: str = ""
    location: str = ""
    url: str = ""
    status: Literal["CONFIRMED", "CANCELLED"] = "CONFIRMED"
    categories: tuple[str, ...] = ()
    contact: str = ""
    geo: tuple[float, float] | None = None
    conference: str = ""
    rrule: str = ""
    exdates: tuple[date | datetime, ...] = ()
    recurrence_id: date | datetime | None = None
    related_to: str = ""


@dataclass(frozen=True)
class Stamps:
    """When a UID came into being and last changed (aware), and how often it changed.

    The same on all components of a UID; LAST-MODIFIED is DTSTAMP (RFC 5545 3.8.7.2).
    """

    created: datetime
    last_modified: datetime
    sequence: int


@dataclass(frozen=True)
class CalendarHeader:
    """What a subscribed calendar says about itself."""

    name: str
    description: str
    url: str
    source_url: str


def render_vevents(components: Sequence[VEvent], stamps: Stamps) -> bytes:
    """All components of a UID in the given order, to be stored and put into feeds unchanged."""
    return b"".join(_vevent(component, stamps) for component in components)


def digest(components: Sequence[VEvent]) -> str:
    """SHA-256 (hex) over the rendering without stamps: it changes exactly when they must."""
    return hashlib.sha256(b"".join(_vevent(item, None) for item in components)).hexdigest()


def render_calendar(header: CalendarHeader | None, fragments: Iterable[bytes]) -> bytes:
    """A whole file from rendered VEVENTs, at the cost of a join; without a header a single event's.

    Single-event files carry neither name nor refresh, else Outlook opens a new calendar. The
    zone is always there: also because a calendar needs a component (RFC 5545 3.4).
    """
    return b"".join(
        [
            b"BEGIN:VCALENDAR\r\n",
            content_line("VERSION", "2.0"),
            content_line("PRODID", PRODID),
            content_line("CALSCALE", "GREGORIAN"),
            content_line("METHOD", "PUBLISH"),
            *(_header_lines(header) if header else ()),
            VTIMEZONE,
            *fragments,
            b"END:VCALENDAR\r\n",
        ]
    )


def as_google(fragment: bytes) -> bytes:
    """The rendition for Google, which silently drops cancelled entries: they stay, as confirmed,
    with "ABGESAGT: " in the title. Only the whole property line is replaced."""
    return fragment.replace(b"\r\nSTATUS:CANCELLED\r\n", b"\r\nSTATUS:CONFIRMED\r\n")


def _header_lines(header: CalendarHeader) -> Iterator[bytes]:
    name = escape(one_line(header.name))
    yield content_line("NAME", name)
    yield content_line("X-WR-CALNAME", name)
    if header.description:
        yield content_line("X-WR-CALDESC", escape(one_line(header.description)))
    yield content_line("X-WR-TIMEZONE", "Europe/Berlin")
    yield content_line("REFRESH-INTERVAL;VALUE=DURATION", REFRESH)
    yield content_line("X-PUBLISHED-TTL", REFRESH)
    yield content_line("COLOR", COLOR_NAME)
    yield content_line("X-APPLE-CALENDAR-COLOR", COLOR_HEX)
    if address := uri(header.url):
        yield content_line("URL", address)
    if address := uri(header.source_url):
        yield content_line("SOURCE;VALUE=URI", address)


def _vevent(event: VEvent, stamps: Stamps | None) -> bytes:
    return b"".join(
        [
            b"BEGIN:VEVENT\r\n",
            content_line("UID", escape(event.uid)),
            *(_stamp_lines(stamps) if stamps else ()),
            *_time_lines(event),
            *_text_lines(event),
            content_line("STATUS", event.status),
            content_line("TRANSP", "TRANSPARENT"),
            content_line("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"),
            content_line("CLASS", "PUBLIC"),
            b"END:VEVENT\r\n",
        ]
    )


def _stamp_lines(stamps: Stamps) -> Iterator[bytes]:
    yield content_line("DTSTAMP", _utc(stamps.last_modified))
    yield content_line("CREATED", _utc(stamps.created))
    yield content_line("LAST-MODIFIED", _utc(stamps.last_modified))
    yield content_line("SEQUENCE", str(stamps.sequence))


def _time_lines(event: VEvent) -> Iterator[bytes]:
    if event.recurrence_id is not None:
        yield _moment("RECURRENCE-ID", event.recurrence_id)
    yield _moment("DTSTART", event.start)
    yield _moment("DTEND", event.end)
    if event.rrule:
        yield content_line("RRULE", event.rrule)
    for excluded in event.exdates:
        yield _moment("EXDATE", excluded)


def _text_lines(event: VEvent) -> Iterator[bytes]:
    yield content_line("SUMMARY", escape(one_line(event.summary)))
    if event.description:
        yield content_line("DESCRIPTION", escape(event.description))
    if event.location:
        yield content_line("LOCATION", escape(one_line(event.location)))
    if event.geo and _is_known(event.geo):
        yield content_line("GEO", ";".join(_degrees(value) for value in event.geo))
    if address := uri(event.url):
        yield content_line("URL", address)
    if event.categories:
        yield content_line("CATEGORIES", ",".join(escape(one_line(c)) for c in event.categories))
    if event.contact:
        yield content_line("CONTACT", escape(one_line(event.contact)))
    if event.related_to:
        yield content_line("RELATED-TO", escape(event.related_to))
    if address := uri(event.conference):
        yield content_line("CONFERENCE;VALUE=URI;LABEL=Online", address)


def _moment(name: str, value: date | datetime) -> bytes:
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            raise ValueError("a naive local datetime is needed")
        return content_line(f"{name};TZID=Europe/Berlin", f"{value:%Y%m%dT%H%M%S}")
    return content_line(f"{name};VALUE=DATE", f"{value:%Y%m%d}")


def _utc(value: datetime) -> str:
    if value.tzinfo is None:
        raise ValueError("an aware datetime is needed")
    return f"{value.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _is_known(geo: tuple[float, float]) -> bool:
    """On the globe, and not at 0;0, where places without a position end up."""
    latitude, longitude = geo
    on_globe = math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180
    return on_globe and (latitude, longitude) != (0, 0)


def _degrees(value: float) -> str:
    return f"{value:.6f}".rstrip("0").rstrip(".")
