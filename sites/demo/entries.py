"""Reads single entries of the demo's texts: venues, events, posts, projects, formats. Pure."""

import re

from . import words as w
from .reading import Table
from .when import Pattern, PatternError

STATUSES = ("idea", "running", "done", "paused")
REACHES = ("place", "nearby", "network")
TEASER, REASON = 200, 200


def venue(table: Table) -> w.Venue:
    found = w.Venue(
        table.text("key"),
        table.text("name", longest=120),
        table.text("at"),
        table.text("street", longest=120),
        table.text("postcode", ""),
        table.text("town", ""),
    )
    table.finish()
    return found


def way(table: Table) -> tuple[str, str]:
    way = (table.text("title", longest=80), table.text("text", longest=240))
    table.finish()
    return way


def events(table: Table, key: str, slugs, venues) -> tuple[w.EventWords, ...]:
    found = table.each(key, lambda t: event(t, slugs, venues))
    if len({event.key for event in found}) < len(found):
        raise table.error(key, "a key stands there twice")
    return found


def event(table: Table, slugs, venues) -> w.EventWords:
    event = w.EventWords(
        key=table.text("key"),
        title=table.text("title", longest=120),
        teaser=table.text("teaser", longest=TEASER),
        body=table.texts("body"),
        motif=table.choice("motif", w.MOTIFS),
        topics=table.choices("topics", slugs),
        venue=table.choice("venue", {*venues, w.ONLINE}) if venues else table.text("venue"),
        start=table.clock("start"),
        end=table.clock("end"),
        when=table.text("when"),
        all_day=table.flag("all_day"),
        months=table.numbers("months", among=range(1, 13)),
        outdoor=table.flag("outdoor"),
        price=table.text("price", "", longest=120),
        access=table.text("access", "", longest=200),
        organiser=table.text("organiser", "", longest=200),
        registration=table.choice("registration", ("mail", "link"), ""),
        capacity_note=table.text("capacity_note", "", longest=80),
        reach=table.choice("reach", REACHES, "nearby"),
        online=table.flag("online"),
        twist=twist(table),
    )
    if (event.start is None) != event.all_day:
        raise table.error("start", "is needed, or all_day = true instead")
    try:
        Pattern.parse(event.when)
    except PatternError as error:
        raise table.error("when", str(error)) from error
    table.finish()
    return event


def twist(table: Table) -> w.Twist | None:
    value = table.text("twist", "", longest=REASON + 20)
    if not value:
        return None
    kind, colon, reason = value.partition(":")
    kind = kind.strip().replace(" ", "_")
    if not colon or not reason.strip() or kind not in w.TWISTS:
        raise table.error("twist", f"{value[:30]!r} begins with none of {', '.join(w.TWISTS)}")
    return w.Twist(kind, reason.strip())


def post(table: Table, slugs) -> w.PostWords:
    post = w.PostWords(
        key=table.text("key"),
        title=table.text("title", longest=120),
        teaser=table.text("teaser", longest=TEASER),
        body=table.texts("body"),
        motif=table.choice("motif", w.MOTIFS),
        topics=table.choices("topics", slugs),
        week=table.number("week", among=range(26)),
        author=table.text("author", longest=120),
        for_all=table.flag("for_all"),
    )
    table.finish()
    return post


def project(table: Table, slugs) -> w.ProjectWords:
    project = w.ProjectWords(
        key=table.text("key"),
        title=table.text("title", longest=120),
        teaser=table.text("teaser", longest=TEASER),
        about=table.texts("about"),
        done=table.texts("done"),
        needed=table.texts("needed"),
        status=table.choice("status", STATUSES),
        partners=table.texts("partners"),
        motif=table.choice("motif", w.MOTIFS),
        topics=table.choices("topics", slugs),
        contact=table.text("contact", "", longest=200),
    )
    table.finish()
    return project


def format_words(table: Table, slugs) -> w.FormatWords:
    found = w.FormatWords(
        key=table.text("key"),
        motif=table.choice("motif", w.MOTIFS),
        topics=table.choices("topics", slugs),
        start=table.clock("start"),
        end=table.clock("end"),
        weekdays=table.choices("weekdays", w.WEEKDAYS),
        months=table.numbers("months", among=range(1, 13)),
        outdoor=table.flag("outdoor"),
        texts=table.each("text", format_text, "title"),
    )
    if not found.texts or found.start is None:
        raise table.error("text", "a format needs a start and texts")
    table.finish()
    return found


def format_text(table: Table) -> w.FormatText:
    text = w.FormatText(table.text("title"), table.text("teaser"), table.texts("body"))
    if not re.search(r"\{(ort|in_ort|venue|gruppe)\}", text.teaser):
        raise table.error("teaser", "needs a slot: {ort}, {in_ort}, {venue} or {gruppe}")
    table.finish()
    return text
