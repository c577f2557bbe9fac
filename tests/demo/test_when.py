"""The grammar of `when`, and the days it gives."""

from datetime import date, timedelta

import pytest

from kalender.recurrence import Rule
from sites.demo import quiet
from sites.demo.when import Pattern, PatternError

FIRST, LAST = date(2026, 9, 1), date(2027, 8, 31)


def pieces(when: str, first=FIRST, last=LAST, **options):
    return Pattern.parse(when).instances(first, last, **options)


@pytest.mark.parametrize(
    ("when", "rule", "start"),
    [
        ("weekly TU", "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270713", "2026-09-01"),
        ("weekly TU,TH", "FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270713", "2026-09-01"),
        ("every 2 weeks WE", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE;UNTIL=20270707", "2026-09-02"),
        ("monthly 1TU", "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270706", "2026-09-01"),
        ("monthly -1FR", "FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20270625", "2026-09-25"),
        ("monthly day 15", "FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20270615", "2026-09-15"),
        ("monthly day -1", "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270630", "2026-09-30"),
        (
            "monthly workday 1",
            "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;UNTIL=20270701",
            "2026-09-01",
        ),
    ],
)
def test_a_series_becomes_a_season_across_both_clock_changes(when, rule, start):
    piece = next(piece for piece in pieces(when) if piece.label == "season-2026")
    assert (piece.rule, piece.days[0].isoformat()) == (rule, start)
    assert piece.days[0] < date(2026, 10, 25)
    assert piece.days[-1] > date(2027, 3, 28)
    # What calendar programs need: the start is the first date of its rule.
    Rule.parse(piece.rule).validate(piece.days[0])
    assert tuple(Rule.parse(piece.rule).dates(piece.days[0])) == piece.days


def test_every_second_week_can_begin_in_either():
    even, odd = (pieces("every 2 weeks WE", phase=phase)[-1].days for phase in (0, 1))
    assert odd[0] - even[0] == timedelta(weeks=1)
    assert set(even) & set(odd) == set()


def test_months_make_seasons():
    [piece] = pieces("weekly SA", months=(4, 5, 6, 7, 8, 9, 10), first=date(2027, 1, 1))
    assert (piece.days[0].isoformat(), piece.days[-1].isoformat()) == ("2027-04-03", "2027-10-30")
    winter = pieces("weekly WE", months=(11, 12, 1, 2))[0]
    assert (winter.days[0].isoformat(), winter.days[-1].isoformat()) == ("2026-11-04", "2027-02-24")


def test_a_series_of_eleven_months_stays_one():
    piece = pieces("monthly day -1", months=tuple(range(1, 12)), first=date(2026, 9, 30))[-1]
    assert date(2026, 12, 31) in piece.days


def test_a_yearly_day_has_one_page_for_three_years():
    [piece] = pieces("yearly 12-06")
    assert [day.year for day in piece.days] == [2025, 2026, 2027]
    assert piece.rule == "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=6;COUNT=3"


@pytest.mark.parametrize("week", [0, 7, 14, 25])
def test_a_single_event_falls_once_into_half_a_year(week):
    """Also when the feasts push it away, never twice and never on one of them."""
    for offset in range(0, 730, 13):
        first = date(2026, 1, 1) + timedelta(days=offset)
        found = pieces(f"once {week} TH", first, first + timedelta(weeks=26) - timedelta(days=1))
        assert len(found) <= 2
        for piece in found:
            [day] = piece.days
            assert day.weekday() == 3
            assert not quiet.is_christmas(day)
            assert not quiet.is_easter(day)
            assert not quiet.is_summer_break(day)


def test_the_same_piece_has_the_same_name_on_any_day():
    early = pieces("once 14 TH", FIRST, LAST)
    late = pieces("once 14 TH", FIRST + timedelta(days=100), LAST + timedelta(days=100))
    assert {piece.label: piece.days for piece in early if piece in late}
    shared = {piece.label for piece in early} & {piece.label for piece in late}
    assert {p.days for p in early if p.label in shared} == {
        p.days for p in late if p.label in shared
    }


def test_irregular_days():
    piece = pieces("dates 3 8 12 SA")[0]
    assert piece.rule == ""
    assert len(piece.days) == 3
    assert {day.weekday() for day in piece.days} == {5}


def test_a_run_of_days():
    piece = pieces("daily 5 once 9 MO")[0]
    assert piece.rule == "FREQ=DAILY;COUNT=5"
    assert [day.weekday() for day in piece.days] == [0, 1, 2, 3, 4]


def test_several_days_at_once():
    piece = pieces("days 9 season 10 1SA")[0]
    assert (piece.days, piece.length) == ((date(2026, 10, 3),), 9)
    assert piece.last_day == date(2026, 10, 11)


def test_a_day_of_the_season():
    assert pieces("season 12 2SA")[0].days == (date(2026, 12, 12),)
    # The last Saturday of December 2026 is Boxing Day.
    assert pieces("season 12 -1SA")[0].days == (date(2026, 12, 19),)


@pytest.mark.parametrize(
    "when", ["", "weekly", "weekly DI", "once TU", "monthly 0TU", "season 13 1SA"]
)
def test_what_is_not_understood_is_refused(when):
    with pytest.raises(PatternError):
        Pattern.parse(when)
