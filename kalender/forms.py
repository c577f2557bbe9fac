"""The event form: plain fields, and friendly words for the recurrence rule."""

from datetime import date, time

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kalender import problem_texts, repetition
from kalender.day_list import NotADayError, days_as_text, parse_days
from kalender.exception_checks import lost_exceptions
from kalender.facts import facts_of
from kalender.native_inputs import DayInput
from kalender.recurrence import Rule, RuleError
from sites.content.checked_forms import CheckedPageForm
from sites.content.models.base import place_of
from sites.places.roles import Scope
from sites.places.tenants import memberships_of
from sites.runtime import clock

# Without a last day, an end before the start is the next morning only at these hours.
EVENING, MORNING = time(12), time(9)


class EventForm(CheckedPageForm):
    """`repeat…` fields stand for `repeats`, `rrule` and the `dates` rows of the page."""

    repeat = forms.ChoiceField(
        label=_("Wiederholt sich"), choices=repetition.CHOICES, required=False, initial="none"
    )
    repeat_weeks = forms.IntegerField(
        label=_("Alle wie viele Wochen?"), min_value=2, max_value=52, required=False
    )
    repeat_until = forms.DateField(
        label=_("Wiederholt sich bis"),
        widget=DayInput,
        required=False,
        help_text=_("Letzter Tag, an dem es noch stattfinden kann; höchstens zwei Jahre."),
    )
    repeat_count = forms.IntegerField(
        label=_("oder: wie oft insgesamt?"), min_value=2, max_value=999, required=False
    )
    repeat_dates = forms.CharField(
        label=_("Weitere einzelne Tage"),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        help_text=_(
            "Zum Beispiel: 14.1., 11.2., 18.3. Ohne Jahr ist der nächste solche Tag gemeint."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "repeat" in self.fields and self.instance.pk:
            self._show_repetition()
        if "reach" in self.fields:
            self._limit_reach()

    def clean(self):
        data = super().clean()
        start = data.get("start_date")
        if start:
            self.event_dates = self._days(data.get("repeat_dates", ""))
            self._clean_repetition(data, start)
        self._clean_registration(data)
        self._clean_postcode(data)
        if not self.errors:
            self._clean_facts(data)
        return data

    def save(self, commit=True):
        if "repeat" not in self.fields:
            return super().save(commit)
        kept = {row.date: row for row in self.instance.dates.all()}
        rows = [kept.get(day) or self._date_row(day) for day in self.event_dates]
        self.instance.dates.set(rows)
        return super().save(commit)

    def _date_row(self, day: date):
        return type(self.instance).dates.rel.related_model(date=day)

    def _show_repetition(self) -> None:
        """What is stored, in the form's words."""
        event, initial = self.instance, self.initial
        initial["repeat_dates"] = days_as_text(row.date for row in event.dates.all())
        initial["repeat"] = event.repeats
        if event.repeats != "rule":
            return
        rule = Rule.parse(event.rrule)
        choice, weeks = repetition.choice_of(rule, event.start_date)
        if choice == repetition.KEPT:
            self.fields["repeat"].choices = [*repetition.CHOICES, repetition.KEPT_CHOICE]
        initial.update(repeat=choice, repeat_weeks=weeks)
        initial.update(repeat_until=rule.until, repeat_count=rule.count)

    def _limit_reach(self) -> None:
        """Only network staff make an event *überregional*; for others it stays if it is."""
        if may_reach_network(self.for_user) or self.instance.reach == "network":
            return
        field = self.fields["reach"]
        field.choices = [choice for choice in field.choices if choice[0] != "network"]

    def _days(self, text: str) -> list[date]:
        try:
            return parse_days(text, today=clock.today())
        except NotADayError as error:
            message = _("„%(text)s“ verstehen wir nicht als Tag. Bitte so: 14.1. oder 14.1.2027")
            message = message % {"text": error.text}
            self.add_error("repeat_dates", message)
            return []

    def _clean_repetition(self, data: dict, start: date) -> None:
        event, choice = self.instance, data.get("repeat") or repetition.NONE
        if any(name in self.errors for name in ("repeat_weeks", "repeat_until", "repeat_count")):
            return  # already said what is wrong
        ends = {"until": data.get("repeat_until"), "count": data.get("repeat_count")}
        if choice in (repetition.NONE, repetition.DATES):
            event.repeats, event.rrule = choice, ""
            if choice == repetition.NONE:
                self.event_dates = []
            elif not self.event_dates and "repeat_dates" not in self.errors:
                self.add_error("repeat_dates", problem_texts.TEXTS["no-dates"][1])
            return
        try:
            if choice == repetition.KEPT:
                rule = repetition.with_end(Rule.parse(event.rrule), **ends)
            else:
                rule = repetition.rule_for(choice, start, weeks=data.get("repeat_weeks"), **ends)
        except RuleError as error:
            self.add_error(*problem_texts.TEXTS[error.code])
        else:
            event.repeats, event.rrule = "rule", str(rule)

    def _clean_registration(self, data: dict) -> None:
        needed = {
            "link": ("registration_url", _("Bitte geben Sie die Seite zum Anmelden an.")),
            "contact": (
                "registration_contact",
                _("Bitte geben Sie E-Mail-Adresse oder Telefon an."),
            ),
        }.get(data.get("registration", ""))
        if needed and not data.get(needed[0]) and needed[0] not in self.errors:
            self.add_error(*needed)

    def _clean_postcode(self, data: dict) -> None:
        postcode = data.get("venue_postcode") or ""
        if postcode and not (len(postcode) == 5 and postcode.isascii() and postcode.isdigit()):
            self.add_error("venue_postcode", _("Eine Postleitzahl hat fünf Ziffern."))

    def _clean_facts(self, data: dict) -> None:
        """What the facts of the form, taken together, forbid."""
        event = type(self.instance)(repeats=self.instance.repeats, rrule=self.instance.rrule)
        for name in _FACT_FIELDS & set(data):
            setattr(event, name, data[name])
        if _ends_before_start(event):
            self.add_error("end_time", _END_BEFORE_START)
            return
        facts = facts_of(event, place=self._place(), dates=self.event_dates)
        for field, message in problem_texts.messages(facts):
            self.add_error(field if field in self.fields else None, message)
        if (
            not self.errors
            and self.instance.pk
            and (lost := lost_exceptions(self.instance.pk, facts))
        ):
            self.add_error("start_date", problem_texts.lost_exceptions(lost))

    def _place(self):
        page = self.instance if self.instance.path else self.parent_page
        return place_of(page) if page and page.path else None


_FACT_FIELDS = frozenset(
    [
        "title",
        "start_date",
        "start_time",
        "end_date",
        "end_time",
        "all_day",
        "open_end",
        "venue_name",
        "venue_street",
        "venue_postcode",
        "venue_town",
        "online_url",
    ]
)
_END_BEFORE_START = ValidationError(
    _(
        "Das Ende liegt vor dem Anfang. Bitte prüfen Sie die Uhrzeit; geht es bis zum nächsten "
        "Tag, tragen Sie ihn unter „Letzter Tag“ ein."
    )
)


def may_reach_network(user) -> bool:
    """Superusers and everybody with a role in the network."""
    if user is None or not user.is_active:
        return False
    if user.is_superuser:
        return True
    return any(membership.rule.scope == Scope.NETWORK for membership in memberships_of(user))


def _ends_before_start(event) -> bool:
    """Whether the end is earlier than the start and no plausible next morning."""
    if event.all_day or event.open_end or event.end_date:
        return False
    if event.start_time is None or event.end_time is None or event.end_time > event.start_time:
        return False
    return not (event.start_time >= EVENING and event.end_time <= MORNING)
