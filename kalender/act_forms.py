"""The small forms behind "Termin absagen", "fällt aus", "verlegen" and "Hinweis"."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from kalender.models import EventException, Occurrence
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

    def kwargs(self) -> dict:
        return dict(self.cleaned_data)


class CancelEventForm(ActForm):
    reason = forms.CharField(
        label=_("Warum fällt der Termin aus?"),
        max_length=200,
        help_text=_("Steht auf der Seite und in allen abonnierten Kalendern."),
    )


class DateForm(ActForm):
    """Which date? The coming ones; one that is named in the address is chosen already."""

    original_date = forms.ChoiceField(label=_("Welcher Termin?"))

    def __init__(self, *args, event, **kwargs):
        super().__init__(*args, event=event, **kwargs)
        choices = [(row.original_date.isoformat(), _label(row)) for row in self.rows()]
        self.fields["original_date"].choices = choices

    def rows(self) -> Iterable[Occurrence]:
        coming = Occurrence.objects.filter(event=self.event, end__gt=clock.now())
        return coming.order_by("start")[:LISTED]

    def kwargs(self) -> dict:
        day = date.fromisoformat(self.cleaned_data["original_date"])
        return {**self.cleaned_data, "original_date": day}


class CancelDateForm(DateForm):
    reason = forms.CharField(label=_("Warum fällt er aus?"), max_length=200)


class MoveDateForm(DateForm):
    new_date = forms.DateField(label=_("Neuer Tag"), required=False, widget=DayInput)
    new_start_time = forms.TimeField(label=_("Neu von"), required=False, widget=TimeOfDayInput)
    new_end_time = forms.TimeField(label=_("Neu bis"), required=False, widget=TimeOfDayInput)
    new_venue = forms.CharField(label=_("Neuer Ort"), required=False, max_length=200)
    reason = forms.CharField(label=_("Warum?"), required=False, max_length=200)


class RemarkDateForm(DateForm):
    text = forms.CharField(label=_("Hinweis"), max_length=200)


class RestoreDateForm(DateForm):
    """Only dates with an exception, past or coming."""

    def rows(self) -> Iterable[Occurrence]:
        changed = EventException.objects.filter(record__event=self.event).values("original_date")
        rows = Occurrence.objects.filter(event=self.event, original_date__in=changed)
        return rows.order_by("start")[:LISTED]


def _label(row: Occurrence) -> str:
    """ "Di., 3. November, 19 Uhr – abgesagt"."""
    label = day_text(row.first_day, clock.today())
    if not row.all_day:
        label += f", {clock_time(row.local_start)}{NBSP}Uhr"
    return label if row.status == "planned" else f"{label} – {row.get_status_display()}"
