"""The small forms behind "Termin absagen", "fällt aus", "verlegen" and "Hinweis"."""

from datetime import date, datetime, time

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from kalender.localtime import to_local, to_utc
from kalender.models import EventException, EventState, Occurrence
from kalender.native_inputs import DayInput, TimeOfDayInput
from sites.runtime import clock
from themes.german_dates import NBSP, day_text
from themes.german_dates import clock as clock_time

LISTED = 200  # coming dates to choose from


class ActForm(forms.Form):
    """`kwargs()` are the arguments of the act in `kalender.acts`."""

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, **kwargs)
        self.event = event

    @classmethod
    def makes_sense(cls, event) -> bool:
        """Whether there is anything that the act could be about."""
        return True

    def kwargs(self) -> dict:
        return dict(self.cleaned_data)


class CancelEventForm(ActForm):
    reason = forms.CharField(
        label=_("Warum fällt der Termin aus?"),
        max_length=200,
        help_text=_("Steht auf der Seite und in allen abonnierten Kalendern."),
    )


class StatusForm(ActForm):
    """Everything but cancelling, which has a form of its own."""

    status = forms.ChoiceField(
        label=_("Stand"),
        choices=[
            (EventState.Status.PLANNED, _("wie geplant")),
            (EventState.Status.MOVED, _("verschoben")),
            (EventState.Status.POSTPONED, _("verschoben, neuer Termin folgt")),
            (EventState.Status.SOLD_OUT, _("ausgebucht")),
        ],
    )
    previous_date = forms.DateField(
        label=_("Bisher am"),
        required=False,
        widget=DayInput,
        help_text=_("Nur bei „verschoben“: der Tag, der vorher angekündigt war."),
    )
    previous_time = forms.TimeField(label=_("um"), required=False, widget=TimeOfDayInput)
    reason = forms.CharField(
        label=_("Warum?"),
        max_length=200,
        required=False,
        help_text=_("Steht auf der Seite und in allen abonnierten Kalendern."),
    )

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, event=event, **kwargs)
        state = EventState.objects.filter(event=event).first()
        if state is None or state.status == EventState.Status.CANCELLED:
            return
        self.initial.update(status=state.status, reason=state.reason)
        if state.previous_start:
            before = to_local(state.previous_start)
            self.initial.update(previous_date=before.date(), previous_time=before.time())

    def clean(self):
        data = super().clean()
        without_day = not data.get("previous_date") and "previous_date" not in self.errors
        if data.get("previous_time") and without_day:
            self.add_error("previous_date", _("Bitte geben Sie auch den Tag an."))
        return data

    def kwargs(self) -> dict:
        """`previous_start` goes with "moved", a reason with every state but "planned"."""
        status, day = self.cleaned_data["status"], self.cleaned_data.get("previous_date")
        before = None
        if day and status == EventState.Status.MOVED:
            moment = self.cleaned_data.get("previous_time") or self.event.start_time or time()
            before = to_utc(datetime.combine(day, moment))
        planned = status == EventState.Status.PLANNED
        reason = "" if planned else self.cleaned_data["reason"]
        return {"status": status, "reason": reason, "previous_start": before}


class DateForm(ActForm):
    """Which date? The coming ones; one that is named in the address is chosen already."""

    original_date = forms.ChoiceField(label=_("Welcher Termin?"))

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, event=event, **kwargs)
        choices = [(day.isoformat(), label) for day, label in self.choices(event)]
        self.fields["original_date"].choices = choices

    @classmethod
    def choices(cls, event) -> list[tuple[date, str]]:
        """(original date, what it is called). One query."""
        return [(row.original_date, _label(row)) for row in cls.rows(event)[:LISTED]]

    @classmethod
    def makes_sense(cls, event) -> bool:
        return cls.rows(event).exists()

    @classmethod
    def rows(cls, event) -> QuerySet:
        coming = Occurrence.objects.filter(event=event, end__gt=clock.now())
        return coming.order_by("start", "pk")

    def kwargs(self) -> dict:
        day = date.fromisoformat(self.cleaned_data["original_date"])
        return {**self.cleaned_data, "original_date": day}


class CancelDateForm(DateForm):
    reason = forms.CharField(label=_("Warum fällt er aus?"), max_length=200)

    @classmethod
    def rows(cls, event) -> QuerySet[Occurrence]:
        """Not what is cancelled already."""
        return super().rows(event).exclude(status=EventState.Status.CANCELLED)


class MoveDateForm(DateForm):
    new_date = forms.DateField(label=_("Neuer Tag"), required=False, widget=DayInput)
    new_start_time = forms.TimeField(label=_("Neu von"), required=False, widget=TimeOfDayInput)
    new_end_time = forms.TimeField(label=_("Neu bis"), required=False, widget=TimeOfDayInput)
    new_venue = forms.CharField(label=_("Neuer Ort"), required=False, max_length=200)
    reason = forms.CharField(label=_("Warum?"), required=False, max_length=200)

    def clean_new_date(self) -> date | None:
        day = self.cleaned_data["new_date"]
        if day and day < clock.today():
            raise forms.ValidationError(_("Dieser Tag ist schon vorbei."))
        return day


class RemarkDateForm(DateForm):
    text = forms.CharField(label=_("Hinweis"), max_length=200)


class RestoreDateForm(DateForm):
    """Dates with an exception, the latest first: past or coming, and wherever they moved, also
    beyond the days that lists know."""

    @classmethod
    def choices(cls, event) -> list[tuple[date, str]]:
        return [(found.original_date, _changed_label(found)) for found in cls.rows(event)[:LISTED]]

    @classmethod
    def rows(cls, event) -> QuerySet[EventException]:
        return EventException.objects.filter(record__event=event).order_by("-original_date")


def _label(row: Occurrence) -> str:
    """ "Di., 3. November, 19 Uhr – abgesagt"."""
    label = day_text(row.first_day, clock.today())
    if not row.all_day:
        label += f", {clock_time(row.local_start)}{NBSP}Uhr"
    return label if row.status == "planned" else f"{label} – {row.get_status_display()}"


def _changed_label(exception: EventException) -> str:
    """ "Di., 5. Januar – verlegt auf Di., 12. Januar"."""
    today = clock.today()
    label = f"{day_text(exception.original_date, today)} – {exception.get_kind_display()}"
    if exception.new_date and exception.new_date != exception.original_date:
        label += f" auf {day_text(exception.new_date, today)}"
    return label
