"""The one clock."""

from datetime import UTC, date, datetime

import pytest

from sites.runtime import clock


def test_today_is_the_date_in_germany():
    with clock.stand_at(datetime(2026, 6, 30, 22, 30, tzinfo=UTC)):
        assert clock.today() == date(2026, 7, 1)
    with clock.stand_at(datetime(2026, 12, 31, 22, 59, tzinfo=UTC)):
        assert clock.today() == date(2026, 12, 31)


def test_the_demo_clock_moves_the_date_and_goes_on(settings):
    settings.DEMO_TODAY = "2027-02-28"
    assert clock.today() == date(2027, 2, 28)
    assert clock.now() <= clock.now()


def test_a_naive_moment_is_refused():
    with pytest.raises(ValueError, match="aware"), clock.stand_at(datetime(2026, 1, 1)):
        pass


def test_outside_the_block_the_clock_goes_on():
    with clock.stand_at(datetime(2020, 1, 1, tzinfo=UTC)):
        assert clock.now().year == 2020
    assert clock.now().year > 2020
