"""The building in its order: foundation (network and showcases), then all other places.

Everything can be cut short anywhere and called again: what is there stays, what is missing comes.
"""

from collections.abc import Collection
from dataclasses import dataclass

from .network_site import tell_stories, write_network
from .place_sites import Written, write_place
from .progress import Say, Stopwatch, seconds
from .words import PlaceWords
from .workshop import Workshop

FOUNDATION = "foundation"


@dataclass
class Tally:
    """What one run of the builder added."""

    places: int = 0
    events: int = 0
    pages: int = 0  # posts and projects

    def add(self, written: Written) -> None:
        self.places += written.is_new
        self.events += written.events
        self.pages += written.posts + written.projects

    def __str__(self) -> str:
        parts = (
            (self.places, "neue Orte"),
            (self.events, "neue Termine"),
            (self.pages, "neue Beiträge und Projekte"),
        )
        return ", ".join(f"{number} {what}" for number, what in parts if number) or "nichts Neues"


def build_foundation(workshop: Workshop, say: Say, *, slugs: Collection[str] = ()) -> Tally:
    """The network's own site and the handwritten places."""
    tally = Tally(events=write_network(workshop))
    if tally.events:
        say(f"Netzwerkseite: {tally.events} Termine")
    _build(workshop, _chosen(workshop, slugs, showcases=True), tally, say)
    tell_stories(workshop)
    workshop.ledger.once(FOUNDATION, lambda: None)
    return tally


def build_rest(workshop: Workshop, say: Say, *, slugs: Collection[str] = ()) -> Tally:
    """All other places."""
    tally = Tally()
    _build(workshop, _chosen(workshop, slugs, showcases=False), tally, say)
    return tally


def _chosen(workshop: Workshop, slugs: Collection[str], *, showcases: bool) -> list[PlaceWords]:
    return [
        place
        for place in workshop.words.places
        if (place.tier == "showcase") == showcases and (not slugs or place.slug in slugs)
    ]


def _build(workshop: Workshop, places: list[PlaceWords], tally: Tally, say: Say) -> None:
    numbers = {place.slug: number for number, place in enumerate(workshop.words.places, start=1)}
    watch = Stopwatch()
    for place in places:
        written = write_place(workshop, place)
        tally.add(written)
        took = watch.lap()
        if written.is_new or written.events:
            added = f"{written.events} Termine" if written.events else "ohne Termine"
            say(
                f"  {numbers[place.slug]:2} von {len(numbers)}  {place.label}: {added}"
                f" ({seconds(took)})"
            )
