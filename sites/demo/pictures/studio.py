"""Draws the pictures and writes them as WebP files. All of them take about two minutes."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PIL import Image

from .catalogue import FILES, PictureEntry
from .descriptions import all_entries
from .maps import draw_map
from .motifs import draw_motif
from .network import network
from .portraits import draw_portrait
from .recipes import TOWNS
from .showcase_goerlitz import goerlitz
from .showcase_langensalza import bad_langensalza
from .showcase_leer import leer
from .showcase_luebbenau import luebbenau
from .showcase_moabit import moabit
from .showcase_rottenacker import rottenacker
from .towns import draw_town

QUALITY = 78  # WebP, about 60 kB for a town
SHOWCASE: dict[str, Callable[[], Image.Image]] = {
    "goerlitz": goerlitz,
    "moabit": moabit,
    "leer": leer,
    "bad-langensalza": bad_langensalza,
    "luebbenau": luebbenau,
    "rottenacker": rottenacker,
}


class Drawn(NamedTuple):
    """One finished file: what it shows, its size in bytes, and whether it is new."""

    entry: PictureEntry
    size: int
    changed: bool


def draw(entry: PictureEntry) -> Image.Image:
    """Draw one picture; the same entry always gives the same pixels."""
    match entry.kind:
        case "town":
            return draw_town(next(town for town in TOWNS if town.key == entry.key))
        case "showcase":
            return SHOWCASE[entry.key]()
        case "network":
            return network()
        case "motif":
            name, _, second = entry.key.partition("-")
            return draw_motif(name, 2 if second else 1)
        case "portrait":
            return draw_portrait(int(entry.key))
        case "map":
            return draw_map(entry.key)
    raise ValueError(entry.kind)


def save(entry: PictureEntry, target: Path) -> Drawn:
    """Draw one picture into `target`; an equal file stays untouched."""
    buffer = io.BytesIO()
    draw(entry).save(buffer, "WEBP", quality=QUALITY, method=6)
    data, path = buffer.getvalue(), target / entry.file
    changed = not path.exists() or path.read_bytes() != data
    if changed:
        path.write_bytes(data)
    return Drawn(entry, len(data), changed)


def draw_all(
    target: Path = FILES, only: str = "", report: Callable[[Drawn], None] | None = None
) -> list[Drawn]:
    """Draw every picture whose file name begins with `only` into `target`."""
    target.mkdir(parents=True, exist_ok=True)
    finished = []
    for entry in all_entries():
        if entry.file.startswith(only):
            finished.append(save(entry, target))
            if report:
                report(finished[-1])
    return finished
