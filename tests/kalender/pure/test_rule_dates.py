"""The dates of a rule against a model that simply asks every day (RFC 5545 3.3.10)."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from kalender.recurrence import MONTH_LENGTHS, ORDINALS, WEEKDAYS, WORKDAYS, Rule

DAY = timedelta(days=1)


def is_date_of(rule: Rule, start: date, day: date) -> bool:
    """Does the rule, counted from its start, name this day?"""
    return _in_interval(rule, start, day) and _matches(rule, day)


def _in_interval(rule: Rule, start: date, day: date) -> bool:
    steps = {
        "DAILY": (day - start).days,
        "WEEKLY": ((day - day.weekday() * DAY) - (start - start.weekday() * DAY)).days // 7,
        "MONTHLY": (day.year - start.year) * 12 + day.month - start.month,
        "YEARLY": day.year - start.year,
    }
    return steps[rule.freq] % rule.interval == 0


def _matches(rule: Rule, day: date) -> bool:
    length = calendar.monthrange(day.year, day.month)[1]
    if rule.bymonth is not None and day.month != rule.bymonth:
        return False
    if rule.bymonthday is not None:
        return day.day == (length if rule.bymonthday == -1 else rule.bymonthday)
    if rule.bysetpos is not None:
        days = [day.replace(day=number) for number in range(1, length + 1)]
        workdays = [each for each in days if each.weekday() < 5]
        index = rule.bysetpos - 1 if rule.bysetpos > 0 else rule.bysetpos
        return workdays[index] == day
    if rule.freq == "WEEKLY":
        return WEEKDAYS[day.weekday()] in rule.byday
    if rule.byday:
        ordinal, weekday = rule.byday[0][:-2], rule.byday[0][-2:]
        last = day.day + 7 > length
        nth = last if ordinal == "-1" else (day.day - 1) // 7 + 1 == int(ordinal)
        return WEEKDAYS[day.weekday()] == weekday and nth
    return True


def model(rule: Rule, start: date) -> list[date]:
    years = 10 if rule.freq == "YEARLY" and rule.count else 2
    last = date(start.year + years, start.month, min(start.day, 28))
    if start.day > 28:
        last = max(
            last.replace(day=number)
            for number in range(28, start.day + 1)
            if number <= calendar.monthrange(last.year, last.month)[1]
        )
    last = min(last, rule.until or last)
    days = (start + number * DAY for number in range((last - start).days + 1))
    return [day for day in days if is_date_of(rule, start, day)][: rule.count]


nth_weekdays = st.tuples(st.sampled_from(ORDINALS), st.sampled_from(WEEKDAYS)).map("".join)
starts = st.dates(date(2024, 1, 1), date(2032, 12, 31))


@st.composite
def rules(draw: st.DrawFn) -> Rule:
    end = draw(
        st.one_of(
            st.builds(lambda count: {"count": count}, st.integers(2, 120)),
            st.builds(lambda until: {"until": until}, st.dates(date(2024, 1, 1), date(2035, 1, 1))),
        )
    )
    month = draw(st.integers(1, 12))
    bodies = [
        st.just({"freq": "DAILY"}),
        st.lists(st.sampled_from(WEEKDAYS), min_size=1, unique=True).map(
            lambda days: {"freq": "WEEKLY", "byday": tuple(days)}
        ),
        st.sampled_from([-1, *range(1, 32)]).map(lambda n: {"freq": "MONTHLY", "bymonthday": n}),
        nth_weekdays.map(lambda day: {"freq": "MONTHLY", "byday": (day,)}),
        st.sampled_from([-1, 1, 2, 3, 4]).map(
            lambda n: {"freq": "MONTHLY", "byday": WORKDAYS, "bysetpos": n}
        ),
        st.integers(1, MONTH_LENGTHS[month - 1]).map(
            lambda n: {"freq": "YEARLY", "bymonth": month, "bymonthday": n}
        ),
        nth_weekdays.map(lambda day: {"freq": "YEARLY", "bymonth": month, "byday": (day,)}),
    ]
    return Rule(interval=draw(st.integers(1, 5)), **draw(st.one_of(bodies)), **end)


@settings(max_examples=400, deadline=None)
@given(rules(), starts)
def test_dates_equal_the_day_by_day_model(rule: Rule, start: date) -> None:
    assert rule.dates(start) == model(rule, start)


@settings(max_examples=200, deadline=None)
@given(rules())
def test_text_round_trips(rule: Rule) -> None:
    assert Rule.parse(str(rule)) == rule


@settings(max_examples=200, deadline=None)
@given(rules(), starts)
def test_a_rule_started_on_a_date_of_its_own_begins_there(rule: Rule, start: date) -> None:
    dates = rule.dates(start)
    assume(dates)
    assert rule.dates(dates[0])[0] == dates[0]


def test_the_31st_skips_short_months() -> None:
    """node-ical drifts to the 28th without an explicit BYMONTHDAY."""
    dates = Rule.parse("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4").dates(date(2026, 1, 31))
    assert dates == [date(2026, m, 31) for m in (1, 3, 5, 7)]


def test_last_day_of_the_month() -> None:
    dates = Rule.parse("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4").dates(date(2027, 12, 31))
    assert [day.day for day in dates] == [31, 31, 29, 31]


def test_29_february_comes_every_four_years() -> None:
    dates = Rule.parse("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3").dates(date(2028, 2, 29))
    assert dates == [date(2028, 2, 29), date(2032, 2, 29), date(2036, 2, 29)]


def test_until_is_the_last_local_date_inclusive() -> None:
    dates = Rule.parse("FREQ=WEEKLY;BYDAY=TU;UNTIL=20261117").dates(date(2026, 11, 3))
    assert dates[-1] == date(2026, 11, 17)


def test_dates_between_is_inclusive() -> None:
    rule = Rule.parse("FREQ=DAILY;COUNT=10")
    found = rule.dates_between(date(2026, 11, 3), date(2026, 11, 5), date(2026, 11, 6))
    assert found == [date(2026, 11, 5), date(2026, 11, 6)]
    assert rule.dates_between(date(2026, 11, 3), date(2027, 1, 1), date(2027, 2, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "FREQ=DAILY;COUNT=999",
        "FREQ=YEARLY;INTERVAL=99;BYMONTH=1;BYMONTHDAY=1;COUNT=999",
        "FREQ=MONTHLY;INTERVAL=12;BYMONTHDAY=31;COUNT=999",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;UNTIL=99991231",
    ],
)
def test_no_rule_runs_away(text: str) -> None:
    assert len(Rule.parse(text).dates(date(2026, 2, 1))) <= 732
    assert len(Rule.parse(text).dates(date(9999, 12, 30))) <= 2


def test_the_returned_list_is_the_callers_own() -> None:
    rule = Rule.parse("FREQ=DAILY;COUNT=3")
    rule.dates(date(2026, 1, 1)).clear()
    assert len(rule.dates(date(2026, 1, 1))) == 3
