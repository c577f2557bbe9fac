"""German texts for days and times: the ordinary ones and the edges."""

from datetime import date, datetime

import pytest

from themes import german_dates as german

TODAY = date(2026, 11, 22)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_a_day_of_this_year_has_no_year():
    assert german.day_text(date(2026, 11, 3), TODAY) == "Di.,\u00a03.\u00a0November"
    assert german.full_day(date(2026, 11, 3), TODAY) == "Dienstag, 3.\u00a0November"


@pytest.mark.parametrize("year", [2025, 2027])
def test_a_day_of_another_year_names_it(year):
    assert german.day_and_month(date(year, 1, 5), TODAY) == f"5.\u00a0Januar\u00a0{year}"


def test_without_a_today_the_year_is_always_named():
    assert german.day_and_month(date(2026, 3, 1)) == "1.\u00a0März\u00a02026"


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (date(2026, 6, 5), date(2026, 6, 5), "Fr.,\u00a05.\u00a0Juni"),
        (date(2026, 6, 5), date(2026, 6, 7), "5.–7.\u00a0Juni"),
        (date(2026, 5, 30), date(2026, 6, 2), "30.\u00a0Mai – 2.\u00a0Juni"),
        (
            date(2026, 12, 30),
            date(2027, 1, 2),
            "30.\u00a0Dezember\u00a02026 – 2.\u00a0Januar\u00a02027",
        ),
        (date(2027, 2, 5), date(2027, 2, 7), "5.–7.\u00a0Februar\u00a02027"),
        (date(2027, 1, 30), date(2027, 2, 2), "30.\u00a0Januar – 2.\u00a0Februar\u00a02027"),
    ],
)
def test_spans_of_days(first, last, expected):
    assert german.day_span(first, last, TODAY) == expected


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-11-03T19:00", None, "19\u00a0Uhr"),
        ("2026-11-03T19:30", None, "19:30\u00a0Uhr"),
        ("2026-11-03T19:00", "2026-11-03T19:00", "19\u00a0Uhr"),
        ("2026-11-03T19:00", "2026-11-03T21:00", "19–21\u00a0Uhr"),
        ("2026-11-03T19:30", "2026-11-03T21:05", "19:30–21:05\u00a0Uhr"),
        ("2026-11-03T09:00", "2026-11-03T12:30", "9–12:30\u00a0Uhr"),
        ("2026-11-03T20:00", "2026-11-04T00:00", "20–24\u00a0Uhr"),
        ("2026-11-03T20:00", "2026-11-04T01:00", "20\u00a0Uhr bis 1\u00a0Uhr"),
        ("2026-12-31T20:00", "2027-01-01T02:30", "20\u00a0Uhr bis 2:30\u00a0Uhr"),
        ("2026-11-03T00:00", "2026-11-03T01:00", "0–1\u00a0Uhr"),
        ("2026-06-05T18:00", "2026-06-07T14:00", "18\u00a0Uhr"),
    ],
)
def test_times(start, end, expected):
    assert german.time_span(at(start), at(end) if end else None) == expected


def test_an_open_end_says_from():
    text = german.time_span(at("2026-11-03T19:00"), at("2026-11-03T21:00"), open_end=True)
    assert text == "ab\u00a019\u00a0Uhr"


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("2026-11-04T01:00", True),
        ("2026-11-04T12:00", False),
        ("2026-11-03T23:00", False),
        ("2026-11-05T01:00", False),
    ],
)
def test_a_night_ends_before_noon(end, expected):
    assert german.is_overnight(at("2026-11-03T20:00"), at(end)) is expected


def test_several_days_with_times():
    text = german.span_of_several_days(at("2026-06-05T18:00"), at("2026-06-07T14:00"), TODAY)
    assert text == "Fr.,\u00a05.\u00a0Juni, 18\u00a0Uhr, bis So.,\u00a07.\u00a0Juni, 14\u00a0Uhr"


def test_the_leaf_abbreviates_long_months_only():
    shown = [german.short_month(date(2026, month, 1)) for month in range(1, 13)]
    assert " ".join(shown) == "Jan Feb März Apr Mai Juni Juli Aug Sep Okt Nov Dez"
