"""libical 3 through ctypes: the engine of Evolution, KOrganizer and many servers.

It is the strictest reader of the four: every property it cannot use is listed as X-LIC-ERROR.
"""

import ctypes
from collections.abc import Iterator
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_long, c_void_p
from datetime import UTC, datetime, timedelta
from functools import cache

from tests.engines import EngineError, Instance, decode, in_window, midnight
from tests.toolchain import libical


class _Time(Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = (
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        ("is_date", c_int),
        ("is_daylight", c_int),
        ("zone", c_void_p),
    )


class _Span(Structure):
    """`struct icaltime_span`: seconds since 1970, UTC."""

    _fields_ = (("start", c_long), ("end", c_long), ("is_busy", c_int))


_Callback = CFUNCTYPE(None, c_void_p, POINTER(_Span), c_void_p)
_FUNCTIONS = {
    "icalparser_parse_string": (c_void_p, [c_char_p]),
    "icalcomponent_string_to_kind": (c_int, [c_char_p]),
    "icalproperty_string_to_kind": (c_int, [c_char_p]),
    "icalcomponent_isa": (c_int, [c_void_p]),
    "icalcomponent_get_first_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_next_component": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_first_property": (c_void_p, [c_void_p, c_int]),
    "icalcomponent_get_next_property": (c_void_p, [c_void_p, c_int]),
    "icalproperty_as_ical_string": (c_char_p, [c_void_p]),
    "icalproperty_get_value_as_string": (c_char_p, [c_void_p]),
    "icalcomponent_get_dtstart": (_Time, [c_void_p]),
    "icalcomponent_get_recurrenceid": (_Time, [c_void_p]),
    "icalcomponent_get_uid": (c_char_p, [c_void_p]),
    "icalcomponent_free": (None, [c_void_p]),
    "icaltime_as_timet_with_zone": (c_long, [_Time, c_void_p]),
    "icaltime_from_string": (_Time, [c_char_p]),
    "icalcomponent_foreach_recurrence": (None, [c_void_p, _Time, _Time, _Callback, c_void_p]),
}
_DAY = timedelta(days=1)


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
    with _Calendar(ics) as calendar:
        return in_window(list(calendar.instances(start - _DAY, end + _DAY)), start, end)


def problems(ics: bytes) -> list[str]:
    """Every line that libical could not use, with its reason; empty for a clean calendar."""
    with _Calendar(ics, strict=False) as calendar:
        return calendar.problems()


def count_events(ics: bytes) -> int:
    """How many VEVENT components there are, overrides included."""
    with _Calendar(ics) as calendar:
        return sum(1 for _ in calendar.components(b"VEVENT"))


@cache
def _library() -> ctypes.CDLL:
    name = libical.find()
    if name is None:
        raise EngineError("libical 3 was not found. Run `make setup`.")
    library = ctypes.CDLL(name)
    for function, (result, arguments) in _FUNCTIONS.items():
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


class _Calendar:
    """A parsed VCALENDAR; a context manager, since the memory is libical's."""

    def __init__(self, ics: bytes, *, strict: bool = True) -> None:
        self.library = _library()
        self.root = self.library.icalparser_parse_string(decode(ics).encode())
        if not self.root:
            raise EngineError("libical: no calendar")
        if strict and (found := self.problems()):
            self.library.icalcomponent_free(self.root)
            raise EngineError("libical: " + "; ".join(found))

    def __enter__(self) -> "_Calendar":
        return self

    def __exit__(self, *_: object) -> None:
        self.library.icalcomponent_free(self.root)

    def components(self, kind: bytes, parent: int | None = None) -> Iterator[int]:
        number = self.library.icalcomponent_string_to_kind(kind)
        parent = parent or self.root
        item = self.library.icalcomponent_get_first_component(parent, number)
        while item:
            yield item
            item = self.library.icalcomponent_get_next_component(parent, number)

    def problems(self) -> list[str]:
        kind = self.library.icalcomponent_string_to_kind(b"VCALENDAR")
        if self.library.icalcomponent_isa(self.root) != kind:
            return ["not exactly one VCALENDAR"]
        return [problem for part in self._all(self.root) for problem in self._errors_of(part)]

    def _all(self, component: int) -> list[int]:
        children = list(self.components(b"ANY", component))
        return [component, *(part for child in children for part in self._all(child))]

    def _errors_of(self, component: int) -> Iterator[str]:
        kind = self.library.icalproperty_string_to_kind(b"X-LIC-ERROR")
        item = self.library.icalcomponent_get_first_property(component, kind)
        while item:
            yield (
                self.library.icalproperty_as_ical_string(item).decode().replace("\r\n ", "").strip()
            )
            item = self.library.icalcomponent_get_next_property(component, kind)

    def instances(self, start: datetime, end: datetime) -> Iterator[Instance]:
        """All instances that touch the window. libical leaves it to its caller to let an override
        (RFC 5545 §3.8.4.4) take the place of the date that it names."""
        events = list(self.components(b"VEVENT"))
        replaced = {(self._uid(event), self._original(event)) for event in events}
        for event in events:
            spans: list[tuple[int, int]] = []
            collect = _Callback(
                lambda _event, span, _data, spans=spans: spans.append(
                    (span.contents.start, span.contents.end)
                )
            )
            window = [self._time(start), self._time(end)]
            self.library.icalcomponent_foreach_recurrence(event, *window, collect, None)
            is_override = self._original(event) is not None
            for first, last in spans:
                if is_override or (self._uid(event), first) not in replaced:
                    yield self._instance(event, first, last)

    def _original(self, event: int) -> int | None:
        """The RECURRENCE-ID in seconds since 1970, or None for a series or a single event."""
        kind = self.library.icalproperty_string_to_kind(b"RECURRENCE-ID")
        if not self.library.icalcomponent_get_first_property(event, kind):
            return None
        original = self.library.icalcomponent_get_recurrenceid(event)
        # It comes without its zone, which is that of the start (RFC 5545 §3.8.4.4).
        zone = self.library.icalcomponent_get_dtstart(event).zone
        return int(self.library.icaltime_as_timet_with_zone(original, zone))

    def _uid(self, event: int) -> str:
        return str(self.library.icalcomponent_get_uid(event).decode())

    def _instance(self, event: int, first: int, last: int) -> Instance:
        start, end = datetime.fromtimestamp(first, UTC), datetime.fromtimestamp(last, UTC)
        all_day = bool(self.library.icalcomponent_get_dtstart(event).is_date)
        if all_day:
            start, end = midnight(start.date()), midnight(end.date())
        return Instance(
            start_utc=start,
            end_utc=end,
            uid=self._uid(event),
            all_day=all_day,
            status=self._value(event, b"STATUS"),
            summary=self._value(event, b"SUMMARY"),
        )

    def _value(self, event: int, name: bytes) -> str:
        kind = self.library.icalproperty_string_to_kind(name)
        item = self.library.icalcomponent_get_first_property(event, kind)
        return self.library.icalproperty_get_value_as_string(item).decode() if item else ""

    def _time(self, value: datetime) -> _Time:
        text = value.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ").encode()
        found: _Time = self.library.icaltime_from_string(text)
        return found
