"""Lübbenau: canals, boats, haystacks and log houses."""

import random

from PIL import Image

from .buildings import Coat, chevron, chimney, coat, door, window
from .landscapes import H, W, rolling, sheet, sky, swell
from .palette import (
    INK,
    PAPER,
    ROST,
    SCHEMES,
    SENF,
    SLATE,
    TANNE,
    WOOD,
    Scheme,
    hexa,
    mix,
)
from .paper import Cut, Stage, arc, curve
from .plants import grass, poplar, reed, round_tree
from .things import punt


def luebbenau() -> Image.Image:
    """The Spreewald: canals, boats, haystacks and log houses with crossed snakes."""
    scheme, source = SCHEMES["fruehling"], random.Random("luebbenau")
    stage = Stage((W, H), scheme.sky[0], "luebbenau")
    sky(stage, scheme, source, (420, 190))
    stage.view = (800 - 800 * 1.1, 900 - 900 * 1.1, 1.1)
    for y, tone in ((500, scheme.ridges[0]), (550, scheme.ridges[1])):
        wood, x = Cut(), -30.0
        while x < W + 30:
            r = source.uniform(40, 78)
            wood.disc(x, y + 30, r, tone, r * 1.15)
            x += r
        wood.rect(-20, y + 20, W + 40, 120, tone)
        stage.lay(wood, 6)
    cranes(stage)
    stage.lay(sheet(rolling(source, 610, 6, 1.0), scheme.ridges[2]), 5)
    for x in (90, 200, 1500):
        poplar(stage, x, 632, 250, scheme.trees[0])
    for x, base, size in ((520, 648, 0.8), (700, 640, 0.6), (1330, 650, 0.88)):
        log_house(stage, x, base, size, scheme, source)
    for x, size in ((850, 0.7), (1010, 0.86), (1140, 0.66)):
        haystack(stage, x, 656 + 10 * size, size)
    stage.lay(sheet(rolling(source, 666, 5, 1.0), scheme.fields[1]), 5)
    stage.lay(sheet(swell(690, 80, 6), scheme.water[0]), 5)
    punt(stage, 1180, 726, 250, WOOD, 3, (ROST, SENF, PAPER))
    stage.lay(sheet(swell(742, 90, 7), scheme.water[1]), 5)
    bank = curve([(-40, 730), (200, 724), (420, 742), (560, 790), (600, 930)])
    stage.lay(Cut().poly([*bank, (-40, 930)], scheme.fields[0]), 7)
    log_house(stage, 250, 800, 1.5, scheme, source)
    for x, h in ((36, 210), (470, 150)):
        round_tree(stage, x, 806, h, scheme.trees[3])
    wooden_arch(stage, scheme)
    stage.lay(sheet(swell(838, 96, 8), scheme.water[2]), 5)
    punt(stage, 930, 862, 400, mix(WOOD, INK, 0.2), 5, (TANNE, ROST, PAPER, SENF, SLATE))
    for i in range(9):
        x = 80 + i * 60 if i < 6 else 1290 + (i - 6) * 90
        pads = Cut().poly([*arc(x, 884, 30, 9, 20, 340), (x, 884)], scheme.fields[0])
        stage.lay(pads, 2)
        if i % 3 == 0:
            stage.lay(
                Cut().leaf(x, 886, 18, 22, PAPER).leaf(x - 9, 886, 14, 16, hexa("#E6B9AE")), 2
            )
    reed(stage, 1540, 908, 150, scheme.fields[0], WOOD, source)
    reed(stage, 1450, 912, 110, scheme.fields[0], WOOD, source)
    return stage.image


def cranes(stage: Stage) -> None:
    """Three cranes on their way, wings up."""
    for x, y, size in ((820, 330, 1.0), (930, 300, 0.8), (1010, 350, 0.7)):
        bird = (
            Cut()
            .line([(0, 0), (34, -5), (62, -12)], 3.4, SLATE)
            .line([(-8, 0), (-44, 8)], 3.2, SLATE)
        )
        bird.poly(
            curve([(-14, 2), (-20, -26), (-44, -58), (-6, -34), (20, -2)], 5),
            mix(SLATE, PAPER, 0.25),
        )
        bird.poly([(-14, 0), (4, -10), (22, -4), (6, 7)], SLATE)
        stage.lay(Cut().add(bird, x, y, size), 3, wobble=0)


def log_house(stage: Stage, x: float, base: float, size: float, scheme: Scheme, source) -> None:
    """A house of dark logs, white windows, a thatched roof with crossed snakes on top."""
    wood = mix(WOOD, INK, 0.18)
    w, h, rise = 150 * size, 74 * size, 104 * size
    look = Coat(wood, hexa("#B39A63"), scheme.window, PAPER, TANNE, INK, False, False)
    chimney(stage, x + w * 0.12, base - h - rise * 0.9, 15 * size, coat(scheme, source))
    face = Cut().poly([(x - w / 2, base), (x - w / 2, base - h), (x, base - h - rise), (x + w / 2,
                                                                                        base - h),
                       (x + w / 2, base)], wood)  # fmt: skip
    for i in range(1, 6):
        face.rect(x - w / 2, base - h * i / 6, w, 2.4 * size, mix(wood, INK, 0.4))
    for i in range(1, 9):
        dx = (i / 9 - 0.5) * w
        face.rect(x + dx, base - h - rise * (1 - abs(dx) / (w / 2)) + 6, 2 * size,
                  rise * (1 - abs(dx) / (w / 2)) - 8, mix(wood, INK, 0.3))  # fmt: skip
    face.rect(x - w / 2, base - h - 3 * size, w, 6 * size, mix(wood, PAPER, 0.3))
    for dx in (-0.34, 0.2):
        window(face, x + w * dx, base - h * 0.8, 22 * size, 28 * size, look, source)
    window(face, x - 9 * size, base - h - rise * 0.46, 18 * size, 22 * size, look, source)
    door(face, x - 12 * size, base, 25 * size, look, False)
    stage.lay(face, 5)
    thick = 18 * size
    stage.lay(Cut().poly(chevron(x - w / 2, w, base - h, rise, thick, w * 0.08), look.roof), 4)
    top = base - h - rise - thick * 1.2
    snakes = Cut()
    for side in (-1, 1):
        neck = curve([(x - side * 17 * size, top + 34 * size), (x, top + 8 * size),
                      (x + side * 14 * size, top - 18 * size),
                      (x + side * 34 * size, top - 30 * size), (x + side * 44 * size,
                                                                top - 17 * size)], 6)  # fmt: skip
        snakes.line(neck, 6.5 * size, PAPER)
        snakes.disc(x + side * 45 * size, top - 16 * size, 5.5 * size, PAPER)
    stage.lay(snakes, 2)


def haystack(stage: Stage, x: float, base: float, size: float) -> None:
    hay = hexa("#D6B45A")
    stage.lay(Cut().rect(x - 3 * size, base - 196 * size, 6 * size, 60 * size, WOOD), 1)
    side = [(60, 0), (72, 40), (58, 96), (26, 146), (8, 172)]
    right = curve([(x + a * size, base - b * size) for a, b in side], 6)
    pile = Cut().poly(right + [(2 * x - px, py) for px, py in reversed(right)], hay)
    for i in range(8):
        dx = (i - 3.5) * 15 * size
        pile.bar(
            (x + dx, base - 6),
            (x + dx * 0.62, base - (64 - abs(dx) * 0.2) * size),
            2.4 * size,
            mix(hay, WOOD, 0.45),
        )
        pile.bar(
            (x + dx * 0.6, base - 76 * size),
            (x + dx * 0.2, base - 130 * size),
            2.4 * size,
            mix(hay, WOOD, 0.45),
        )
    stage.lay(pile, 4)


def wooden_arch(stage: Stage, scheme: Scheme) -> None:
    """The high footbridge under which boats pass."""
    wood = mix(WOOD, PAPER, 0.2)

    def y(px: float) -> float:
        return 790 - 92 * (1 - ((px - 1300) / 260) ** 2)

    posts, xs = Cut(), range(1050, 1551, 50)
    for px in xs:
        posts.rect(px - 4, y(px) - 50, 8, 56, wood)
    line = [(px, y(px)) for px in range(1040, 1561, 20)]
    posts.poly(
        [(px, py - 54) for px, py in line] + [(px, py - 46) for px, py in reversed(line)], wood
    )
    posts.poly(
        [(px, py - 28) for px, py in line] + [(px, py - 23) for px, py in reversed(line)], wood
    )
    posts.poly(line + [(px, py + 12) for px, py in reversed(line)], mix(wood, INK, 0.25))
    for px in (1120, 1480):
        posts.rect(px - 7, y(px), 14, 880 - y(px), mix(wood, INK, 0.25))
    stage.lay(posts, 5, wobble=0)
    corner = curve([(1500, 930), (1520, 820), (1580, 786), (1650, 780)])
    stage.lay(Cut().poly([*corner, (1650, 930)], scheme.fields[0]), 6)
    grass(stage, 1572, 830, 40, scheme.fields[2], random.Random(4))
