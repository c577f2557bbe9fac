"""The one clock. Everything that depends on "now" or "today" asks here, so that a demo or a test
can stand on another day.

`DEMO_TODAY` (dev settings) moves the date, not the time of day: the clock goes on from there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

BERLIN = ZoneInfo("Europe/Berlin")

_fixed: ContextVar[datetime | None] = ContextVar("fixed_now", default=None)
_process_start = datetime.now(UTC)


def now() -> datetime:
    """The current moment, aware, in UTC, whole seconds (iCalendar knows no fractions)."""
    if (fixed := _fixed.get()) is not None:
        return fixed
    moment = datetime.now(UTC).replace(microsecond=0)
    if settings.DEMO_TODAY:
        moment += _demo_offset()
    return moment


def today() -> date:
    """The current date in Germany."""
    return now().astimezone(BERLIN).date()


@contextmanager
def stand_at(moment: datetime) -> Iterator[None]:
    """Let the clock stand still at `moment` (aware) in this thread. For tests."""
    if moment.tzinfo is None:
        raise ValueError("the clock needs an aware datetime")
    token = _fixed.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _fixed.reset(token)


def _demo_offset() -> timedelta:
    real_day = _process_start.astimezone(BERLIN).date()
    return date.fromisoformat(str(settings.DEMO_TODAY)) - real_day
