"""The German words of a VEVENT: title, description, and what was changed."""

import re
from datetime import datetime
from typing import Final

from kalender.event_facts import EventFacts, ExceptionFacts
from kalender.ical.text import clean
from kalender.series import OccurrenceFacts
from kalender.series_dates import span

DESCRIPTION_LIMIT: Final = 1000
PREFIXES: Final = {"cancelled": "ABGESAGT: ", "postponed": "VERSCHOBEN: "}
WEEKDAYS: Final = ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So.")
MONTHS: Final = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
NBSP: Final = "\N{NO-BREAK SPACE}"


def summary(facts: EventFacts, held: OccurrenceFacts) -> str:
    """Title with the place, which alone says where in a month view, and the state before it."""
    return PREFIXES.get(held.status, "") + title_with_place(facts.title, facts.place_short_name)


def title_with_place(title: str, place: str) -> str:
    """ "Bürgertisch · Görlitz", but the bare title where it names the place already.

    "Görlitzer Küchentisch" names Görlitz; "Leerstandsspaziergang" does not name Leer.
    """
    named = re.compile(rf"(?<!\w){re.escape(place)}(?:s|er|ers)?(?!\w)", re.IGNORECASE)
    return title if not place or named.search(title) else f"{title} · {place}"


def description(
    facts: EventFacts, held: OccurrenceFacts, changed: ExceptionFacts | None, link: str
) -> str:
    """Change, teaser, registration and price, at most 1,000 characters, then the link.

    Google shows no URL property, so the last line is the link and is never cut.
    """
    end_given = changed is not None and changed.new_end_time is not None
    details = [
        "Ende offen" if facts.open_end and not facts.untimed and not end_given else "",
        f"Online: {facts.online_url}" if facts.online_url else "",
        *facts.info_lines,
    ]
    blocks = (
        "\n".join(_change_lines(facts, held, changed)),
        facts.teaser,
        "\n".join(line for line in details if line),
    )
    text = "\n\n".join(block for block in (clean(block).strip() for block in blocks) if block)
    return "\n\n".join(part for part in (_cut(text), link) if part)


def moment_in_words(local: datetime, *, whole_day: bool) -> str:
    """ "Di., 3. November 2026, 19:30 Uhr", without the time for a whole day."""
    day = f"{WEEKDAYS[local.weekday()]}, {local.day}. {MONTHS[local.month - 1]} {local.year}"
    return day if whole_day else f"{day}, {_clock(local)}"


def _change_lines(
    facts: EventFacts, held: OccurrenceFacts, changed: ExceptionFacts | None
) -> list[str]:
    if held.status == "cancelled":
        return [_sentence("Abgesagt", held.note)]
    if held.status == "postponed":
        return [_sentence("Verschoben, ein neuer Termin folgt", held.note)]
    lines = []
    if changed is not None and changed.kind == "moved":
        lines += [*_move_lines(facts, held, changed), changed.text]
    elif facts.status == "moved":
        lines.append(_sentence(_previously(facts), facts.reason))
    if facts.status == "sold_out":
        lines.append(_sentence("Ausgebucht", facts.reason))
    if changed is not None and changed.kind == "remark" and changed.text:
        lines.append(f"Hinweis: {changed.text}")
    return [line for line in lines if line]


def _move_lines(facts: EventFacts, held: OccurrenceFacts, moved: ExceptionFacts) -> list[str]:
    start, end = span(facts, held.original_date)
    lines = []
    if held.start_local.date() != start.date():
        lines.append(f"Verschoben, bisher {moment_in_words(start, whole_day=held.all_day)}.")
    elif (held.start_local, held.end_local) != (start, end):
        known = facts.end_known or moved.new_end_time is not None
        until = f" bis {_clock(held.end_local)}" if known else ""
        lines.append(f"Neue Uhrzeit: {_clock(held.start_local)}{until}.")
    if moved.new_venue:
        lines.append(f"Neuer Ort: {moved.new_venue}")
    return lines


def _previously(facts: EventFacts) -> str:
    if facts.previous_start is None:
        return "Verschoben"
    return f"Verschoben, bisher {moment_in_words(facts.previous_start, whole_day=facts.untimed)}"


def _sentence(lead: str, reason: str) -> str:
    return f"{lead}: {reason}" if reason else f"{lead}."


def _clock(local: datetime) -> str:
    minutes = f":{local.minute:02}" if local.minute else ""
    return f"{local.hour}{minutes}{NBSP}Uhr"


def _cut(text: str) -> str:
    """At most 1,000 characters, cut between words where one ends near."""
    if len(text) <= DESCRIPTION_LIMIT:
        return text
    kept = text[: DESCRIPTION_LIMIT - 1]
    blank = max(kept.rfind(" "), kept.rfind("\n"))
    return (kept[:blank] if blank > DESCRIPTION_LIMIT - 100 else kept).rstrip() + "…"
