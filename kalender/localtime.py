"""Europe/Berlin wall-clock time: conversion to UTC and the two nights a year that need care.

Nothing here reads the clock. "Local" always means a naive ``datetime`` on a Berlin clock.
"""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

BERLIN = ZoneInfo("Europe/Berlin")


def to_utc(local: datetime) -> datetime:
    """Aware UTC instant of a naive Berlin time.

    The doubled hour in October counts as its first pass, the missing hour in March with the
    offset before the change (RFC 5545 3.3.5). The editor refuses both, see
    ``series.problems``.
    """
    return _attach(local).astimezone(UTC)


def to_local(instant: datetime) -> datetime:
    """Naive Berlin time of an aware instant."""
    if instant.tzinfo is None:
        raise ValueError("an aware datetime is needed")
    return instant.astimezone(BERLIN).replace(tzinfo=None, fold=0)


def is_missing(local: datetime) -> bool:
    """True for 02:00-02:59 on the last Sunday in March, which no clock shows."""
    return to_local(to_utc(local)) != local.replace(fold=0)


def is_ambiguous(local: datetime) -> bool:
    """True for 02:00-02:59 on the last Sunday in October, which happens twice."""
    first, second = _attach(local), _attach(local).replace(fold=1)
    return first.utcoffset() != second.utcoffset() and not is_missing(local)


def spans_change(start: datetime, end: datetime) -> bool:
    """True when the UTC offset differs between the two, so wall clock and length disagree."""
    return _attach(start).utcoffset() != _attach(end).utcoffset()


def one_hour_later(local: datetime) -> datetime:
    """Local time a real hour later, moved out of the doubled hour to 03:00 in October."""
    later = to_local(to_utc(local) + timedelta(hours=1))
    return later.replace(hour=3, minute=0, second=0) if is_ambiguous(later) else later


def _attach(local: datetime) -> datetime:
    if local.tzinfo is not None:
        raise ValueError("a naive local datetime is needed")
    return local.replace(tzinfo=BERLIN, fold=0)
