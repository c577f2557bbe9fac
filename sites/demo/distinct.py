"""Titles and teasers that no two events, posts or projects of the network share. Pure."""

from collections.abc import Iterator

from .words import PlaceWords

LONGEST_TEASER = 200


class Slots(dict[str, str]):
    """What stands for {ort}, {in_ort}, {venue} and {gruppe} in the texts of one place."""

    def __init__(self, place: PlaceWords, venue_at: str) -> None:
        super().__init__(
            ort=place.short_name, in_ort=place.in_name, venue=venue_at, gruppe=place.group_name
        )

    def fill(self, text: str) -> str:
        """The text with its slots filled; a slot at the beginning of a sentence in upper case."""
        filled = text.format_map(self)
        sentences = text.split("{", 1)
        if text.startswith("{") or sentences[0].endswith((". ", "? ", "! ")):
            start = len(sentences[0])
            filled = filled[:start] + filled[start : start + 1].upper() + filled[start + 1 :]
        return filled


class Distinct:
    """Remembers what is taken, without regard to case, and takes the first free wording."""

    def __init__(self) -> None:
        self._titles: set[str] = set()
        self._teasers: set[str] = set()

    def title(self, title: str, place: PlaceWords, venue_at: str = "") -> str:
        return _first_free(_titles(title, place, venue_at), self._titles)

    def teaser(self, teaser: str, place: PlaceWords) -> str:
        return _first_free(_teasers(teaser, place), self._teasers)


def _first_free(wordings: Iterator[str], taken: set[str]) -> str:
    for wording in wordings:
        if wording.casefold() not in taken:
            taken.add(wording.casefold())
            return wording
    raise AssertionError("the wordings of a text never end")


def _titles(title: str, place: PlaceWords, venue_at: str) -> Iterator[str]:
    """ "Nähtreff", "Nähtreff in Isny", "Nähtreff in Isny im Rathaus", with the place where it
    reads well: before a colon, and before a title that is a sentence."""
    yield title
    for where in (place.in_name, f"{place.in_name} {venue_at}".strip(), f"({place.label})"):
        head, colon, tail = title.partition(":")
        if colon:
            yield f"{head} {where}:{tail}"
        elif any(mark in title for mark in ",?!–") or len(title.split()) > 3:
            yield f"{where[:1].upper()}{where[1:]}: {title}"
        else:
            yield f"{title} {where}"
    for number in range(2, 1000):
        yield f"{title} ({place.label}, {number})"


def _teasers(teaser: str, place: PlaceWords) -> Iterator[str]:
    yield teaser
    for where in (place.in_name, place.label, place.group_name):
        longer = f"{where[:1].upper()}{where[1:]}: {teaser}"
        if len(longer) <= LONGEST_TEASER:
            yield longer
    for number in range(2, 1000):
        yield f"{teaser[: LONGEST_TEASER - 8]} ({number})"
