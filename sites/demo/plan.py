"""From the programme of the places to the event pages that should exist on a given day. Pure.

Every page has a key that is the same on any day ("goerlitz/kuechentisch/season-2026"), so that a
later plan only adds pages. Nothing here knows the database.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from . import quiet
from .repertoire import NETWORK, number, repertoire
from .when import Instance, Pattern, left_out
from .words import EventWords, Words

# Singles: each falls once into these 26 weeks, so no two pages of one text are ahead at once.
PAST = timedelta(weeks=6)
YEARLY_PAST = timedelta(weeks=9)  # for what comes once a year only
AHEAD = timedelta(weeks=20)
SEASON_AHEAD = timedelta(weeks=26)
FAR_AHEAD = timedelta(days=400)  # the window of the feeds
# How long ago the last events of quiet places lie, in days.
FORMERLY = {"silent": (190, 14), "paused": (300, 100)}
STATUS_TWISTS = ("cancelled", "moved", "postponed", "sold_out")


@dataclass(frozen=True)
class PlannedException:
    """What differs on one date of a series."""

    day: date
    kind: str  # cancelled, moved, remark
    text: str
    new_day: date | None = None


@dataclass(frozen=True)
class PlannedEvent:
    """One event page with its dates. `stem` is common to all pages of one text at one place."""

    key: str
    stem: str
    place: str  # slug, or NETWORK
    title: str
    teaser: str
    words: EventWords
    instance: Instance
    exceptions: tuple[PlannedException, ...] = ()

    @property
    def is_coming_after(self) -> date:
        return self.instance.last_day

    @property
    def held_on(self) -> list[date]:
        """First days of the dates as they are really held, cancelled ones left out."""
        changed = {item.day: item for item in self.exceptions if item.kind != "remark"}
        days = [changed[day].new_day if day in changed else day for day in self.instance.days]
        return sorted(day for day in days if day is not None)


def plan(
    words: Words, today: date, *, slugs: Collection[str] = (), built: Collection[str] = ()
) -> Iterator[PlannedEvent]:
    """Pages that should exist on `today` and are not among the keys `built`, by place in the order
    of the texts, the network first. `slugs` narrows it to some places."""
    earlier = Counter(key.rpartition("/")[0] for key in built)
    tiers = {NETWORK: "network", **{place.slug: place.tier for place in words.places}}
    for slug, events in repertoire(words).items():
        if slugs and slug not in slugs:
            continue
        for event in events:
            stem = f"{slug}/{event.key}"
            formerly = FORMERLY.get(tiers[slug])
            if formerly and earlier[stem]:
                continue  # a place that has become quiet stays so
            found = _formerly(event, today, formerly) if formerly else _due(stem, event, today)
            for piece in found:
                key = f"{stem}/{piece.label}"
                if key not in built:
                    yield _planned(words, key, stem, slug, event, piece, today, earlier[stem])
                    earlier[stem] += 1


def _due(stem: str, event: EventWords, today: date) -> list[Instance]:
    """What is ahead, else what has just been. Of a single event only the next one is ahead."""
    pattern = Pattern.parse(event.when)
    ahead = FAR_AHEAD if event.far else AHEAD if pattern.weeks else SEASON_AHEAD
    past = YEARLY_PAST if pattern.month else PAST
    pieces = pattern.instances(
        today - past,
        today + ahead,
        months=event.months,
        outdoor=event.outdoor,
        phase=number(stem),
    )
    coming = [piece for piece in pieces if _has_date(piece, today, today + ahead)]
    if coming:
        return coming if pattern.is_series else coming[:1]
    return [piece for piece in pieces if _has_date(piece, today - past, today)][-1:]


def _formerly(event: EventWords, today: date, days_ago: tuple[int, int]) -> list[Instance]:
    first, last = (today - timedelta(days=days) for days in days_ago)
    pieces = Pattern.parse(event.when).instances(first, last)
    return [piece for piece in pieces if first <= piece.days[0] and piece.last_day <= last][-1:]


def _has_date(piece: Instance, first: date, last: date) -> bool:
    further = timedelta(days=piece.length - 1)
    return any(day <= last and day + further >= first for day in piece.days)


def _planned(words: Words, key, stem, slug, event, piece, today, earlier) -> PlannedEvent:
    title, teaser = event.title, event.teaser
    if earlier:
        kind = "series" if Pattern.parse(event.when).is_series else "single"
        title = _again(words, f"{kind}_title", earlier).format(title=title)
        teaser = _again(words, f"{kind}_teaser", earlier).format(teaser=teaser)[:200]
    exceptions = {item.day: item for item in _exceptions(words, event, piece)}
    changed = _changed_date(event, piece, today, exceptions)
    if changed:
        exceptions[changed.day] = changed
    ordered = tuple(exceptions[day] for day in sorted(exceptions))
    return PlannedEvent(key, stem, slug, title, teaser, event, piece, ordered)


def _again(words: Words, kind: str, earlier: int) -> str:
    """The wording for the second, third … page of one text; the last one ends in a number."""
    wordings = words.phrases.again[kind]
    if earlier <= len(wordings):
        return wordings[earlier - 1]
    return f"{wordings[-1]} ({earlier + 1})"


def _exceptions(words: Words, event: EventWords, piece: Instance) -> Iterator[PlannedException]:
    """A series rests over Christmas; what would be on Christmas Eve is held earlier that week."""
    if not piece.rule or Pattern.parse(event.when).yearly:
        return
    reasons = words.phrases.reasons
    for day in piece.days:
        if (day.month, day.day) == (12, 24):
            earlier = quiet.before_christmas_eve(day, set(piece.days))
            yield PlannedException(day, "moved", reasons["christmas_eve"][0], earlier)
        elif quiet.is_christmas(day):
            yield PlannedException(day, "cancelled", reasons["christmas"][0])
        elif left_out(day, event.months):
            yield PlannedException(day, "cancelled", reasons["pause"][0])


def _changed_date(event, piece: Instance, today: date, exceptions) -> PlannedException | None:
    """The twist of one date: the second one ahead, so that the very next stays as it is."""
    twist = event.twist
    if twist is None or twist.kind in STATUS_TWISTS or len(piece.days) < 2:
        return None
    free = [day for day in piece.days if day > today and day not in exceptions]
    if len(free) < 2:
        return None
    day = free[1]
    if twist.kind == "date_cancelled":
        return PlannedException(day, "cancelled", twist.reason)
    if twist.kind == "remark":
        return PlannedException(day, "remark", twist.reason)
    moved = day + timedelta(days=1)
    while moved in piece.days or moved.weekday() == 6 or quiet.is_christmas(moved):
        moved += timedelta(days=1)
    return PlannedException(day, "moved", twist.reason, moved)
