"""Recurrence rules an editor may use: parsing, checking, and the local dates they give.

Only the templates every client agrees on (Outlook's, MS-OXCICAL 2.1.3.2.2; RFC 5545 3.3.10)
are rules here; anything else is refused. A rule knows dates only, never times or zones.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache
from itertools import islice
from typing import Final

from dateutil.rrule import rrulestr

WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
WORKDAYS: Final = WEEKDAYS[:5]
ORDINALS: Final = ("1", "2", "3", "4", "-1")
MONTH_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
KEYS: Final = (
    "FREQ",
    "INTERVAL",
    "BYMONTH",
    "BYMONTHDAY",
    "BYDAY",
    "BYSETPOS",
    "UNTIL",
    "COUNT",
)
MAX_INTERVAL: Final = 99
MAX_COUNT: Final = 999
SERIES_YEARS: Final = 2
YEARLY_COUNT_YEARS: Final = 10


class RuleError(ValueError):
    """A rule that cannot be used; ``code`` names the reason, the German text is made elsewhere."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


@dataclass(frozen=True)
class Rule:
    """One recurrence rule. Constructing it checks its shape, ``validate`` its fit to a start.

    ``until`` is the last local date, inclusive. Exactly one of ``until`` and ``count`` is set.
    """

    freq: str
    interval: int = 1
    byday: tuple[str, ...] = ()
    bymonthday: int | None = None
    bymonth: int | None = None
    bysetpos: int | None = None
    until: date | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.interval <= MAX_INTERVAL:
            raise RuleError("unsupported", f"INTERVAL must be 1 to {MAX_INTERVAL}")
        object.__setattr__(self, "byday", _in_week_order(self.byday))
        if not self._is_template():
            raise RuleError("unsupported", "not one of the supported rule templates")
        if self.until is None and self.count is None:
            raise RuleError("no-end", "a rule needs UNTIL or COUNT")
        if self.until is not None and self.count is not None:
            raise RuleError("both-ends", "a rule has either UNTIL or COUNT")
        if self.count is not None and self.count < 2:
            raise RuleError("count", f"COUNT must be 2 to {MAX_COUNT}")
        if self.count is not None and self.count > MAX_COUNT:
            raise RuleError("too-long", f"COUNT must be 2 to {MAX_COUNT}")

    @classmethod
    def parse(cls, text: str) -> "Rule":
        """Read rule text such as ``FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630`` (UNTIL: a date)."""
        parts: dict[str, str] = {}
        for part in text.strip().upper().split(";"):
            key, separator, value = part.partition("=")
            if not separator or not value or key not in KEYS or key in parts:
                raise RuleError("unsupported", f"not understood: {part[:60]!r}")
            parts[key] = value
        return cls(
            freq=parts.get("FREQ", ""),
            interval=_number(parts.get("INTERVAL", "1")),
            byday=tuple(parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
            bymonthday=_optional_number(parts, "BYMONTHDAY"),
            bymonth=_optional_number(parts, "BYMONTH"),
            bysetpos=_optional_number(parts, "BYSETPOS"),
            until=_day(parts["UNTIL"]) if "UNTIL" in parts else None,
            count=_optional_number(parts, "COUNT"),
        )

    def __str__(self) -> str:
        """Canonical text; ``Rule.parse(str(rule)) == rule``."""
        end = f"UNTIL={_compact(self.until)}" if self.until else f"COUNT={self.count}"
        return f"{self.pattern()};{end}"

    def pattern(self) -> str:
        """Canonical text without its end."""
        values = (
            ("FREQ", self.freq),
            ("INTERVAL", self.interval if self.interval > 1 else None),
            ("BYMONTH", self.bymonth),
            ("BYMONTHDAY", self.bymonthday),
            ("BYDAY", ",".join(self.byday) or None),
            ("BYSETPOS", self.bysetpos),
        )
        return ";".join(f"{key}={value}" for key, value in values if value is not None)

    def validate(self, start: date) -> None:
        """Raise RuleError unless the rule is usable for a series starting on ``start``."""
        if self.until is not None and self.until < start:
            raise RuleError("until-before-start", "the rule ends before it starts")
        if self.until is not None and self.until > _years_after(start, SERIES_YEARS):
            raise RuleError("too-long", f"a series ends within {SERIES_YEARS} years")
        dates = self.dates(start)
        if not dates:
            raise RuleError("empty", "the rule gives no date")
        if self.count is not None and len(dates) < self.count:
            raise RuleError("too-long", "the last date lies beyond the longest series")
        if dates[0] != start:
            raise RuleError("start-mismatch", "the start is not the first date of its rule")

    def dates(self, start: date) -> list[date]:
        """All local dates from ``start`` on, ascending, none after ``horizon(start)``.

        About 1 ms per weekly two-year series at the first call, then remembered.
        """
        return list(_dates(self, start))

    def dates_between(self, start: date, first: date, last: date) -> list[date]:
        """Those of ``dates(start)`` from ``first`` to ``last``, both inclusive."""
        return [day for day in _dates(self, start) if first <= day <= last]

    def horizon(self, start: date) -> date:
        """The last day ever expanded, so that no rule runs away: two years after the start.

        A yearly rule with COUNT may run ten years, or 29 February could not recur at all.
        """
        long = self.freq == "YEARLY" and self.count is not None
        return _years_after(start, YEARLY_COUNT_YEARS if long else SERIES_YEARS)

    def _is_template(self) -> bool:
        plain = all(day in WEEKDAYS for day in self.byday)
        nth = len(self.byday) == 1 and _is_nth_weekday(self.byday[0])
        if self.freq == "DAILY":
            return self._only()
        if self.freq == "WEEKLY":
            return self._only("byday") and plain
        if self.freq == "MONTHLY":
            return (
                (self._only("bymonthday") and self.bymonthday in (-1, *range(1, 32)))
                or (self._only("byday") and nth)
                or (
                    self._only("byday", "bysetpos")
                    and self.byday == WORKDAYS
                    and self.bysetpos in (-1, 1, 2, 3, 4)
                )
            )
        if self.freq == "YEARLY" and self.bymonth is not None and 1 <= self.bymonth <= 12:
            longest = MONTH_LENGTHS[self.bymonth - 1]
            return (
                self._only("bymonth", "bymonthday") and self.bymonthday in range(1, longest + 1)
            ) or (self._only("bymonth", "byday") and nth)
        return False

    def _only(self, *names: str) -> bool:
        """Exactly the named BY parts are set."""
        numbers = ("bymonthday", "bymonth", "bysetpos")
        given = {name for name in numbers if getattr(self, name) is not None}
        return given | ({"byday"} if self.byday else set()) == set(names)


@lru_cache(maxsize=512)
def _dates(rule: Rule, start: date) -> tuple[date, ...]:
    last = rule.horizon(start)
    if rule.until is not None:
        last = min(last, rule.until)
    if last < start:
        return ()
    bounded = f"{rule.pattern()};UNTIL={_compact(last)}T000000"
    moments: Iterator[datetime] = iter(rrulestr(bounded, dtstart=datetime.combine(start, time())))
    return tuple(moment.date() for moment in islice(moments, rule.count))


def _in_week_order(byday: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(byday)) != len(byday):
        raise RuleError("unsupported", "a weekday is named twice")
    return tuple(sorted(byday, key=lambda day: (day[-2:] not in WEEKDAYS, _weekday_index(day))))


def _weekday_index(day: str) -> int:
    return WEEKDAYS.index(day[-2:]) if day[-2:] in WEEKDAYS else 0


def _is_nth_weekday(day: str) -> bool:
    return day[-2:] in WEEKDAYS and day[:-2] in ORDINALS


def _number(value: str) -> int:
    digits = value.removeprefix("-")
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        raise RuleError("unsupported", f"not a number: {value[:20]!r}")
    return int(value)


def _optional_number(parts: dict[str, str], key: str) -> int | None:
    return _number(parts[key]) if key in parts else None


def _day(value: str) -> date:
    try:
        if len(value) == 8 and value.isascii() and value.isdigit():
            return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        pass
    raise RuleError("unsupported", f"UNTIL is not a date: {value[:20]!r}")


def _compact(day: date) -> str:
    return day.isoformat().replace("-", "")


def _years_after(day: date, years: int) -> date:
    """Same day some years later, 29 February falling back to the 28th."""
    year = min(day.year + years, date.max.year)
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)
