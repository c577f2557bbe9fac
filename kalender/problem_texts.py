"""What is wrong with an event, in German, at the field where it can be put right."""

from datetime import date

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from kalender.event_facts import EventFacts
from kalender.localtime import is_ambiguous, is_missing
from kalender.series import occurrences, problems
from kalender.series_dates import midnight
from themes.german_dates import clock, day_and_month

NBSP = "\u00a0"
NAMED = 5  # days that a message names

# code of series.problems or RuleError → (field, message)
TEXTS = {
    "year-out-of-range": ("start_date", _("Bitte prüfen Sie das Jahr.")),
    "start-time-missing": (
        "start_time",
        _("Bitte geben Sie an, wann es beginnt, oder wählen Sie „Ganztägig“."),
    ),
    "no-dates": ("repeat_dates", _("Bitte tragen Sie mindestens einen Tag ein.")),
    "duplicate-date": ("repeat_dates", _("Ein Tag steht hier doppelt.")),
    "overlap": (
        "end_date",
        (
            _(
                "Die Termine dieser Reihe überschneiden sich: Einer beginnt, bevor der vorige "
                "endet. Bitte prüfen Sie das Ende oder die Wiederholung."
            )
        ),
    ),
    "no-end": (
        "repeat_until",
        _("Bitte geben Sie an, bis wann sich der Termin wiederholt, oder darunter, wie oft."),
    ),
    "both-ends": ("repeat_count", _("Bitte geben Sie nur eines an: bis wann oder wie oft.")),
    "until-before-start": ("repeat_until", _("Die Reihe endet vor dem ersten Termin.")),
    "too-long": (
        "repeat_until",
        (
            _(
                "Eine Reihe läuft höchstens zwei Jahre und hat höchstens 999 Termine. "
                "Bitte wählen Sie ein früheres Ende; später können Sie es verlängern."
            )
        ),
    ),
    "count": ("repeat_count", _("Eine Reihe hat mindestens zwei Termine.")),
    "weeks-missing": ("repeat_weeks", _("Bitte tragen Sie ein, alle wie viele Wochen.")),
    "start-mismatch": (
        "start_date",
        _("Das Datum passt nicht zur Wiederholung: Es muss der erste Termin der Reihe sein."),
    ),
    "empty": ("repeat", _("Diese Wiederholung ergibt keinen Termin.")),
    "unsupported": ("repeat", _("Diese Wiederholung können nicht alle Kalender lesen.")),
    "exception-time-all-day": ("new_start_time", _("Ein ganztägiger Termin hat keine Uhrzeit.")),
    "exception-without-change": (
        "new_date",
        _("Bitte geben Sie an, was neu ist: der Tag, die Uhrzeit oder der Ort."),
    ),
    "exception-without-date": ("original_date", _("An diesem Tag findet der Termin nicht statt.")),
    "exception-duplicate": ("original_date", _("Für diesen Tag gibt es schon eine Änderung.")),
}


def messages(facts: EventFacts) -> list[tuple[str, str]]:
    """(field, message) for everything that forbids publishing; empty when all is well."""
    return [_message(code, facts) for code in problems(facts)]


def lost_exceptions(days: list[date]) -> str:
    """At the start date: what was said about these days would be about no date any more."""
    named = ", ".join(day_and_month(day) for day in days[:NAMED])
    if len(days) > NAMED:
        named += " …"
    return ngettext(
        "%(number)d Ausnahme (%(days)s) träfe keinen Termin mehr. Bitte nehmen Sie sie zuerst "
        "zurück oder lassen Sie Datum und Wiederholung, wie sie sind.",
        "%(number)d Ausnahmen (%(days)s) träfen keinen Termin mehr. Bitte nehmen Sie sie zuerst "
        "zurück oder lassen Sie Datum und Wiederholung, wie sie sind.",
        len(days),
    ) % {"number": len(days), "days": named}


def _message(code: str, facts: EventFacts) -> tuple[str, str]:
    if code == "end-before-start":
        return _end_before_start(facts)
    if code in ("missing-hour", "ambiguous-hour"):
        return _clock_change(code, facts)
    return TEXTS[code]


def _end_before_start(facts: EventFacts) -> tuple[str, str]:
    if facts.end_date and facts.end_date < facts.start_date:
        return "end_date", _("Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie das Datum.")
    return "end_time", _("Das Ende liegt vor dem Anfang. Bitte prüfen Sie die Uhrzeit.")


def _clock_change(code: str, facts: EventFacts) -> tuple[str, str]:
    """Name the time and the night, at the field that says them."""
    wrong = is_missing if code == "missing-hour" else is_ambiguous
    for held in occurrences(facts, facts.start_date, facts.start_date.replace(year=2100)):
        for field, moment in (("start_time", held.start_local), ("end_time", held.end_local)):
            if wrong(moment) and moment != midnight(moment.date()):
                return field, _clock_change_text(code, moment)
    return "start_time", _("In der Nacht der Zeitumstellung gibt es diese Uhrzeit nicht eindeutig.")


def _clock_change_text(code: str, moment) -> str:
    when = f"{clock(moment)}{NBSP}Uhr am {day_and_month(moment.date())}"
    if code == "missing-hour":
        return (
            f"{when} gibt es nicht: In dieser Nacht springt die Uhr von 2 auf 3{NBSP}Uhr vor. "
            "Bitte wählen Sie eine andere Uhrzeit."
        )
    return (
        f"{when} gibt es zweimal: In dieser Nacht wird die Uhr von 3 auf 2{NBSP}Uhr "
        "zurückgestellt. Bitte wählen Sie eine andere Uhrzeit."
    )
