"""What may not be published, as codes; each negative case beside one that is fine."""

from datetime import date, time

import pytest

from kalender.series import EventFacts, problems
from tests.kalender.pure.samples import cancelled, event, moved, remark, series

DAY = date(2026, 11, 3)
WEEKLY = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"
EXTRA = (date(2026, 11, 5),)
WINTER_SUNDAYS = "FREQ=WEEKLY;BYDAY=SU;UNTIL=20261101"

FINE = [
    event(),
    event(end_time=None),
    event(open_end=True, end_time=None),
    event(all_day=True, start_time=None, end_time=None),
    event(start_time=time(22), end_time=time(6)),
    event(end_date=DAY),
    event(end_date=date(2026, 11, 5), end_time=time(8)),
    event(has_base=False, extra_dates=(DAY, *EXTRA)),
    series(WEEKLY, extra_dates=EXTRA),
    series(WEEKLY, exceptions=(cancelled(DAY), moved(date(2026, 11, 10), new_date=EXTRA[0]))),
    event(exceptions=(moved(DAY, new_venue="Markt"),)),
    event(extra_dates=EXTRA, exceptions=(remark(EXTRA[0], "Hinweis", key="2026-11-05"),)),
    event(start_date=date(2026, 3, 29), start_time=time(1), end_time=time(3)),
    event(start_date=date(2026, 3, 29), start_time=time(1, 30), end_time=None),
    event(start_date=date(2026, 10, 25), start_time=time(1, 30), end_time=None),
    event(start_date=date(2026, 3, 29), all_day=True, start_time=time(2, 30)),
    series("FREQ=DAILY;COUNT=9", all_day=True),
]

WRONG = [
    (event(end_date=date(2026, 11, 2)), ["end-before-start"]),
    (event(end_date=DAY, end_time=time(17)), ["end-before-start"]),
    (event(end_date=DAY, end_time=time(18)), ["end-before-start"]),
    (event(all_day=True, end_date=date(2026, 11, 2)), ["end-before-start"]),
    (event(start_time=None), ["start-time-missing"]),
    (event(has_base=False), ["no-dates"]),
    (event(start_date=date(206, 11, 3)), ["year-out-of-range"]),
    (event(end_date=date(9999, 12, 31)), ["year-out-of-range"]),
    (event(extra_dates=(DAY,)), ["duplicate-date"]),
    (event(extra_dates=EXTRA * 2), ["duplicate-date"]),
    (series(WEEKLY, extra_dates=(date(2026, 11, 24),)), ["duplicate-date"]),
    (series("FREQ=WEEKLY;BYDAY=WE;COUNT=4"), ["start-mismatch"]),
    (series("FREQ=DAILY;COUNT=999"), ["too-long"]),
    (series("FREQ=DAILY;COUNT=3", end_date=date(2026, 11, 4)), ["overlap"]),
    (series("FREQ=DAILY;COUNT=3", all_day=True, end_date=date(2026, 11, 4)), ["overlap"]),
    (series(WEEKLY, exceptions=(cancelled(date(2026, 11, 4)),)), ["exception-without-date"]),
    (event(extra_dates=EXTRA, exceptions=(cancelled(EXTRA[0]),)), ["exception-without-date"]),
    (series(WEEKLY, exceptions=(cancelled(DAY), remark(DAY, "x"))), ["exception-duplicate"]),
    (event(exceptions=(moved(DAY),)), ["exception-without-change"]),
    (event(exceptions=(moved(DAY, new_date=DAY, text="x"),)), ["exception-without-change"]),
    (
        event(all_day=True, exceptions=(moved(DAY, new_start_time=time(9)),)),
        ["exception-time-all-day"],
    ),
    (
        event(start_date=date(2026, 3, 29), start_time=time(2, 30), end_time=time(4)),
        ["missing-hour"],
    ),
    (
        event(start_date=date(2026, 3, 28), start_time=time(22), end_time=time(2, 59)),
        ["missing-hour"],
    ),
    (
        event(start_date=date(2026, 10, 24), start_time=time(22), end_time=time(2)),
        ["ambiguous-hour"],
    ),
    (
        series(
            WINTER_SUNDAYS, start_date=date(2026, 1, 4), start_time=time(2, 30), end_time=time(4)
        ),
        ["missing-hour", "ambiguous-hour"],
    ),
    (
        event(
            start_time=time(2),
            end_time=time(5),
            exceptions=(moved(DAY, new_date=date(2026, 3, 29)),),
        ),
        ["missing-hour"],
    ),
    (
        event(
            has_base=False,
            extra_dates=(date(2026, 10, 25),),
            start_time=time(0),
            end_time=time(2, 30),
        ),
        ["ambiguous-hour"],
    ),
]


@pytest.mark.parametrize("facts", FINE)
def test_nothing_to_complain_about(facts: EventFacts) -> None:
    assert problems(facts) == []


@pytest.mark.parametrize(("facts", "codes"), WRONG)
def test_each_problem_has_its_code(facts: EventFacts, codes: list[str]) -> None:
    assert problems(facts) == codes


def test_a_planned_date_in_the_missing_hour_stays_wrong_when_it_is_moved_out() -> None:
    """It would be written as RECURRENCE-ID, which must be a real time as well."""
    sundays = "FREQ=WEEKLY;BYDAY=SU;COUNT=3"
    facts = series(
        sundays,
        start_date=date(2026, 3, 22),
        start_time=time(2, 30),
        end_time=time(4),
        exceptions=(moved(date(2026, 3, 29), new_start_time=time(10)),),
    )
    assert problems(facts) == ["missing-hour"]


def test_a_rule_is_ignored_where_only_single_days_count() -> None:
    assert problems(series("FREQ=DAILY;COUNT=999", has_base=False, extra_dates=(DAY,))) == []
