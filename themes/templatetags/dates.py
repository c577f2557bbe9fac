"""Tags for the dates of events: how German readers write them, and how they are read aloud.

A *row* is any object with first_day, last_day (local, inclusive), local_start, local_end (naive
local), all_day and open_end; when its `event` has no end_time, its end is only assumed. `today`
comes from the context, so that only other years are named.
"""

from datetime import UTC, date, datetime

from django import template
from django.utils.html import format_html

from themes import german_dates as german

register = template.Library()


def _today(context) -> date | None:
    return context.get("today")


def _last_day(row) -> date:
    """The last day people would name: a night that ends at one o'clock belongs to its evening."""
    if not row.all_day and german.is_overnight(row.local_start, row.local_end):
        return row.first_day
    return row.last_day or row.first_day


@register.simple_tag(takes_context=True)
def day(context, value: date) -> str:
    """Return "Di., 3. November"."""
    return german.day_text(_as_date(value), _today(context))


@register.simple_tag(takes_context=True)
def full_day(context, value: date) -> str:
    """Return "Dienstag, 3. November"."""
    return german.full_day(_as_date(value), _today(context))


@register.filter
def long_date(value: date) -> str:
    """Return "3. November 2026", for bylines."""
    return german.day_and_month(_as_date(value))


@register.simple_tag(takes_context=True)
def days(context, row) -> str:
    """Return the day or the days of a row: "Di., 3. November", "5.–7. Juni"."""
    return german.day_span(row.first_day, _last_day(row), _today(context))


@register.simple_tag(takes_context=True)
def full_days(context, row) -> str:
    """Return the days as they are read aloud: "Dienstag, 3. November"."""
    return _full_days(row, _today(context))


@register.simple_tag
def times(row) -> str:
    """Return "19–21 Uhr", "ab 19 Uhr", "ganztägig"."""
    return _times(row)


@register.simple_tag(takes_context=True)
def times_or_days(context, row) -> str:
    """Return what a row says below its day's name: its times, or its days if it has several."""
    if _last_day(row) == row.first_day:
        return _times(row)
    return when(context, row)


@register.simple_tag(takes_context=True)
def when(context, row) -> str:
    """Return everything in one line, as HTML: "Di., 3. November, 19–21 Uhr"."""
    today = _today(context)
    end = None if row.all_day or row.open_end else _end(row)
    if end and _last_day(row) > row.first_day:
        return german.span_of_several_days(row.local_start, end, today)
    days_text = german.day_span(row.first_day, _last_day(row), today)
    return format_html('{}, <span class="nowrap">{}</span>', days_text, _times(row))


@register.simple_tag(takes_context=True)
def spoken_when(context, row) -> str:
    """Return the accessible name's part: "Dienstag, 3. November, 19–21 Uhr"."""
    return f"{_full_days(row, _today(context))}, {_times(row)}"


@register.filter
def day_after_rows(days, rows: int) -> int:
    """Return the number (from 1) of the day that ends with or after this many rows; 0 if none."""
    seen = 0
    for number, (_day, found) in enumerate(days, start=1):
        seen += len(found)
        if seen >= rows:
            return number
    return 0


@register.simple_tag(takes_context=True)
def was_planned_for(context, row) -> str:
    """Return "bisher Do., 24. Dezember" for a date of a series that moved to another day."""
    original = getattr(row, "original_date", None)
    if row.status != "moved" or not original or original == row.first_day:
        return ""
    text = german.day_text(original, _today(context))
    return format_html(' <span class="was-planned">bisher {}</span>', text)


@register.simple_tag
def machine_time(row) -> str:
    """Return the value for <time datetime>: a date, or a local time with its offset."""
    if row.all_day or not getattr(row, "start", None):
        return row.first_day.isoformat()
    offset = row.local_start - row.start.astimezone(UTC).replace(tzinfo=None)
    minutes = int(offset.total_seconds() // 60)
    sign = "-" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"{row.local_start:%Y-%m-%dT%H:%M}{sign}{hours:02d}:{rest:02d}"


@register.inclusion_tag("components/leaf.html")
def leaf(row, size: str = "") -> dict:
    """Draw the leaf of the tear-off calendar for a row. Decoration: hidden from screen readers."""
    return _leaf(row.first_day, _last_day(row), size, getattr(row, "status", ""))


@register.inclusion_tag("components/leaf.html")
def blank_leaf() -> dict:
    """Draw a leaf on which nothing is written: no date is fixed."""
    return {"weekday": german.NBSP, "number": german.NBSP, "month": german.NBSP}


@register.inclusion_tag("components/leaf.html")
def day_leaf(value: date, size: str = "") -> dict:
    """Draw the leaf for one day."""
    value = _as_date(value)
    return _leaf(value, value, size, "")


def _leaf(first: date, last: date, size: str, status: str) -> dict:
    large = size == "large"
    several = last > first
    if several and (first.year, first.month) == (last.year, last.month):
        number = f"{first.day}–{last.day}"
    else:
        number = f"{first.day}–" if several else str(first.day)
    return {
        "weekday": german.weekday(first) if large else german.short_weekday(first),
        "number": number,
        "month": german.month(first) if large else german.short_month(first),
        "is_sunday": first.weekday() == 6 and not several,
        "several": several,
        "large": large,
        "cancelled": status == "cancelled",
    }


def _full_days(row, today: date | None) -> str:
    last = _last_day(row)
    text = german.full_day(row.first_day, today)
    return f"{text} bis {german.full_day(last, today)}" if last > row.first_day else text


def _times(row) -> str:
    if row.all_day:
        return "ganztägig"
    return german.time_span(row.local_start, _end(row), open_end=row.open_end)


def _end(row) -> datetime | None:
    """When it ends, if its event says so: else the end in the row is only assumed."""
    event = getattr(row, "event", None)
    known = row.all_day or event is None or event.end_time is not None
    return row.local_end if known else None


def _as_date(value: date | datetime) -> date:
    return value.date() if isinstance(value, datetime) else value
