"""What the shipped picture files show: read from catalogue.toml, no drawing involved."""

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOM = Path(__file__).parent
FILES = ROOM / "files"
CATALOGUE = ROOM / "catalogue.toml"
CREDIT = "Illustration: Bürgernetzwerk"


class PictureEntry(NamedTuple):
    """One picture file.

    kind "town": key is landscape-landmark-number; "showcase": the place's slug; "network":
    "network"; "motif": the motif's name, its second colouring with "-2"; "portrait": "01" to
    "12"; "map": the state's two-digit key.
    """

    file: str
    kind: str
    key: str
    title: str
    alt: str
    credit: str

    @property
    def path(self) -> Path:
        return FILES / self.file


@cache
def load_catalogue() -> tuple[PictureEntry, ...]:
    """All shipped pictures in the order they were drawn."""
    rows = tomllib.loads(CATALOGUE.read_text(encoding="utf-8"))["picture"]
    return tuple(PictureEntry(**row) for row in rows)


def picture(kind: str, key: str) -> PictureEntry:
    """The one picture with this kind and key; KeyError when there is none."""
    for entry in load_catalogue():
        if (entry.kind, entry.key) == (kind, key):
            return entry
    raise KeyError(f"{kind} {key}")


def town_pictures(landscape: str, landmark: str) -> list[PictureEntry]:
    """Town pictures that suit a place, best first: the exact pair, then the same landmark,
    then the same landscape. Never empty; places of one pair should take turns."""

    def rank(entry: PictureEntry) -> int:
        land, mark, _ = entry.key.split("-")
        return (
            (land != landscape) + 2 * (mark != landmark) - (land != landscape and mark == landmark)
        )

    towns = [entry for entry in load_catalogue() if entry.kind == "town"]
    exact = [e for e in towns if e.key.startswith(f"{landscape}-{landmark}-")]
    return exact or [e for e in sorted(towns, key=rank) if rank(e) < 3] or towns


def motif_pictures(name: str) -> list[PictureEntry]:
    """The one or two colourings of a motif."""
    return [e for e in load_catalogue() if e.kind == "motif" and e.key in (name, f"{name}-2")]


def write_catalogue(entries: list[PictureEntry]) -> None:
    """Write catalogue.toml; the texts hold neither quotes nor backslashes."""
    lines = ["# Written by python -m sites.demo.pictures; change the texts in the drawing code."]
    for entry in entries:
        lines += [
            "",
            "[[picture]]",
            *(f'{name} = "{value}"' for name, value in entry._asdict().items()),
        ]
    CATALOGUE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    load_catalogue.cache_clear()
