"""The two nights of the clock change in Berlin: 29 March 2026 and 25 October 2026."""

from datetime import UTC, datetime

import pytest

from kalender.localtime import (
    is_ambiguous,
    is_missing,
    one_hour_later,
    spans_change,
    to_local,
    to_utc,
)

MARCH, OCTOBER = (2026, 3, 29), (2026, 10, 25)


@pytest.mark.parametrize(
    ("local", "utc"),
    [
        (datetime(2026, 1, 10, 18), datetime(2026, 1, 10, 17, tzinfo=UTC)),
        (datetime(2026, 7, 10, 18), datetime(2026, 7, 10, 16, tzinfo=UTC)),
        (datetime(*MARCH, 1, 59), datetime(*MARCH, 0, 59, tzinfo=UTC)),
        (datetime(*MARCH, 3, 0), datetime(*MARCH, 1, 0, tzinfo=UTC)),
        (datetime(*OCTOBER, 1, 59), datetime(2026, 10, 24, 23, 59, tzinfo=UTC)),
        (datetime(*OCTOBER, 3, 0), datetime(*OCTOBER, 2, 0, tzinfo=UTC)),
    ],
)
def test_to_utc_and_back(local: datetime, utc: datetime) -> None:
    assert to_utc(local) == utc
    assert to_utc(local).tzinfo is UTC
    assert to_local(utc) == local


def test_doubled_hour_counts_as_its_first_pass() -> None:
    """RFC 5545 3.3.5: an ambiguous local time is the first occurrence."""
    assert to_utc(datetime(*OCTOBER, 2, 30)) == datetime(*OCTOBER, 0, 30, tzinfo=UTC)
    assert to_utc(datetime(*OCTOBER, 2, 30, fold=1)) == datetime(*OCTOBER, 0, 30, tzinfo=UTC)


def test_missing_hour_uses_the_offset_before_the_gap() -> None:
    """RFC 5545 3.3.5."""
    assert to_utc(datetime(*MARCH, 2, 30)) == datetime(*MARCH, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hour", "minute", "expected"),
    [
        (1, 59, False),
        (2, 0, True),
        (2, 59, True),
        (3, 0, False),
    ],
)
def test_edges_of_both_hours(hour: int, minute: int, expected: bool) -> None:
    assert is_missing(datetime(*MARCH, hour, minute)) is expected
    assert is_ambiguous(datetime(*OCTOBER, hour, minute)) is expected
    assert not is_ambiguous(datetime(*MARCH, hour, minute))
    assert not is_missing(datetime(*OCTOBER, hour, minute))


def test_spans_change() -> None:
    spring = datetime(2026, 3, 28, 22), datetime(*MARCH, 6)
    autumn = datetime(2026, 10, 24, 22), datetime(*OCTOBER, 6)
    assert spans_change(*spring)
    assert spans_change(*autumn)
    assert not spans_change(datetime(2026, 3, 27, 22), datetime(2026, 3, 28, 6))
    assert not spans_change(datetime(2026, 3, 1), datetime(2026, 11, 1)), "both changes cancel out"


@pytest.mark.parametrize(
    ("start", "later"),
    [
        (datetime(2026, 11, 3, 23, 30), datetime(2026, 11, 4, 0, 30)),
        (datetime(*MARCH, 1, 30), datetime(*MARCH, 3, 30)),
        (datetime(*OCTOBER, 0, 30), datetime(*OCTOBER, 1, 30)),
        (datetime(*OCTOBER, 1, 30), datetime(*OCTOBER, 3, 0)),
    ],
)
def test_one_hour_later_never_ends_in_a_bad_hour(start: datetime, later: datetime) -> None:
    assert one_hour_later(start) == later
    assert not is_missing(later)
    assert not is_ambiguous(later)


def test_mixing_naive_and_aware_is_refused() -> None:
    with pytest.raises(ValueError, match="naive"):
        to_utc(datetime(2026, 1, 1, tzinfo=UTC))
    with pytest.raises(ValueError, match="aware"):
        to_local(datetime(2026, 1, 1))
