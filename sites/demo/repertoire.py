"""What each place has in its programme, whatever the day: the handwritten events, and for the
others a choice from the formats, every title and teaser used once in the whole network. Pure.

The choice depends on the texts and the places alone, so it is the same at every start.
"""

from collections import Counter
from dataclasses import replace
from datetime import time
from functools import cache
from zlib import crc32

from .distinct import Distinct, Slots
from .rhythms import (
    EVERGREENS,
    OWN_WEEKDAYS,
    RHYTHMS,
    SEASONALS,
    SILENT_PLANS,
    SUMMER_RHYTHMS,
    Rhythm,
)
from .words import WEEKDAYS, EventWords, FormatWords, PlaceWords, Twist, Words

EVENINGS = tuple(
    (time(hour, minute), time(hour + 2, minute)) for hour, minute in ((18, 0), (18, 30), (19, 0))
)
# Feeds reach 400 days ahead and should have dates behind every clock change in that time.
FAR_SERIES = 4
NETWORK = "netzwerk"  # stands for a place in keys; no place may have this slug


def number(*parts: object) -> int:
    """A number that looks random and is always the same for the same words."""
    return crc32("/".join(map(str, parts)).encode())


@cache
def repertoire(words: Words) -> dict[str, tuple[EventWords, ...]]:
    """Events by slug of the place, the network's own under NETWORK. About 0.1 s, remembered."""
    distinct = Distinct()
    own = replace(words.places[0], slug=NETWORK, in_name="im Netzwerk", short_name="Netzwerk")
    found = {NETWORK: _handwritten(words.network.events, own, distinct)}
    for place in words.places:
        found[place.slug] = _handwritten(place.events, place, distinct)
    pool = _Pool(words, distinct)
    for place in words.places:
        found[place.slug] += pool.choose(place)
    return found


def _handwritten(events, place: PlaceWords, distinct: Distinct) -> tuple[EventWords, ...]:
    """As they are. Some series of a showcase and of the network are planned a year ahead."""
    far_left = FAR_SERIES if place.tier == "showcase" or place.slug == NETWORK else 0
    found = []
    for event in events:
        series = event.when.startswith(("weekly", "every", "monthly"))
        far = far_left > 0 and series and event.reach != "place"
        far_left -= far
        title = distinct.title(event.title, place)
        teaser = distinct.teaser(event.teaser, place)
        found.append(replace(event, title=title, teaser=teaser, far=far))
    return tuple(found)


class _Pool:
    """Hands out formats and their texts so that all are used about equally often."""

    def __init__(self, words: Words, distinct: Distinct) -> None:
        self.words = words
        self.distinct = distinct
        self.formats = {item.key: item for item in words.formats}
        self.evergreen = tuple(item for item in words.formats if not item.months)
        self.seasonal = tuple(item for item in words.formats if item.months)
        self.uses: Counter[tuple[str, int]] = Counter()
        self.turn: Counter[str] = Counter()  # places so far, by tier

    def choose(self, place: PlaceWords) -> tuple[EventWords, ...]:
        turn = self.turn[place.tier]
        self.turn[place.tier] += 1
        if place.tier in ("silent", "paused"):
            return tuple(self._past(place, turn))
        if place.tier not in ("lively", "small"):
            return ()
        chosen = [self._meeting(place, turn)]
        taken: set[str] = set()
        if place.tier == "lively":
            chosen.append(self._series(place, RHYTHMS[turn % len(RHYTHMS)], taken))
        if place.tier == "lively" and turn % 3 == 0:
            light = SUMMER_RHYTHMS[turn // 3 % len(SUMMER_RHYTHMS)]
            chosen.append(self._series(place, light, taken))
        chosen += self._evergreens(place, turn, taken)
        chosen += self._seasonals(place, turn, taken)
        return tuple(chosen)

    def _meeting(self, place: PlaceWords, turn: int) -> EventWords:
        """The place's own regular meeting, monthly or every two weeks."""
        texts = self.words.phrases.meetings
        text = texts[(turn + len(place.tier)) % len(texts)]
        luck = number(place.slug, "treffen")
        named = next((day for word, day in OWN_WEEKDAYS if word in place.meeting), None)
        day = named or ("TU", "WE", "TH")[luck % 3]
        when = f"monthly {luck % 3 + 1}{day}"
        if place.tier == "lively" and turn % 2 == 0:
            when = f"every 2 weeks {day}"
        format_ = FormatWords(
            "treffen",
            "chairs",
            ("begegnung", "demokratie"),
            *EVENINGS[luck % 3],
            (day,),
            (),
            False,
            (),
        )
        return self._event(place, format_, place.meeting, text.teaser, text.body, when, "treffen")

    def _series(self, place: PlaceWords, rhythm: Rhythm, taken: set[str]) -> EventWords:
        format_ = self.formats[rhythm.format]
        event = self._take(place, (format_,), taken, rhythm.when, texts=rhythm.texts)
        if rhythm.all_year:
            return replace(event, months=tuple(range(1, 13)))
        return replace(event, months=format_.months)

    def _evergreens(self, place: PlaceWords, turn: int, taken: set[str]) -> list[EventWords]:
        amount = EVERGREENS[place.tier]
        found = []
        for count in range(amount):
            week = (turn * 7 + round(count * 26 / amount)) % 26
            irregular = place.tier == "lively" and turn % 2 and not count
            when = f"dates {week % 10} {week % 10 + 5} {week % 10 + 11} " if irregular else ""
            found.append(self._take(place, self.evergreen, taken, when or f"once {week} "))
        return found

    def _seasonals(self, place: PlaceWords, turn: int, taken: set[str]) -> list[EventWords]:
        """One every few weeks of the year, of a format that belongs into that month."""
        amount = SEASONALS[place.tier]
        found = []
        for count in range(amount):
            month = 1 + (turn * 5 + round(count * 12 / amount)) % 12
            fitting = tuple(item for item in self.seasonal if month in item.months)
            # Martinmas is the 11th, and on the first days of the year nobody is back yet.
            nth = 2 if month in (1, 11) else 1 + number(place.slug, month) % 3
            found.append(self._take(place, fitting, taken, f"season {month} {nth}"))
        return found

    def _past(self, place: PlaceWords, turn: int) -> list[EventWords]:
        taken: set[str] = set()
        return [
            self._take(place, self.evergreen, taken, f"once {(turn * 3 + week) % 26} ")
            for week in SILENT_PLANS[place.tier]
        ]

    def _take(self, place, formats, taken: set[str], when: str, texts=()) -> EventWords:
        """The least used text of the least used format that the place does not have yet. A `when`
        that ends without weekday gets one of the format's."""

        def wear(item: FormatWords) -> tuple[float, int]:
            used = sum(self.uses[item.key, index] for index in range(len(item.texts)))
            return used / len(item.texts), number(place.slug, item.key)

        free = [item for item in formats if item.key not in taken] or list(formats)
        format_ = min(free, key=wear)
        indexes = texts or range(len(format_.texts))
        index = min(indexes, key=lambda index: (self.uses[format_.key, index], index))
        self.uses[format_.key, index] += 1
        taken.add(format_.key)
        text = format_.texts[index]
        if not when.endswith(WEEKDAYS):
            days = format_.weekdays
            when += days[number(place.slug, format_.key, "day") % len(days)]
        key = f"{format_.key}-{index + 1}"
        return self._event(place, format_, text.title, text.teaser, text.body, when, key)

    def _event(self, place, format_: FormatWords, title, teaser, body, when, key) -> EventWords:
        luck = number(place.slug, key)
        venue = place.venues[luck % len(place.venues)]
        slots = Slots(place, venue.at)
        practical = self.words.phrases.practical
        return EventWords(
            key=key,
            title=self.distinct.title(slots.fill(title), place, venue.at),
            teaser=self.distinct.teaser(slots.fill(teaser), place),
            body=tuple(slots.fill(paragraph) for paragraph in body),
            motif=format_.motif,
            topics=format_.topics,
            venue=venue.key,
            start=format_.start,
            end=format_.end,
            when=when,
            outdoor=format_.outdoor,
            price=practical["price"][luck // 7 % len(practical["price"])],
            access="" if luck % 3 else practical["access"][luck // 11 % len(practical["access"])],
            registration="mail" if "once" in when and luck % 6 == 0 else "",
            reach="place" if luck % 17 == 0 else "nearby",
            online=not format_.outdoor and luck % 19 == 0,
            twist=self._twist(luck, when, format_.outdoor),
        )

    def _twist(self, luck: int, when: str, outdoor: bool) -> Twist | None:
        """Now and then something changes, as in life."""
        if when.startswith(("weekly", "every", "monthly")):
            kinds = ("date_cancelled", "date_moved", "remark", "", "", "", "")
        else:
            kinds = ("cancelled", "sold_out", "moved", "postponed", *[""] * 50)
        kind = kinds[luck // 3 % len(kinds)]
        reasons = self.words.phrases.reasons.get(f"{kind}_outdoor" if outdoor else kind, ())
        return Twist(kind, reasons[luck % len(reasons)]) if kind else None
