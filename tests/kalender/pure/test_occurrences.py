"""Which dates an event's facts give, with end, status, note, venue and record."""

from datetime import date, datetime, time

from kalender.series import EventFacts, OccurrenceFacts, occurrences
from tests.kalender.pure.samples import cancelled, event, moved, remark, series

WEEKLY = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"  # 3, 10, 17, 24 November 2026
MOVED_AWAY = "moved-2026-11-10"


def every(facts: EventFacts) -> list[OccurrenceFacts]:
    return occurrences(facts, date(2020, 1, 1), date(2040, 1, 1))


def spans(facts: EventFacts) -> list[tuple[datetime, datetime]]:
    return [(item.start_local, item.end_local) for item in every(facts)]


def keys(facts: EventFacts) -> list[tuple[str, date]]:
    return [(item.record_key, item.start_local.date()) for item in every(facts)]


def test_single_event() -> None:
    assert every(event()) == [
        OccurrenceFacts(
            record_key="",
            original_date=date(2026, 11, 3),
            start_local=datetime(2026, 11, 3, 18),
            end_local=datetime(2026, 11, 3, 20),
            all_day=False,
            status="planned",
            note="",
            venue="Bürgerhaus Süd, Äußere Straße 5, 02826 Görlitz",
        )
    ]


def test_unknown_and_open_ends_last_an_hour() -> None:
    hour = [(datetime(2026, 11, 3, 18), datetime(2026, 11, 3, 19))]
    assert spans(event(end_time=None)) == hour
    assert spans(event(open_end=True)) == hour, "open end wins over a typed end"


def test_an_end_not_after_the_start_is_on_the_next_day() -> None:
    overnight = event(start_time=time(22), end_time=time(6))
    assert spans(overnight) == [(datetime(2026, 11, 3, 22), datetime(2026, 11, 4, 6))]
    around_the_clock = event(start_time=time(6), end_time=time(6))
    assert spans(around_the_clock) == [(datetime(2026, 11, 3, 6), datetime(2026, 11, 4, 6))]


def test_several_days() -> None:
    timed = event(end_date=date(2026, 11, 5), end_time=time(12))
    assert spans(timed) == [(datetime(2026, 11, 3, 18), datetime(2026, 11, 5, 12))]
    unknown_end = event(end_date=date(2026, 11, 5), end_time=None)
    assert spans(unknown_end) == [(datetime(2026, 11, 3, 18), datetime(2026, 11, 6))]


def test_whole_days_end_at_the_midnight_after() -> None:
    one = event(all_day=True)
    assert spans(one) == [(datetime(2026, 11, 3), datetime(2026, 11, 4))]
    three = event(all_day=True, end_date=date(2026, 11, 5))
    assert spans(three) == [(datetime(2026, 11, 3), datetime(2026, 11, 6))]
    assert every(three)[0].all_day


def test_the_end_is_computed_by_wall_clock() -> None:
    """People mean "until 6 o'clock", also on the night of 25 October 2026."""
    night = series(
        "FREQ=WEEKLY;BYDAY=SA;COUNT=3",
        start_date=date(2026, 10, 17),
        start_time=time(22),
        end_time=time(6),
    )
    assert [end.hour for _, end in spans(night)] == [6, 6, 6]


def test_irregular_dates_have_records_of_their_own() -> None:
    days = (date(2026, 11, 20), date(2026, 11, 3))
    facts = event(has_base=False, extra_dates=days)
    assert keys(facts) == [
        ("2026-11-03", date(2026, 11, 3)),
        ("2026-11-20", date(2026, 11, 20)),
    ]
    beside = series(WEEKLY, extra_dates=(date(2026, 11, 20),))
    assert keys(beside)[2:] == [
        ("", date(2026, 11, 17)),
        ("2026-11-20", date(2026, 11, 20)),
        ("", date(2026, 11, 24)),
    ]


def test_window_takes_what_touches_it() -> None:
    """A date that runs on is still there; one that ended at 00:00 is not shown on that day."""
    camp = event(end_date=date(2026, 11, 6), end_time=time(0))
    for day, expected in ((2, 0), (3, 1), (5, 1), (6, 0)):
        found = occurrences(camp, date(2026, 11, day), date(2026, 11, day))
        assert len(found) == expected, day
    at_midnight = event(start_time=time(0), end_time=time(1))
    assert occurrences(at_midnight, date(2026, 11, 1), date(2026, 11, 2)) == []
    assert len(occurrences(at_midnight, date(2026, 11, 3), date(2026, 11, 3))) == 1
    assert len(occurrences(series(WEEKLY), date(2026, 11, 10), date(2026, 11, 17))) == 2


def test_status_of_the_whole_event() -> None:
    for status in ("planned", "moved", "postponed", "sold_out", "cancelled"):
        facts = series(WEEKLY, status=status, reason="Grund")
        assert {(item.status, item.note) for item in every(facts)} == {(status, "Grund")}


def test_exceptions_touch_only_their_date() -> None:
    facts = series(
        WEEKLY,
        exceptions=(
            cancelled(date(2026, 11, 3), "Saal gesperrt"),
            moved(date(2026, 11, 10), new_start_time=time(19), text="Später", new_venue="Markt"),
            remark(date(2026, 11, 17), "Bitte Stühle mitbringen"),
            cancelled(date(2026, 11, 18), "trifft keinen Termin"),
            cancelled(date(2026, 11, 24), "falscher Datensatz", key="2026-11-24"),
        ),
    )
    assert [(item.status, item.note) for item in every(facts)] == [
        ("cancelled", "Saal gesperrt"),
        ("moved", "Später"),
        ("planned", "Bitte Stühle mitbringen"),
        ("planned", ""),
    ]
    assert [item.venue for item in every(facts)][:2] == [facts.venue_location, "Markt"]


def test_status_of_event_and_date_together() -> None:
    changes = (
        cancelled(date(2026, 11, 3), "Saal gesperrt"),
        moved(date(2026, 11, 10), new_start_time=time(19), text="Später"),
    )
    for status, expected in (
        ("cancelled", ["cancelled", "cancelled", "cancelled"]),
        ("postponed", ["cancelled", "postponed", "postponed"]),
        ("sold_out", ["cancelled", "moved", "sold_out"]),
        ("moved", ["cancelled", "moved", "moved"]),
    ):
        facts = series(WEEKLY, status=status, reason="Alle", exceptions=changes)
        assert [item.status for item in every(facts)][:3] == expected
    facts = series(WEEKLY, status="cancelled", reason="Alle", exceptions=changes)
    assert [item.note for item in every(facts)][:3] == ["Saal gesperrt", "Alle", "Alle"]


def test_a_moved_date_keeps_its_length() -> None:
    facts = series(
        WEEKLY,
        exceptions=(
            moved(date(2026, 11, 3), new_date=date(2026, 11, 5)),
            moved(date(2026, 11, 10), new_start_time=time(23)),
            moved(date(2026, 11, 17), new_start_time=time(23), new_end_time=time(1)),
            moved(date(2026, 11, 24), new_end_time=time(21)),
        ),
    )
    assert spans(facts) == [
        (datetime(2026, 11, 5, 18), datetime(2026, 11, 5, 20)),
        (datetime(2026, 11, 10, 23), datetime(2026, 11, 11, 1)),
        (datetime(2026, 11, 17, 23), datetime(2026, 11, 18, 1)),
        (datetime(2026, 11, 24, 18), datetime(2026, 11, 24, 21)),
    ]


def test_moving_single_all_day_and_irregular_dates() -> None:
    later = {"new_date": date(2026, 11, 9)}
    single = event(exceptions=(moved(date(2026, 11, 3), **later),))
    assert keys(single) == [("", date(2026, 11, 9))]
    days = event(
        all_day=True,
        end_date=date(2026, 11, 4),
        exceptions=(moved(date(2026, 11, 3), **later),),
    )
    assert spans(days) == [(datetime(2026, 11, 9), datetime(2026, 11, 11))]
    irregular = event(
        has_base=False,
        extra_dates=(date(2026, 11, 3), date(2026, 11, 6)),
        exceptions=(moved(date(2026, 11, 3), key="2026-11-03", **later),),
    )
    assert keys(irregular) == [
        ("2026-11-06", date(2026, 11, 6)),
        ("2026-11-03", date(2026, 11, 9)),
    ], "it stays in its own record"


def test_open_end_stays_an_hour_when_moved() -> None:
    facts = event(open_end=True, exceptions=(moved(date(2026, 11, 3), new_start_time=time(15)),))
    assert spans(facts) == [(datetime(2026, 11, 3, 15), datetime(2026, 11, 3, 16))]


def moved_to(target: date) -> EventFacts:
    return series(WEEKLY, exceptions=(moved(date(2026, 11, 10), new_date=target),))


def test_a_date_moved_between_its_neighbours_stays_in_the_series() -> None:
    for day in (4, 10, 16):
        assert {key for key, _ in keys(moved_to(date(2026, 11, day)))} == {""}


def test_a_date_moved_onto_or_past_a_neighbour_gets_its_own_record() -> None:
    """MS-OXCICAL 2.1.3.1.1.20.18: it may not pass its neighbours nor share a day with them."""
    for target in (date(2026, 11, 3), date(2026, 11, 17), date(2026, 12, 24), date(2026, 1, 1)):
        assert (MOVED_AWAY, target) in keys(moved_to(target)), target


def test_the_outer_dates_move_freely_outwards() -> None:
    facts = series(
        WEEKLY,
        exceptions=(
            moved(date(2026, 11, 3), new_date=date(2026, 1, 1)),
            moved(date(2026, 11, 24), new_date=date(2027, 6, 1)),
        ),
    )
    assert {key for key, _ in keys(facts)} == {""}


def test_two_moved_dates_do_not_cross_each_other() -> None:
    facts = series(
        WEEKLY,
        exceptions=(
            moved(date(2026, 11, 3), new_date=date(2026, 11, 8)),
            moved(date(2026, 11, 10), new_date=date(2026, 11, 6)),
        ),
    )
    assert keys(facts)[:2] == [(MOVED_AWAY, date(2026, 11, 6)), ("", date(2026, 11, 8))]


def test_addresses_of_single_dates() -> None:
    assert event().date_url(date(2026, 12, 1)).endswith("/buergertisch/2026-12-01/")
    assert event(date_url_template="").date_url(date(2026, 12, 1)) == event().url
