"""When the demo's things seem to have been made: always in the past of its clock."""

from datetime import datetime, time, timedelta

from sites.runtime import clock

from .repertoire import number


def days_ago(days: int, *parts: str) -> datetime:
    """An hour of that day between 8 and 20 o'clock, the same for the same `parts`; never later
    than now."""
    luck = number(*parts)
    moment = time(8 + luck % 12, luck // 12 % 60)
    day = clock.today() - timedelta(days=days)
    return not_later(datetime.combine(day, moment, tzinfo=clock.BERLIN))


def not_later(moment: datetime) -> datetime:
    return min(moment, clock.now())


def announced(key: str, start: datetime, *, first_build: bool) -> datetime:
    """Three to seven weeks before it starts, if that is over; else in the last few weeks, or now
    when the demo adds it at a later start."""
    luck = number(key, "announced")
    moment = start - timedelta(days=21 + luck % 28, minutes=luck % 600)
    if moment <= clock.now():
        return moment
    return days_ago(1 + luck % 40, key) if first_build else clock.now()
