"""The banner above an event: what is different, since it must be seen first."""

from collections.abc import Iterable
from datetime import datetime

from kalender.listing import NOT_TAKING_PLACE
from kalender.localtime import to_local
from kalender.models import EventPage, EventState, Occurrence
from sites.runtime import clock
from themes.german_dates import NBSP, day_text
from themes.german_dates import clock as clock_time


def banner_for(event: EventPage, shown: Occurrence, others: Iterable[Occurrence]) -> dict | None:
    """{kind, text, next}; None when all is as planned. At most one query, for the event's state."""
    if shown.status == EventState.Status.PLANNED and not shown.note:
        return None
    kind = "remark" if shown.status == EventState.Status.PLANNED else shown.status
    text = shown.note
    if kind == EventState.Status.MOVED:
        text = ". ".join(part for part in (_what_moved(event, shown), shown.note) if part)
    return {"kind": kind, "text": text, "next": _next(shown, others)}


def _next(shown: Occurrence, others: Iterable[Occurrence]) -> Occurrence | None:
    """The next date that takes place, where the shown one does not."""
    if shown.status not in NOT_TAKING_PLACE:
        return None
    now = clock.now()
    return next(
        (row for row in others if row.end > now and row.status not in NOT_TAKING_PLACE), None
    )


def _what_moved(event: EventPage, shown: Occurrence) -> str:
    planned = shown.local_start.replace(
        year=shown.original_date.year,
        month=shown.original_date.month,
        day=shown.original_date.day,
    )
    if event.start_time and not shown.all_day:
        planned = datetime.combine(shown.original_date, event.start_time)
    if shown.local_start != planned:
        return f"bisher {_moment(planned, shown)}"
    state = EventState.objects.filter(event=event).first()
    if state and state.previous_start:
        return f"bisher {_moment(to_local(state.previous_start), shown)}"
    return f"Neuer Ort: {shown.venue}" if shown.venue_changed else ""


def _moment(local: datetime, shown: Occurrence) -> str:
    day = day_text(local.date(), clock.today())
    return day if shown.all_day else f"{day}, {clock_time(local)}{NBSP}Uhr"
