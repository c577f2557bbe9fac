"""What people do with an event beside editing its page: at once, without a draft.

State and exceptions are no page fields, so that publishing an older draft undoes none of this.
Every act is atomic, can be repeated, works on the original of a translation or alias, brings the
calendars up to date, is announced, and stands in the page's history. `user` may be None.
"""

from datetime import date, datetime, time

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from kalender import problem_texts, scheduling
from kalender.models import EventException, EventPage, EventRecord, EventState
from kalender.scheduling.loading import Loaded, load
from kalender.series import occurrence
from kalender.series_dates import series_dates
from sites.content.changes import announce
from sites.runtime import clock

# What is announced for each act: "event.…" in `content.changes`.
ANNOUNCED = {
    "cancel_event": "cancelled",
    "restore_event": "restored",
    "set_status": "status_set",
    "cancel_date": "date_cancelled",
    "move_date": "date_moved",
    "remark_date": "date_remarked",
    "restore_date": "date_restored",
}
LOG_ACTIONS = {
    "kalender.cancel_event": _("Termin abgesagt"),
    "kalender.restore_event": _("Absage zurückgenommen"),
    "kalender.set_status": _("Stand geändert"),
    "kalender.cancel_date": _("Ein Termin der Reihe fällt aus"),
    "kalender.move_date": _("Ein Termin wurde verlegt"),
    "kalender.remark_date": _("Hinweis zu einem Termin"),
    "kalender.restore_date": _("Ein Termin findet wieder wie geplant statt"),
}


def cancel_event(*, event: EventPage, reason: str = "", user=None) -> None:
    """The whole event, all its dates: STATUS:CANCELLED and "ABGESAGT: " everywhere."""
    _set_state(event, EventState.Status.CANCELLED, reason, None, "cancel_event", user)


def restore_event(*, event: EventPage, user=None) -> None:
    """Back to planned. Single dates that were cancelled or moved stay so."""
    _set_state(event, EventState.Status.PLANNED, "", None, "restore_event", user)


def set_status(
    *,
    event: EventPage,
    status: str,
    reason: str = "",
    previous_start: datetime | None = None,
    user=None,
) -> None:
    """Any status of the whole event; `previous_start` (aware) goes with "moved"."""
    _set_state(event, EventState.Status(status), reason, previous_start, "set_status", user)


def cancel_date(*, event: EventPage, original_date: date, reason: str = "", user=None) -> None:
    _except(event, original_date, "cancel_date", user, kind="cancelled", text=reason)


def move_date(
    *,
    event: EventPage,
    original_date: date,
    new_date: date | None = None,
    new_start_time: time | None = None,
    new_end_time: time | None = None,
    new_venue: str = "",
    reason: str = "",
    user=None,
) -> None:
    """Another day, time or venue for one date; its address keeps the original day."""
    _except(
        event,
        original_date,
        "move_date",
        user,
        kind="moved",
        text=reason,
        new_date=new_date,
        new_start_time=new_start_time,
        new_end_time=new_end_time,
        new_venue=new_venue,
    )


def remark_date(*, event: EventPage, original_date: date, text: str, user=None) -> None:
    _except(event, original_date, "remark_date", user, kind="remark", text=text)


@transaction.atomic
def restore_date(*, event: EventPage, original_date: date, user=None) -> None:
    """As planned again; without effect on a date that is."""
    original = event.original
    exceptions = EventException.objects.filter(record__event=original, original_date=original_date)
    if exceptions.delete()[0]:
        _tell(original, "restore_date", user, original_date=original_date.isoformat())


@transaction.atomic
def _set_state(
    event: EventPage,
    status: str,
    reason: str,
    previous_start: datetime | None,
    action: str,
    user,
) -> None:
    original = event.original
    state = EventState.objects.select_for_update().filter(event=original).first()
    state = state or EventState(event=original)
    wanted = (status, reason.strip(), previous_start)
    if (state.status, state.reason, state.previous_start) == wanted and (
        state.pk or status == EventState.Status.PLANNED
    ):
        return
    state.status, state.reason, state.previous_start = wanted
    state.changed_at = clock.now()
    state.full_clean(exclude=["previous_start"])  # empty is its usual value
    state.save()
    _tell(original, action, user, status=status, reason=reason)


@transaction.atomic
def _except(event: EventPage, original_date: date, action: str, user, **values) -> None:
    """Set the one exception of a date. ValidationError, by form field, when the date is none of
    the event's or its new time cannot be."""
    original = event.original
    [item] = load([original.pk])
    record = _record_of(item, original_date)
    found = EventException.objects.filter(record=record, original_date=original_date).first()
    exception = found or EventException(record=record, original_date=original_date)
    for name in ("new_date", "new_start_time", "new_end_time"):
        setattr(exception, name, values.get(name))
    exception.new_venue = values.get("new_venue", "").strip()
    exception.kind, exception.text = values["kind"], values["text"].strip()
    exception.changed_at = clock.now()
    exception.full_clean(exclude=["record"])
    _check(item, exception)
    if exception.kind == EventException.Kind.MOVED:
        _check_day_is_free(item, exception)
    exception.save()
    _tell(original, action, user, original_date=original_date.isoformat(), text=exception.text)


def _record_of(item: Loaded, original_date: date) -> EventRecord:
    """The base record for dates of the base, else the irregular day's own. A page that was never
    published has none yet."""
    for dated in series_dates(item.facts()):
        if dated.original_date == original_date:
            key = "" if dated.record_key.startswith("moved-") else dated.record_key
            record = item.records.get(key)
            if record is None:
                raise ValidationError(_("Bitte veröffentlichen Sie den Termin zuerst."))
            return record
    field, message = problem_texts.TEXTS["exception-without-date"]
    raise ValidationError({field: message})


def _check(item: Loaded, exception: EventException) -> None:
    """The facts with this exception must be without problems."""
    item.exceptions = [
        other
        for other in item.exceptions
        if (other.record_id, other.original_date) != (exception.record_id, exception.original_date)
    ]
    before = set(problem_texts.messages(item.facts()))
    item.exceptions.append(exception)
    found = [pair for pair in problem_texts.messages(item.facts()) if pair not in before]
    if found:
        raise ValidationError({_field_of_exception(field): text for field, text in found})


def _check_day_is_free(item: Loaded, exception: EventException) -> None:
    """Two dates of a series never stand on the same day; what is cancelled there does not count."""
    facts = item.facts()
    day = exception.new_date or exception.original_date
    held = (occurrence(facts, dated) for dated in series_dates(facts))
    for other in held:
        is_other = other.original_date != exception.original_date
        if is_other and other.status != "cancelled" and other.start_local.date() == day:
            message = _("An diesem Tag steht schon ein anderer Termin der Reihe.")
            raise ValidationError({"new_date": message})


def _field_of_exception(field: str) -> str:
    return {"start_time": "new_start_time", "end_time": "new_end_time", "end_date": "new_date"}.get(
        field, field
    )


def _tell(event: EventPage, action: str, user, **data) -> None:
    scheduling.schedule(event)
    log(event, f"kalender.{action}", user=user, data=data)
    [item] = load([event.pk])
    announce(
        f"event.{ANNOUNCED[action]}", place=item.place, subject=event, topics=tuple(item.topics)
    )
