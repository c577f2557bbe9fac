"""A recurrence rule as a German sentence. Pure."""

from datetime import date

from kalender.recurrence import WEEKDAYS, WORKDAYS, Rule
from themes.german_dates import MONTHS, day_and_month
from themes.german_dates import WEEKDAYS as WEEKDAY_NAMES

NBSP = "\u00a0"


def rule_sentence(rule: Rule, start: date) -> str:
    """ "Wiederholt sich jeden 1. Dienstag im Monat bis Juli 2027"; "" for a single date."""
    dates = rule.dates(start)
    if len(dates) < 2:
        return ""
    return f"Wiederholt sich {rule_words(rule)} bis {_end(rule, dates[-1])}"


def rule_words(rule: Rule) -> str:
    """ "jeden 1. Dienstag im Monat"."""
    words = {"DAILY": _daily, "WEEKLY": _weekly, "MONTHLY": _monthly, "YEARLY": _yearly}
    return words[rule.freq](rule)


def _daily(rule: Rule) -> str:
    return "täglich" if rule.interval == 1 else f"alle {rule.interval}{NBSP}Tage"


def _weekly(rule: Rule) -> str:
    if rule.byday == WORKDAYS:
        days = "von Montag bis Freitag"
        return days if rule.interval == 1 else f"alle {rule.interval}{NBSP}Wochen {days}"
    names = _joined([_weekday(day) for day in rule.byday])
    if rule.interval == 1:
        return f"jeden {names}"
    return f"alle {rule.interval}{NBSP}Wochen am {names}"


def _monthly(rule: Rule) -> str:
    if rule.bysetpos is not None:
        which = f"{_ordinal(rule.bysetpos)} Arbeitstag"
    elif rule.bymonthday is not None:
        which = "letzten Tag" if rule.bymonthday == -1 else f"{rule.bymonthday}."
    else:
        which = _nth(rule.byday[0])
        if rule.interval == 1:
            return f"jeden {which} im Monat"
    if rule.interval == 1:
        return f"am {which} jedes Monats"
    return f"alle {rule.interval}{NBSP}Monate am {which}"


def _yearly(rule: Rule) -> str:
    how_often = "jedes Jahr" if rule.interval == 1 else f"alle {rule.interval}{NBSP}Jahre"
    month = MONTHS[(rule.bymonth or 1) - 1]
    if rule.bymonthday is not None:
        return f"{how_often} am {rule.bymonthday}.{NBSP}{month}"
    return f"{how_often} am {_nth(rule.byday[0])} im {month}"


def _nth(day: str) -> str:
    return f"{_ordinal(int(day[:-2]))} {_weekday(day)}"


def _ordinal(number: int) -> str:
    return "letzten" if number == -1 else f"{number}."


def _weekday(day: str) -> str:
    return WEEKDAY_NAMES[WEEKDAYS.index(day[-2:])]


def _joined(names: list[str]) -> str:
    return " und ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _end(rule: Rule, last: date) -> str:
    """As exact as people say it: the day, the month or the year of the last date."""
    if rule.freq == "YEARLY":
        return str(last.year)
    if rule.freq == "DAILY":
        return day_and_month(last)
    return f"{MONTHS[last.month - 1]} {last.year}"
