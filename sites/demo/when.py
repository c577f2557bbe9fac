"""The grammar of `when`: from "monthly 1TU" or "once 14 TH" to real days. Pure; no clock.

What repeats without end is cut into pieces that keep their name for ever, whatever day it is:
cycles of 26 weeks, seasons, years. So a plan made later only adds pieces to an earlier one.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from kalender.recurrence import WEEKDAYS, Rule, RuleError

from . import quiet

FIRST_CYCLE = date(2024, 1, 1)  # a Monday
CYCLE = timedelta(weeks=26)
SEASON_START, SEASON_END = (9, 1), (7, 14)
YEARLY_COUNT = 3

_DAY = r"(MO|TU|WE|TH|FR|SA|SU)"
_NTH = r"(-1|[1-4])"
_SERIES = (
    (rf"weekly ({_DAY}(?:,{_DAY})*)", "FREQ=WEEKLY;BYDAY={0}"),
    (rf"every (\d+) weeks {_DAY}", "FREQ=WEEKLY;INTERVAL={0};BYDAY={1}"),
    (rf"monthly {_NTH}{_DAY}", "FREQ=MONTHLY;BYDAY={0}{1}"),
    (r"monthly day (-1|[12]?\d|3[01])", "FREQ=MONTHLY;BYMONTHDAY={0}"),
    (rf"monthly workday {_NTH}", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={0}"),
)
_YEARLY = re.compile(r"yearly (\d\d)-(\d\d)")
_DATES = re.compile(rf"dates ((?:\d+ )+){_DAY}")
_PLACED = re.compile(
    rf"(?:(daily|days) (\d+) )?(?:once (\d+) {_DAY}|season (1[0-2]|[1-9]) {_NTH}{_DAY})"
)


class PatternError(ValueError):
    """A `when` that this grammar does not know."""


@dataclass(frozen=True)
class Instance:
    """One piece that becomes one event page. `days` are the first days of its dates; with a rule
    they are the rule's, without one and more than one they are irregular."""

    label: str  # "cycle-5", "season-2026", "year-2026": the same on any day
    days: tuple[date, ...]
    rule: str = ""
    length: int = 1  # days that each date lasts

    @property
    def last_day(self) -> date:
        return self.days[-1] + timedelta(days=self.length - 1)

    def touches(self, first: date, last: date) -> bool:
        return self.days[0] <= last and self.last_day >= first


@dataclass(frozen=True)
class Pattern:
    """A parsed `when`. Exactly one of the groups below is filled."""

    rule: str = ""  # a series without its end
    yearly: tuple[int, int] | None = None  # month, day
    weeks: tuple[int, ...] = ()  # of the cycle, with `weekday`
    month: int = 0  # of every year, with `nth` and `weekday`
    nth: int = 0
    weekday: int = 0
    run: int = 0  # so many daily dates
    length: int = 1

    @classmethod
    def parse(cls, text: str) -> "Pattern":
        for shape, rule in _SERIES:
            if found := re.fullmatch(shape, text):
                return cls(rule=_checked(rule.format(*found.groups())))
        if found := _YEARLY.fullmatch(text):
            month, day = map(int, found.groups())
            _checked(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day}")
            return cls(yearly=(month, day))
        if found := _DATES.fullmatch(text):
            weeks = tuple(sorted(map(int, found[1].split())))
            return cls(weeks=_in_cycle(weeks), weekday=WEEKDAYS.index(found[2]))
        if found := _PLACED.fullmatch(text):
            kind, number, week, day, month, nth, nth_day = found.groups()
            return cls(
                weeks=_in_cycle((int(week),)) if week else (),
                month=int(month or 0),
                nth=int(nth or 0),
                weekday=WEEKDAYS.index(day or nth_day),
                run=int(number) if kind == "daily" else 0,
                length=int(number) if kind == "days" else 1,
            )
        raise PatternError(f"{text!r} is not understood")

    @property
    def is_series(self) -> bool:
        """Goes on season after season."""
        return bool(self.rule)

    def instances(
        self,
        first: date,
        last: date,
        *,
        months: tuple[int, ...] = (),
        outdoor: bool = False,
        phase: int = 0,
    ) -> list[Instance]:
        """All pieces that touch the days from `first` to `last`, by their first day. `phase`
        shifts an every-n-weeks series by whole weeks."""
        if self.rule:
            found = self._seasons(first, last, months, phase)
        elif self.yearly:
            found = self._blocks(first, last)
        elif self.month:
            found = self._years(first, last)
        else:
            found = self._cycles(first, last, months, outdoor)
        return sorted(
            (piece for piece in found if piece.touches(first, last)),
            key=lambda piece: piece.days,
        )

    def _seasons(self, first: date, last: date, months, phase: int) -> Iterator[Instance]:
        interval = Rule.parse(f"{self.rule};COUNT=2").interval
        for year in range(first.year - 1, last.year + 1):
            for opening, closing in seasons(year, months):
                begin = opening + timedelta(weeks=phase % interval)
                until = f"UNTIL={closing:%Y%m%d}"
                days = tuple(Rule.parse(f"{self.rule};{until}").dates(begin))
                label = f"season-{opening:%Y}" + (f"-{opening:%m}" if months else "")
                if len(days) > 1:
                    yield Instance(label, days, str(Rule.parse(f"{self.rule};{_until(days)}")))
                elif days:
                    yield Instance(label, days)

    def _blocks(self, first: date, last: date) -> Iterator[Instance]:
        month, day = self.yearly or (1, 1)
        rule = Rule.parse(f"FREQ=YEARLY;BYMONTH={month};BYMONTHDAY={day};COUNT={YEARLY_COUNT}")
        for year in range(first.year - YEARLY_COUNT, last.year + 1):
            if year % YEARLY_COUNT == 0:
                days = tuple(rule.dates(date(year, month, day)))
                yield Instance(f"years-{year}", days, str(rule))

    def _years(self, first: date, last: date) -> Iterator[Instance]:
        for year in range(first.year - 1, last.year + 2):
            day = nth_weekday(year, self.month, self.nth, self.weekday)
            day = quiet.off_feasts(day, length=max(self.length, self.run))
            yield self._placed(f"year-{year}", (day,))

    def _cycles(self, first: date, last: date, months, outdoor: bool) -> Iterator[Instance]:
        length = max(self.length, self.run)
        for number in range(cycle_of(first) - 1, cycle_of(last) + 1):
            monday = FIRST_CYCLE + number * CYCLE
            days = {monday + timedelta(weeks=week, days=self.weekday) for week in self.weeks}
            days = {
                quiet.out_of_quiet_weeks(day, length=length, outdoor=outdoor or bool(months))
                for day in days
                if not months or day.month in months
            }
            days = {day for day in days if not months or day.month in months}
            if days:
                yield self._placed(f"cycle-{number}", tuple(sorted(days)))

    def _placed(self, label: str, days: tuple[date, ...]) -> Instance:
        if not self.run:
            return Instance(label, days, length=self.length)
        rule = Rule.parse(f"FREQ=DAILY;COUNT={self.run}")
        return Instance(label, tuple(rule.dates(days[0])), str(rule))


def cycle_of(day: date) -> int:
    return (day - FIRST_CYCLE) // CYCLE


def seasons(year: int, months: tuple[int, ...]) -> list[tuple[date, date]]:
    """First and last days of the seasons that begin in `year`: September to mid-July, or the runs
    of the given months. With at most one month missing the whole year counts (`left_out`)."""
    if not months:
        return [(date(year, *SEASON_START), date(year + 1, *SEASON_END))]
    if len(months) >= 11:
        return [(date(year, 9, 1), date(year + 1, 8, 31))]
    found = []
    for month in months:
        if (month - 2) % 12 + 1 not in months:  # the month before is not among them
            last = month
            while last % 12 + 1 in months:
                last = last % 12 + 1
            end = year if last >= month else year + 1
            found.append((date(year, month, 1), date(end, last, monthrange(end, last)[1])))
    return found


def left_out(day: date, months: tuple[int, ...]) -> bool:
    """A series that leaves out one month keeps its rule and says so for that month's dates."""
    return len(months) == 11 and day.month not in months


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    if nth > 0:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def _until(days: tuple[date, ...]) -> str:
    return f"UNTIL={days[-1]:%Y%m%d}"


def _checked(rule: str) -> str:
    try:
        Rule.parse(f"{rule};COUNT=2")
    except RuleError as error:
        raise PatternError(str(error)) from error
    return rule


def _in_cycle(weeks: tuple[int, ...]) -> tuple[int, ...]:
    if any(week not in range(26) for week in weeks):
        raise PatternError("weeks are 0 to 25")
    return weeks
