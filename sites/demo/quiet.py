"""Days on which little happens: feasts, the weeks around New Year, the summer break. Pure."""

from datetime import date, timedelta

from dateutil.easter import easter

WEEK = timedelta(weeks=1)
# Indoor meetings rest from 15 July to the end of August.
SUMMER_FIRST, SUMMER_LAST = (7, 15), (8, 31)
SUMMER_SHIFT = 7 * WEEK  # leads from any day of the break behind it, on the same weekday


def is_christmas(day: date) -> bool:
    """Christmas Eve to Boxing Day, New Year's Eve and New Year's Day."""
    return (day.month, day.day) in {(12, 24), (12, 25), (12, 26), (12, 31), (1, 1)}


def is_easter(day: date) -> bool:
    """Good Friday to Easter Monday."""
    return -2 <= (day - easter(day.year)).days <= 1


def is_summer_break(day: date) -> bool:
    return SUMMER_FIRST <= (day.month, day.day) <= SUMMER_LAST


def _is_turn_of_year(day: date) -> bool:
    return (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 4)


def _days(start: date, length: int) -> list[date]:
    return [start + timedelta(days=number) for number in range(length)]


def out_of_quiet_weeks(day: date, *, length: int = 1, outdoor: bool = False) -> date:
    """The same weekday, later if need be, so that a single event of `length` days meets neither
    the turn of the year nor Easter nor, indoors, the summer break."""
    if is_summer_break(day) and not outdoor:
        day += SUMMER_SHIFT
    while any(_is_turn_of_year(each) or is_easter(each) for each in _days(day, length)):
        day += WEEK
    return day


def off_feasts(day: date, *, length: int = 1) -> date:
    """A fixed day of the year, a week off towards the middle of its month where it would meet a
    feast."""
    step = WEEK if day.day < 15 else -WEEK
    while any(is_christmas(each) or is_easter(each) for each in _days(day, length)):
        day += step
    return day


def before_christmas_eve(day: date, taken: set[date]) -> date:
    """Where a meeting of 24 December goes: the nearest earlier working day without one."""
    moved = day - timedelta(days=1)
    while moved in taken or moved.weekday() > 4:
        moved -= timedelta(days=1)
    return moved
