"""What an engine that knows only our file expands equals ``occurrences``, for any facts."""

from datetime import date, time, timedelta

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kalender.recurrence import Rule
from kalender.series import EventFacts, ExceptionFacts, problems
from kalender.series_dates import base_dates
from tests.kalender.pure.samples import cancelled, event, moved, our_own, read_back, remark, series

RULES = [
    "FREQ=DAILY;COUNT=20",
    "FREQ=DAILY;INTERVAL=3;UNTIL=20270401",
    "FREQ=WEEKLY;BYDAY=TU;UNTIL=20271231",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,SU;COUNT=30",
    "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=8",
    "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231",
    "FREQ=MONTHLY;BYDAY=1TU;COUNT=12",
    "FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=9",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1;COUNT=12",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=12",
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=3",
    "FREQ=YEARLY;BYMONTH=12;BYDAY=2SA;COUNT=3",
]
TIMES = [
    {"start_time": time(18), "end_time": time(20)},
    {"start_time": time(22), "end_time": time(6)},
    {"start_time": time(9, 30), "end_time": None},
    {"start_time": time(23, 30), "open_end": True},
    {"all_day": True},
]
FIRST = date(2026, 1, 1)


def beginning(text: str, searched_from: date, **changes: object) -> EventFacts:
    """A series on the first date of its rule from a day on."""
    start = Rule.parse(text).dates(searched_from)[0]
    return series(text, start_date=start, **changes)


@pytest.mark.parametrize("text", RULES)
@pytest.mark.parametrize("times", TIMES)
def test_every_template_with_every_kind_of_time(text: str, times: dict[str, object]) -> None:
    facts = beginning(text, FIRST, **times)
    assert problems(facts) == []
    assert read_back(facts) == our_own(facts)
    assert len(our_own(facts)) > 1


@st.composite
def exceptions(draw: st.DrawFn, day: date, key: str) -> ExceptionFacts:
    return draw(
        st.one_of(
            st.just(cancelled(day, "fällt aus", key)),
            st.just(remark(day, "Hinweis", key)),
            st.builds(
                lambda days, start, end: moved(
                    day,
                    key,
                    new_date=day + timedelta(days=days),
                    new_start_time=start,
                    new_end_time=end,
                ),
                st.integers(-40, 40),
                st.sampled_from([None, time(10), time(19, 30)]),
                st.sampled_from([None, time(11), time(21)]),
            ),
        )
    )


@st.composite
def whole_events(draw: st.DrawFn) -> EventFacts:
    begin = draw(st.dates(FIRST, date(2027, 6, 1)))
    times = draw(st.sampled_from(TIMES))
    text = draw(st.sampled_from([*RULES, ""]))
    if text:
        assume(Rule.parse(text).dates(begin))
        facts = beginning(text, begin, **times)
    else:
        facts = event(start_date=begin, **times)
    extra = draw(st.lists(st.dates(FIRST, date(2027, 12, 31)), max_size=4, unique=True))
    extra = [day for day in extra if day not in base_dates(facts)]
    keyed = [("", day) for day in base_dates(facts)[:12]] + [(str(day), day) for day in extra]
    chosen = draw(st.lists(st.sampled_from(keyed), max_size=5, unique=True))
    changed = tuple(draw(exceptions(day, key)) for key, day in chosen)
    status = draw(st.sampled_from(["planned", "planned", "sold_out", "postponed", "cancelled"]))
    return EventFacts(
        **{
            **vars(facts),
            "extra_dates": tuple(extra),
            "exceptions": changed,
            "status": status,
        }
    )


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(whole_events())
def test_any_event_reads_back_as_it_is(facts: EventFacts) -> None:
    assert read_back(facts) == our_own(facts)


def test_an_exclusion_is_really_excluded() -> None:
    facts = series(
        "FREQ=WEEKLY;BYDAY=TU;COUNT=4",
        exceptions=(moved(date(2026, 11, 10), new_date=date(2026, 11, 17)),),
    )
    days = [item.start.date() for item in read_back(facts)]
    assert days == [date(2026, 11, day) for day in (3, 17, 17, 24)]
    assert read_back(facts) == our_own(facts)
