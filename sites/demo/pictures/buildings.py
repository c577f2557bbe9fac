"""Houses cut from paper: gables, eaves, steps, curves, timber frames and tenements.

`x` is a house's left edge and `base` the line it stands on, both in pixels.
"""

import random
from dataclasses import dataclass

from .palette import INK, PAPER, SNOW, Colour, Scheme, hexa, mix
from .paper import Cut, Stage, arc, curve

SHINGLE = hexa("#9A5A44")  # the roof that shows under the snow
DIM = hexa("#3A4656")  # a window without light at night


@dataclass(frozen=True)
class Coat:
    """The papers of one house."""

    wall: Colour
    roof: Colour
    window: Colour
    frame: Colour
    door: Colour
    timber: Colour
    lit: bool
    snow: bool

    @property
    def edge(self) -> Colour:
        return mix(self.roof, INK, 0.14 if self.snow else 0.22)


def coat(scheme: Scheme, source: random.Random, fade: float = 0) -> Coat:
    """Choose a house's papers; `fade` (0..1) moves it back into the haze of the sky."""
    haze = scheme.sky[-1]
    wall = source.choice(scheme.walls)
    roof = source.choice(scheme.roofs)
    door = source.choice((*scheme.trees[:2], hexa("#8E3B22"), hexa("#4F6A78")))
    frame = mix(wall, PAPER, 0.75) if not scheme.lit else mix(wall, INK, 0.25)
    return Coat(
        mix(wall, haze, fade),
        mix(roof, haze, fade),
        mix(scheme.window, haze, fade * (0.5 if scheme.lit else 0.8)),
        mix(frame, haze, fade),
        mix(door, haze, fade),
        mix(scheme.timber, haze, fade),
        scheme.lit,
        scheme.snow,
    )


def window(
    cut: Cut, x: float, y: float, w: float, h: float, look: Coat, source: random.Random
) -> None:
    """One window with frame, cross and sill; at night some are dark."""
    glass = look.window
    if look.lit and source.random() < 0.35:
        glass = mix(look.wall, DIM, 0.7)
    edge = max(1.6, w * 0.12)
    cut.rect(x - edge, y - edge, w + 2 * edge, h + 2 * edge, look.frame)
    cut.rect(x, y, w, h, glass)
    if w >= 9:
        bar = max(1.2, w * 0.09)
        cut.rect(x + w / 2 - bar / 2, y, bar, h, look.frame)
        cut.rect(x, y + h * 0.36, w, bar, look.frame)


def windows(
    cut: Cut, x: float, top: float, w: float, h: float, size: float, look: Coat,
    source: random.Random, shutters: bool = False, columns: int = 0,
) -> None:  # fmt: skip
    """Fill a wall with even rows of windows about `size` pixels wide."""
    columns = columns or max(1, int(w / (size * 2.3)))
    rows = max(1, int(h / (size * 2.7)))
    for row in range(rows):
        for column in range(columns):
            left = x + w * (column + 0.5) / columns - size / 2
            y = top + h * (row + 0.5) / rows - size * 0.7
            if shutters:
                for side in (-0.62, 1.12):
                    cut.rect(left + size * side, y - 1, size * 0.5, size * 1.4 + 2, look.door)
            window(cut, left, y, size, size * 1.4, look, source)


def chimney(stage: Stage, x: float, top: float, w: float, look: Coat) -> None:
    stack = Cut().rect(x, top, w, w * 3.2, look.edge if not look.snow else mix(INK, look.wall, 0.6))
    stack.rect(x - w * 0.15, top, w * 1.3, w * 0.35, SNOW if look.snow else look.edge)
    stage.lay(stack, 2)


def chevron(x: float, w: float, eave: float, rise: float, thick: float, over: float) -> list:
    """The bent strip of a roof seen from its gable end."""
    drop = over * rise / (w / 2)
    return [
        (x - over, eave + drop),
        (x + w / 2, eave - rise),
        (x + w + over, eave + drop),
        (x + w + over, eave + drop - thick),
        (x + w / 2, eave - rise - thick * 1.25),
        (x - over, eave + drop - thick),
    ]


def beams(cut: Cut, x: float, base: float, w: float, h: float, look: Coat, bays: int) -> None:
    """A timber frame: posts, rails and braces."""
    t = max(2.6, w * 0.035)
    for bay in range(bays + 1):
        cut.rect(x + (w - t) * bay / bays, base - h, t, h, look.timber)
    for level in (0.0, 0.33, 0.66, 1.0):
        cut.rect(x, base - h * level - t / 2, w, t, look.timber)
    step = w / bays
    for left, lean in ((x, 1), (x + w - step, -1)):
        a, b = (left + 2, left + step - 2)[::lean]
        cut.bar((a, base - h * 0.66), (b, base - h), t * 0.85, look.timber)
        cut.bar((a, base), (b, base - h * 0.33), t * 0.85, look.timber)


def door(cut: Cut, x: float, base: float, w: float, look: Coat, arched: bool) -> None:
    edge = max(2, w * 0.14)
    if arched:
        cut.arch(x - edge, base, w + 2 * edge, w * 2.0 + edge, look.frame)
        cut.arch(x, base, w, w * 2.0, look.door)
    else:
        cut.rect(x - edge, base - w * 1.9 - edge, w + 2 * edge, w * 1.9 + edge, look.frame)
        cut.rect(x, base - w * 1.9, w, w * 1.9, look.door)


def gable(stage, x, base, w, h, rise, look, source, timber=False) -> None:
    """A house that turns its gable to us."""
    if source.random() < 0.6:
        chimney(stage, x + w * source.choice((0.2, 0.68)), base - h - rise * 0.85, w * 0.1, look)
    face = Cut().poly(
        [(x, base), (x, base - h), (x + w / 2, base - h - rise), (x + w, base - h), (x + w, base)],
        look.wall,
    )
    size = min(17, w * 0.17)
    ground = w * 0.42
    if timber:
        beams(face, x, base, w, h, look, 4)
        face.bar((x + w * 0.2, base - h - 2), (x + w / 2, base - h - rise * 0.62), w * 0.035,
                 look.timber)  # fmt: skip
        face.bar((x + w * 0.8, base - h - 2), (x + w / 2, base - h - rise * 0.62), w * 0.035,
                 look.timber)  # fmt: skip
        windows(face, x, base - h + 4, w, h - ground, size * 0.9, look, source)
    else:
        windows(face, x, base - h, w, h - ground, size, look, source, source.random() < 0.3)
    window(face, x + w / 2 - size * 0.4, base - h - rise * 0.42, size * 0.8, size, look, source)
    door(face, x + w * source.choice((0.16, 0.42, 0.62)), base, w * 0.17, look, not timber)
    stage.lay(face, 5)
    stage.lay(
        Cut().poly(chevron(x, w, base - h, rise, max(6, w * 0.085), w * 0.06), look.roof), 2.5
    )


def eaves(stage, x, base, w, h, rise, look, source, timber=False) -> None:
    """A house whose roof slopes towards us."""
    for spot in (0.22, 0.74):
        if source.random() < 0.55:
            chimney(stage, x + w * spot, base - h - rise - 12, max(8, w * 0.07), look)
    face = Cut().rect(x, base - h - 4, w, h + 4, look.wall)
    size = min(16, w * 0.14)
    if timber:
        beams(face, x, base, w, h, look, 5)
    ground = size * 2.6
    if h > ground * 1.6:
        windows(face, x, base - h + 2, w, h - ground, size, look, source, source.random() < 0.4)
    door(face, x + w * source.choice((0.1, 0.44, 0.76)), base, size * 1.1, look, False)
    stage.lay(face, 5)
    over, inset = w * 0.05, w * source.choice((0.03, 0.04, 0.16))
    top, eave = base - h - rise, base - h + 3
    roof = Cut().poly(
        [(x - over, eave), (x + inset, top), (x + w - inset, top), (x + w + over, eave)], look.roof
    )
    for course in (0.3, 0.55, 0.8):
        left = x + inset + (-over - inset) * course
        y = top + (eave - top) * course
        roof.rect(left + 5, y, x + w + over - inset * 0 - left - w * 0.1, 1.6,
                  mix(look.roof, look.edge, 0.6))  # fmt: skip
    if look.snow:
        roof.rect(x - over, eave - 5, w + 2 * over, 5, SHINGLE)
    stage.lay(roof, 3)
    if w > 84 and source.random() < 0.7:
        for spot in (0.3, 0.7) if w > 110 else (0.5,):
            dormer(stage, x + w * spot, top + rise * 0.78, size * 1.5, look, source)


def dormer(stage, cx, base, w, look, source) -> None:
    box = Cut().rect(cx - w / 2, base - w * 0.9, w, w * 0.9, look.wall)
    window(box, cx - w * 0.22, base - w * 0.75, w * 0.44, w * 0.55, look, source)
    stage.lay(box, 2)
    hat = [(cx - w * 0.68, base - w * 0.85), (cx, base - w * 1.5), (cx + w * 0.68, base - w * 0.85)]
    stage.lay(Cut().poly(hat, mix(look.roof, PAPER, 0.16)), 2)


def outline(kind: str, x: float, eave: float, w: float, rise: float) -> list:
    """The upper edge of a show gable, from left to right."""
    if kind == "stepped":
        steps, half = 4, []
        for step in range(steps + 1):
            y = eave - rise * step / steps - rise * 0.12
            half += [(x + w * 0.105 * step - 3, y + (rise / steps if step else 0.0)),
                     (x + w * 0.105 * step - 3, y)]  # fmt: skip
        half = half[1:]
        return half + [(2 * x + w - px, py) for px, py in reversed(half)]
    half = curve(
        [(x - 3, eave - rise * 0.05), (x + w * 0.02, eave - rise * 0.22),
         (x + w * 0.17, eave - rise * 0.3), (x + w * 0.19, eave - rise * 0.62),
         (x + w * 0.3, eave - rise * 0.7)], 6,
    )  # fmt: skip
    top = arc(x + w / 2, eave - rise * 0.72, w * 0.2, rise * 0.34, 180, 360)
    return half + top + [(2 * x + w - px, py) for px, py in reversed(half)]


def show_gable(stage, x, base, w, h, rise, look, source, kind="stepped") -> None:
    """A merchant's house with a stepped or curved front."""
    face = Cut().poly(
        [(x - 3, base), *outline(kind, x, base - h, w, rise), (x + w + 3, base)], look.wall
    )
    size = min(17, w * 0.16)
    windows(face, x, base - h, w, h - w * 0.4, size, look, source)
    for level, count in ((0.05, 3), (0.42, 1)):
        for i in range(count):
            left = x + w / 2 + (i - (count - 1) / 2) * w * 0.21 - size * 0.35
            face.arch(left, base - h - rise * level, size * 0.7, size * 1.15, look.window)
    face.rect(x - 3, base - h + 1, w + 6, 3, mix(look.wall, look.frame, 0.8))
    door(face, x + w * 0.4, base, w * 0.2, look, True)
    stage.lay(face, 5)
    if look.snow:
        line = outline(kind, x, base - h, w, rise)
        cap = line + [(px, py + 7) for px, py in reversed(line)]
        stage.lay(Cut().poly(cap, SNOW), 1.5)
