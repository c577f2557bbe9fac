"""The form's words for a rule: "monatlich am gleichen Wochentag" from a start date, and back.

Rules that the form has no words for ("besondere Regel") are kept as they are.
"""

from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as _

from kalender.recurrence import WEEKDAYS, Rule, RuleError

NONE, DAILY, WEEKLY, WEEKS, MONTHLY_WEEKDAY, MONTHLY_DAY, YEARLY, DATES, KEPT = (
    *("none", "daily", "weekly", "weeks", "monthly-weekday"),
    *("monthly-day", "yearly", "dates", "kept"),
)
CHOICES = [
    (NONE, _("nein, nur einmal")),
    (DAILY, _("täglich")),
    (WEEKLY, _("wöchentlich")),
    (WEEKS, _("alle … Wochen (Zahl unten eintragen)")),
    (MONTHLY_WEEKDAY, _("monatlich am gleichen Wochentag (zum Beispiel jeden 1. Dienstag)")),
    (MONTHLY_DAY, _("monatlich am gleichen Tag (zum Beispiel an jedem 15.)")),
    (YEARLY, _("jährlich")),
    (DATES, _("an einzelnen Tagen (unten eintragen)")),
]
KEPT_CHOICE = (KEPT, _("besondere Regel bleibt"))


def rule_for(
    choice: str, start: date, *, weeks: int | None, until: date | None, count: int | None
) -> Rule:
    """The rule that a choice means for a series starting on `start`. RuleError as from Rule."""
    weekday = WEEKDAYS[start.weekday()]
    ends = {"until": until, "count": count}
    if choice == DAILY:
        return Rule("DAILY", **ends)
    if choice == WEEKLY:
        return Rule("WEEKLY", byday=(weekday,), **ends)
    if choice == WEEKS:
        if not weeks:
            raise RuleError("weeks-missing", "every how many weeks?")
        return Rule("WEEKLY", interval=weeks, byday=(weekday,), **ends)
    if choice == MONTHLY_WEEKDAY:
        return Rule("MONTHLY", byday=(f"{nth_weekday(start)}{weekday}",), **ends)
    if choice == MONTHLY_DAY:
        return Rule("MONTHLY", bymonthday=start.day, **ends)
    if choice == YEARLY:
        return Rule("YEARLY", bymonth=start.month, bymonthday=start.day, **ends)
    raise RuleError("unsupported", f"no rule for {choice!r}")


def with_end(rule: Rule, *, until: date | None, count: int | None) -> Rule:
    """A kept rule with the end that the form says. RuleError when that is none or both."""
    return replace(rule, until=until, count=count)


def choice_of(rule: Rule, start: date) -> tuple[str, int | None]:
    """(choice, weeks) that would give this rule again, else KEPT."""
    for choice in (DAILY, WEEKLY, WEEKS, MONTHLY_WEEKDAY, MONTHLY_DAY, YEARLY):
        if choice == WEEKS and rule.interval < 2:
            continue
        same = rule_for(choice, start, weeks=rule.interval, until=rule.until, count=rule.count)
        if same == rule:
            return choice, rule.interval if choice == WEEKS else None
    return KEPT, None


def nth_weekday(day: date) -> int:
    """1 to 4, and -1 for a fifth: the last of its month."""
    nth = (day.day - 1) // 7 + 1
    return -1 if nth == 5 else nth
