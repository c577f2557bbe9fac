"""German texts for days, times of day and spans. Pure: dates and naive local times in, text out.

Every function takes local (Europe/Berlin) values. The year is written only where it differs from
`today`'s. No-break spaces keep "19 Uhr" and "3. November" together; spans use the en dash.
"""

from datetime import date, datetime, time, timedelta

NBSP = "\u00a0"
WEEKDAYS = (
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
)
MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
_SHORT = {2: "Feb", 8: "Aug", 9: "Sep", 10: "Okt", 11: "Nov", 12: "Dez", 1: "Jan", 4: "Apr"}


def weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def short_weekday(day: date) -> str:
    return weekday(day)[:2]


def month(day: date) -> str:
    return MONTHS[day.month - 1]


def short_month(day: date) -> str:
    """Return at most four letters, for the calendar leaf."""
    return _SHORT.get(day.month, month(day))


def day_and_month(day: date, today: date | None = None) -> str:
    """Return "3. November", with the year unless it is today's ("3. November 2026")."""
    text = f"{day.day}.{NBSP}{month(day)}"
    if today is None or day.year != today.year:
        text += f"{NBSP}{day.year}"
    return text


def day_text(day: date, today: date | None = None) -> str:
    """Return "Di., 3. November"."""
    return f"{short_weekday(day)}.,{NBSP}{day_and_month(day, today)}"


def full_day(day: date, today: date | None = None) -> str:
    """Return "Dienstag, 3. November", as it is read aloud."""
    return f"{weekday(day)}, {day_and_month(day, today)}"


def day_span(first: date, last: date, today: date | None = None) -> str:
    """Return "5.–7. Juni", "30. Mai – 2. Juni" or, for one day, "Fr., 5. Juni"."""
    if last <= first:
        return day_text(first, today)
    end = day_and_month(last, today)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{end}"
    if first.year == last.year:
        return f"{first.day}.{NBSP}{month(first)} – {end}"
    return f"{day_and_month(first)} – {day_and_month(last)}"


def clock(value: time | datetime) -> str:
    """Return "19" or "19:30", without the word."""
    return f"{value.hour}:{value.minute:02d}" if value.minute else str(value.hour)


def time_span(start: datetime, end: datetime | None = None, *, open_end: bool = False) -> str:
    """Return the times of an event that starts and ends as given, without its days.

    "19 Uhr", "19–21 Uhr", "ab 19 Uhr" (open end), "20 Uhr bis 1 Uhr" (into the next day) and
    "20–24 Uhr" (until midnight). An event of several days says only when it begins.
    """
    begins = f"{clock(start)}{NBSP}Uhr"
    if open_end:
        return f"ab{NBSP}{begins}"
    if end is None or end <= start:
        return begins
    if end.date() == start.date():
        return f"{clock(start)}–{clock(end)}{NBSP}Uhr"
    midnight = datetime.combine(start.date() + timedelta(days=1), time())
    if end == midnight:
        return f"{clock(start)}–24{NBSP}Uhr"
    if end - start < timedelta(hours=24) and end < midnight + timedelta(hours=12):
        return f"{begins} bis {clock(end)}{NBSP}Uhr"
    return begins


def is_overnight(start: datetime, end: datetime | None) -> bool:
    """True when it runs into the next morning: people still call that one day."""
    if end is None or end.date() != start.date() + timedelta(days=1):
        return False
    return end.hour < 12 and end - start < timedelta(hours=24)


def span_of_several_days(start: datetime, end: datetime, today: date | None = None) -> str:
    """Return "Fr., 5. Juni, 18 Uhr, bis So., 7. Juni, 14 Uhr"."""
    return (
        f"{day_text(start.date(), today)}, {clock(start)}{NBSP}Uhr, "
        f"bis {day_text(end.date(), today)}, {clock(end)}{NBSP}Uhr"
    )
