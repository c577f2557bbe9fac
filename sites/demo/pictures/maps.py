"""Locator maps: Germany cut from paper, one federal state lifted out in red.

The outlines are Natural Earth's (public domain), see germany-states.txt.
"""

import re
from functools import cache
from pathlib import Path

from PIL import Image

from .palette import MIST, PAPER, ROST, SENF, TANNE, hexa, mix
from .paper import Cut, Point, Stage

SIZE = (720, 880)
SOURCE = Path(__file__).with_name("germany-states.svg")
STATES = {
    "01": "Schleswig-Holstein",
    "02": "Hamburg",
    "03": "Niedersachsen",
    "04": "Bremen",
    "05": "Nordrhein-Westfalen",
    "06": "Hessen",
    "07": "Rheinland-Pfalz",
    "08": "Baden-Württemberg",
    "09": "Bayern",
    "10": "Saarland",
    "11": "Berlin",
    "12": "Brandenburg",
    "13": "Mecklenburg-Vorpommern",
    "14": "Sachsen",
    "15": "Sachsen-Anhalt",
    "16": "Thüringen",
}
SMALL = ("02", "04", "10", "11")  # get a ring, or nobody would find them


@cache
def outlines() -> dict[str, list[list[Point]]]:
    """The rings of each state by name, moved onto the sheet."""
    text = SOURCE.read_text(encoding="utf-8")
    states = {}
    for name, path in re.findall(r'data-state="([^"]+)" d="([^"]+)"', text):
        rings = []
        for part in path.split("Z"):
            numbers = [float(n) for n in re.findall(r"-?\d+\.?\d*", part)]
            if len(numbers) >= 6:
                points = zip(numbers[::2], numbers[1::2], strict=True)
                rings.append([(65 + x, 40 + y) for x, y in points])
        states[name] = rings
    return states


def cut_of(name: str, colour) -> Cut:
    """One state; Brandenburg keeps Berlin's place, which Berlin then covers."""
    cut = Cut()
    for ring in sorted(outlines()[name], key=len, reverse=True):
        cut.poly(ring, colour)
    return cut


def lens(stage: Stage, state: Cut) -> None:
    """A ring around a small state, and the state once more, large, in the free corner."""
    left, top, right, bottom = state.bounds()
    x, y = (left + right) / 2, (top + bottom) / 2
    reach = max(right - left, bottom - top)
    cx, cy, r = 118, 752, 100
    stage.lay(Cut().line([(x, y + reach / 2 + 14), (cx, cy)], 5, SENF), 3)
    stage.lay(Cut().ring(x, y, reach / 2 + 18, 8, SENF), 4, wobble=0)
    stage.lay(Cut().disc(cx, cy, r, SENF).disc(cx, cy, r - 8, PAPER), 6, wobble=0)
    zoom = 138 / max(reach, 1)
    stage.lay(Cut().add(state, cx - x * zoom, cy - y * zoom, zoom), 5, depth=0.5)


def draw_map(key: str) -> Image.Image:
    """Draw the map of the state with this two-digit key, 720 by 880 pixels."""
    stage = Stage(SIZE, MIST, f"map-{key}")
    land, chosen = Cut(), STATES[key]
    for name in outlines():
        for points, colour in cut_of(name, hexa("#8FAE93")).shapes:
            land.poly(points, colour)
    stage.lay(land, 9)
    tones = (hexa("#8FAE93"), hexa("#9FBA9C"), hexa("#86A68C"))
    for i, name in enumerate(sorted(outlines(), key=lambda n: n == "Berlin")):
        stage.lay(cut_of(name, tones[i % 3]), 1)
    borders = Cut()
    for rings in outlines().values():
        for ring in rings:
            borders.line([*ring, ring[0]], 2.2, PAPER)
    stage.lay(borders, 0)
    red = cut_of(chosen, ROST)
    stage.lay(red, 7, depth=0.5)
    if chosen == "Brandenburg":
        stage.lay(cut_of("Berlin", tones[0]), 0)
    if key in SMALL:
        lens(stage, red)
    elif key == "12":
        stage.lay(Cut().line(cut_of("Berlin", TANNE).shapes[0][0], 2.4, mix(PAPER, SENF, 0.2)), 0)
    return stage.image
