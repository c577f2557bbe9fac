"""The one building a town is known by: church, town hall, towers. `x` is its middle.

Heights at size 1 are 380 to 480 px, so the top stands well above the roofs around it.
"""

import math
import random

from .buildings import Coat, coat, door, outline, window, windows
from .palette import INK, PAPER, ROST, SENF, SLATE, SNOW, TANNE, Colour, Scheme, hexa, mix
from .paper import Cut, Stage, curve
from .things import flag

GOLD = mix(SENF, INK, 0.22)
COPPER = hexa("#6FA08C")


def paint(scheme: Scheme, colour: Colour) -> Colour:
    """A landmark's own colour, brought into the light of the scheme."""
    return mix(colour, scheme.sky[0], 0.34) if scheme.lit else mix(colour, scheme.sky[-1], 0.06)


def dress(scheme: Scheme, source: random.Random, wall: Colour, roof: Colour) -> Coat:
    base = coat(scheme, source)
    wall = paint(scheme, wall)
    frame = mix(wall, INK, 0.25) if scheme.lit else mix(wall, PAPER, 0.75)
    return Coat(wall, paint(scheme, roof), base.window, frame, base.door, base.timber,
                scheme.lit, scheme.snow)  # fmt: skip


def clock(cut: Cut, x: float, y: float, r: float) -> None:
    cut.disc(x, y, r, SENF)
    cut.disc(x, y, r * 0.82, PAPER)
    cut.bar((x, y + r * 0.1), (x, y - r * 0.62), r * 0.16, INK)
    cut.bar((x - r * 0.08, y), (x + r * 0.46, y + r * 0.22), r * 0.16, INK)


def finial(stage: Stage, x: float, y: float, h: float, cross: bool = True) -> None:
    tip = Cut().rect(x - 1.8, y - h, 3.6, h + 4, GOLD).disc(x, y - h * 0.3, h * 0.13, GOLD)
    if cross:
        tip.rect(x - h * 0.18, y - h * 0.85, h * 0.36, 3.6, GOLD)
    stage.lay(tip, 1.5)


def spire(stage: Stage, x, y, w, h, colour: Colour, snow: bool) -> None:
    """A steep helm with one shaded side."""
    helm = Cut().poly([(x - w / 2, y), (x, y - h), (x + w / 2, y)], colour)
    helm.poly([(x + w * 0.14, y), (x, y - h), (x + w / 2, y)], mix(colour, INK, 0.22))
    stage.lay(helm, 4)
    if snow:
        a = 0.36
        cap = [(x - w / 2 * a, y - h * (1 - a)), (x, y - h - 2), (x + w / 2 * a, y - h * (1 - a)),
               (x + w * 0.06, y - h * 0.58), (x - w * 0.04, y - h * 0.66)]  # fmt: skip
        stage.lay(Cut().poly(cap, SNOW), 1.5)


def onion(stage: Stage, x, y, w, h, colour: Colour) -> None:
    """A bulbous dome that ends in a point."""
    side = [(0.42, 0), (0.46, 0.06), (0.3, 0.12), (0.36, 0.2), (0.52, 0.34), (0.44, 0.5), (0.2,
                                                                                           0.64),
            (0.08, 0.78), (0.02, 1)]  # fmt: skip
    right = curve([(x + w * a, y - h * b) for a, b in side], 6)
    dome = Cut().poly(right + [(2 * x - px, py) for px, py in reversed(right)], colour)
    inner = [(x + (px - x) * 0.45, py) for px, py in right]
    dome.poly(right + inner[::-1], mix(colour, INK, 0.18))
    stage.lay(dome, 4)


def nave(stage, x, base, w, h, rise, look: Coat, lancets: bool, flip: bool) -> None:
    """The long body of a church, its roof towards us."""
    left = x - w if flip else x
    body = Cut().rect(left, base - h, w, h, look.wall)
    count = max(3, int(w / 52))
    for i in range(count):
        cx = left + w * (i + 0.5) / count
        shape = body.lancet if lancets else body.arch
        shape(cx - 12, base - h * 0.2, 24, h * 0.66, look.frame)
        shape(cx - 9, base - h * 0.2 - 3, 18, h * 0.66 - 6, look.window)
        if lancets and i:
            body.rect(left + w * i / count - 5, base - h, 10, h, mix(look.wall, INK, 0.12))
    stage.lay(body, 6)
    top = base - h - rise
    roof = Cut().poly([(left - 8, base - h + 4), (left + 18, top), (left + w - 18, top),
                       (left + w + 8, base - h + 4)], look.roof)  # fmt: skip
    for share in (0.3, 0.55, 0.8):
        y = top + rise * share
        roof.rect(left + 14 - 16 * share, y, w - 28 + 32 * share, 2, look.edge)
    stage.lay(roof, 4)


def church(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: brick (northern spire), onion (southern dome), stone (village), twin towers."""
    wall = {
        "brick": hexa("#B4583F"),
        "onion": PAPER,
        "stone": hexa("#E2D3B2"),
        "twin": hexa("#C9B48C"),
    }
    if scheme.snow:
        wall["onion"] = hexa("#E3B65C")
    roof = {"brick": COPPER, "onion": ROST, "stone": SLATE, "twin": SLATE}[style]
    look = dress(scheme, source, wall[style], SNOW if scheme.snow else roof)
    helm = paint(
        scheme, {"brick": COPPER, "onion": COPPER, "stone": hexa("#6B3A2A"), "twin": COPPER}[style]
    )
    flip = source.random() < 0.5
    side = -1 if flip else 1
    slim = 96 if style != "twin" else 78
    tall = {"brick": 250, "onion": 262, "stone": 205, "twin": 270}[style]
    body_roof = look if style != "brick" else dress(scheme, source, wall[style],
            SNOW if scheme.snow else hexa("#7A3324"))  # fmt: skip
    nave(
        stage,
        x + side * slim * 0.3,
        base,
        300,
        118,
        106,
        body_roof,
        style in ("brick", "twin"),
        flip,
    )
    towers = (x,) if style != "twin" else (x - 62, x + 62)
    if style == "twin":
        stage.lay(Cut().rect(x - 30, base - 190, 60, 190, mix(look.wall, PAPER, 0.15)), 4)
        rose = Cut().disc(x, base - 148, 24, look.frame).disc(x, base - 148, 19, look.window)
        stage.lay(rose, 1)
        stage.lay(
            Cut().poly([(x - 40, base - 186), (x, base - 240), (x + 40, base - 186)], look.roof), 3
        )
    for tx in towers:
        shaft = Cut().rect(tx - slim / 2, base - tall, slim, tall, look.wall)
        for level in (0.34, 0.62, 0.97):
            shaft.rect(tx - slim / 2 - 4, base - tall * level, slim + 8, 6, look.frame)
        shape = shaft.lancet if style in ("brick", "twin") else shaft.arch
        for dx in (-22, 4):
            shape(tx + dx, base - tall * 0.68, 18, 46, look.window)
        shape(tx - 9, base - tall * 0.29, 18, 32, look.window)
        clock(shaft, tx, base - tall * 0.55 + 4, 15)
        if style != "twin" or tx < x:
            door(shaft, tx - 15, base, 30, look, True)
        stage.lay(shaft, 6)
        if style == "onion":
            onion(stage, tx, base - tall, slim * 1.08, 150, helm)
            finial(stage, tx, base - tall - 148, 40)
        elif style == "stone":
            tip = base - tall - 120
            stage.lay(Cut().poly(chevron_roof(tx, base - tall, slim, 120), helm), 4)
            finial(stage, tx, tip, 34)
        else:
            high = 205 if style == "brick" else 150
            spire(stage, tx, base - tall + 2, slim * 1.1, high, helm, scheme.snow)
            finial(stage, tx, base - tall - high + 4, 38)


def chevron_roof(x, y, w, h) -> list:
    """A village tower's helm: a broad foot that breaks into a steep point."""
    right = [
        (x + w * 0.6, y + 4),
        (x + w * 0.4, y - h * 0.22),
        (x + w * 0.24, y - h * 0.5),
        (x, y - h),
    ]
    return right + [(2 * x - px, py) for px, py in reversed(right[:-1])]


def townhall(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: stepped (brick), curved (plaster), timber (frame), tower (a tall clock tower)."""
    colours = {
        "stepped": hexa("#B4583F"),
        "curved": hexa("#EBCB7E"),
        "timber": PAPER,
        "tower": hexa("#E2D3B2"),
    }
    red = SNOW if scheme.snow else hexa("#8E3B22")
    look = dress(scheme, source, colours[style], red)
    w, h = 330, 176
    if style == "tower":
        clock_tower(stage, x + 108, base, scheme, look)
    else:
        turret(stage, x, base - h - 112, scheme, look)
    eave, top = base - h + 4, base - h - 118
    roof = Cut().poly([(x - 175, eave), (x - 119, top), (x + 119, top), (x + 175, eave)], look.roof)
    for share in (0.3, 0.55, 0.8):
        roof.rect(x - 115 - 54 * share, top + 118 * share, 230 + 108 * share, 2, look.edge)
    stage.lay(roof, 5)
    face = Cut().rect(x - w / 2, base - h, w, h, look.wall)
    if style == "timber":
        framework(face, x - w / 2, base, w, h, look)
    for i in range(7):
        ax = x - w / 2 + 14 + i * (w - 28) / 7
        face.arch(ax + 4, base, (w - 28) / 7 - 8, 58, mix(look.window, INK, 0.1))
        window(face, ax + 12, base - h + 20, 20, 34, look, source)
        window(face, ax + 12, base - 104, 20, 28, look, source)
    stage.lay(face, 6)
    if style == "timber":
        for dx in (-100, 0, 100):
            front_gable(stage, x + dx, base - h + 4, 92, 78, look, source)
    else:
        kind = "stepped" if style == "stepped" else "curved"
        main_gable(stage, x - (36 if style == "tower" else 0), base, h, look, source, kind)
    flag(stage, x - w / 2 + 26, base - h - 112, 110, TANNE if not scheme.lit else SENF)


def clock_tower(stage: Stage, x, base, scheme: Scheme, look: Coat) -> None:
    """The tall tower at a corner of a town hall."""
    shaft = Cut().rect(x - 44, base - 390, 88, 390, mix(look.wall, look.frame, 0.2))
    for level in (150, 330):
        shaft.rect(x - 50, base - level, 100, 6, look.frame)
    shaft.rect(x - 54, base - 394, 108, 12, look.frame)
    for dx in (-28, 4):
        shaft.arch(x + dx, base - 250, 22, 46, look.window)
    clock(shaft, x, base - 352, 26)
    stage.lay(shaft, 6)
    onion(stage, x, base - 392, 84, 110, paint(scheme, COPPER))
    finial(stage, x, base - 498, 36, False)


def framework(face: Cut, left, base, w, h, look: Coat) -> None:
    """Posts, rails and braces of a timbered town hall."""
    for i in range(13):
        face.rect(left + i * (w - 7) / 12, base - h, 7, h - 66, look.timber)
    for y in (base - h, base - h + 52, base - 72):
        face.rect(left, y, w, 7, look.timber)
    for i in (0, 2, 9, 11):
        a, b = left + i * (w - 7) / 12, left + (i + 1) * (w - 7) / 12
        face.bar((a + 4, base - 72), (b + 4, base - h + 56), 6, look.timber)


def main_gable(stage: Stage, x, base, h, look: Coat, source, kind: str) -> None:
    """The show gable in the middle of the front, with clock and door."""
    w, left = 128, x - 64
    line = outline(kind, left, base - h - 8, w, 112)
    face = Cut().poly([(left, base), *line, (left + w, base)], mix(look.wall, PAPER, 0.14))
    windows(face, left + 6, base - h - 2, w - 12, h - 66, 20, look, source, columns=3)
    for dx in (-26, 8):
        face.arch(x + dx, base - h - 20, 18, 34, look.window)
    clock(face, x, base - h - 76, 17)
    door(face, x - 19, base, 38, look, True)
    stage.lay(face, 5)


def front_gable(stage, x, base, w, h, look: Coat, source) -> None:
    face = Cut().poly([(x - w / 2, base), (x, base - h), (x + w / 2, base)], look.wall)
    face.bar((x - w * 0.25, base), (x - w * 0.02, base - h * 0.5), 6, look.timber)
    face.bar((x + w * 0.25, base), (x + w * 0.02, base - h * 0.5), 6, look.timber)
    face.rect(x - w / 2, base - 6, w, 7, look.timber)
    window(face, x - 8, base - 36, 16, 22, look, source)
    stage.lay(face, 4)
    edge = [(x - w * 0.58, base + 6), (x, base - h - 6), (x + w * 0.58, base + 6), (x + w * 0.46,
                                                                                    base + 6),
            (x, base - h + 12), (x - w * 0.46, base + 6)]  # fmt: skip
    stage.lay(Cut().poly(edge, mix(look.roof, INK, 0.1)), 3)


def turret(stage, x, base, scheme: Scheme, look: Coat) -> None:
    """A ridge turret with a bell."""
    shaft = Cut().rect(x - 26, base - 84, 52, 90, look.wall)
    shaft.arch(x - 14, base - 22, 28, 46, look.window)
    shaft.rect(x - 32, base - 88, 64, 8, look.frame)
    stage.lay(shaft, 4)
    onion(stage, x, base - 86, 58, 86, paint(scheme, COPPER))
    finial(stage, x, base - 168, 34, False)


def beam_points(x: float, y: float, angle: float, length: float, spread: float) -> list:
    """A ray that widens from a lamp at (x, y)."""
    a, b = math.radians(angle - spread), math.radians(angle + spread)
    return [(x, y), (x + length * math.cos(a), y + length * math.sin(a)),
            (x + length * math.cos(b), y + length * math.sin(b))]  # fmt: skip
