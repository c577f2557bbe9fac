"""Moabit: market hall, tenements and the bridge over the Spree."""

import random

from PIL import Image

from .landmarks import clock, dress, finial, spire
from .landscapes import H, W, rolling, sheet, sky, skyline, swell
from .palette import (
    BRICK,
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
from .paper import Cut, Stage
from .plants import grove, round_tree
from .streets import row
from .things import SKIN, person
from .waterside import bridge


def moabit() -> Image.Image:
    """Berlin's market hall in brick, tenements and the bridge over the Spree."""
    scheme, source = SCHEMES["senf"], random.Random("moabit")
    stage = Stage((W, H), scheme.sky[0], "moabit")
    sky(stage, scheme, source, (260, 180))
    stage.lay(sheet(rolling(source, 560, 8, 1.0), scheme.ridges[0]), 5)
    skyline(stage, scheme, source)
    row(stage, scheme, source, (-40, 1640), 640, 0.86, ("tenement",), 0.36)
    grove(stage, scheme, source, (0, 1600), 650, 92, 9, 0.12)
    row(stage, scheme, source, (-60, 500), 676, 1.04, ("tenement",), 0.0)
    row(stage, scheme, source, (1120, 1660), 676, 1.04, ("tenement",), 0.0)
    with stage.scaled(1.12, (800, 690)):
        market_hall(stage, 800, 690, scheme, source)
    for x in (440, 1165):
        round_tree(stage, x, 690, 116, scheme.trees[0])
    stage.lay(sheet([(-20, 684), (1620, 684)], mix(scheme.stone, PAPER, 0.3)), 4)
    stage.lay(sheet(swell(716, 70, 6), scheme.water[0]), 4)
    stage.lay(sheet(swell(752, 80, 7), scheme.water[1]), 4)
    bridge(stage, 800, 782, scheme, source, "stone")
    stage.lay(sheet(swell(812, 92, 8), scheme.water[1]), 5)
    excursion(stage, 560, 856, scheme)
    stage.lay(sheet(swell(862, 100, 8), scheme.water[2]), 6)
    return stage.image


def market_hall(stage: Stage, x: float, base: float, scheme: Scheme, source) -> None:
    look = dress(scheme, source, hexa("#B4583F"), hexa("#54433C"))
    band = hexa("#E5C27E")
    wings = Cut().rect(x - 270, base - 150, 540, 150, look.wall)
    for i in range(9):
        left = x - 256 + i * 58
        wings.arch(left, base - 16, 44, 100, band)
        wings.arch(left + 5, base - 16, 34, 92, look.window)
        wings.rect(left + 20, base - 108, 3, 92, band)
        wings.rect(left + 5, base - 58, 34, 3, band)
    wings.rect(x - 276, base - 154, 552, 10, band)
    roof = Cut().poly([(x - 276, base - 150), (x - 236, base - 204), (x + 236, base - 204),
                       (x + 276, base - 150)],
                      look.roof)  # fmt: skip
    stage.lay(roof, 5)
    stage.lay(wings, 5)
    for dx in (-112, 112):
        shaft = Cut().rect(x + dx - 30, base - 286, 60, 286, mix(look.wall, INK, 0.08))
        for y in (250, 170):
            shaft.arch(x + dx - 11, base - y + 30, 22, 52, band)
            shaft.arch(x + dx - 8, base - y + 28, 16, 46, look.window)
        for y in (196, 290):
            shaft.rect(x + dx - 35, base - y, 70, 8, band)
        stage.lay(shaft, 6)
        spire(stage, x + dx, base - 286, 72, 92, look.roof, False)
        finial(stage, x + dx, base - 374, 30, False)
    front = Cut().poly([(x - 84, base), (x - 84, base - 226), (x, base - 312), (x + 84,
                                                                                base - 226),
                        (x + 84, base)],
                       look.wall)  # fmt: skip
    front.arch(x - 60, base - 104, 120, 138, band)
    front.arch(x - 52, base - 104, 104, 128, look.window)
    for dx in (-26, 0, 26):
        front.rect(x + dx - 2, base - 230, 4, 126, band)
    front.rect(x - 52, base - 160, 104, 4, band)
    clock(front, x, base - 266, 17)
    for dx in (-66, -18, 30):
        front.arch(x + dx, base, 36, 78, mix(INK, TANNE, 0.3))
    front.rect(x - 84, base - 98, 168, 8, band)
    stage.lay(front, 6)
    edge = [(x - 98, base - 214), (x, base - 318), (x + 98, base - 214), (x + 98, base - 230), (x,
            base - 338),
            (x - 98, base - 230)]  # fmt: skip
    stage.lay(Cut().poly(edge, band), 4)


def excursion(stage: Stage, x: float, y: float, scheme: Scheme) -> None:
    """A river boat with guests on the upper deck."""
    folk = Cut()
    tones = (ROST, TANNE, SENF, SLATE, BRICK)
    for i in range(6):
        person(folk, x - 110 + i * 40, y - 64, 46, tones[i % 5], SKIN[i % 3], (INK, WOOD)[i % 2])
    stage.lay(folk, 2)
    cabin = Cut().rect(x - 150, y - 68, 270, 44, PAPER)
    for i in range(7):
        cabin.rect(x - 138 + i * 36, y - 58, 26, 22, scheme.window)
    cabin.rect(x - 158, y - 74, 286, 8, ROST)
    cabin.bar((x + 166, y - 26), (x + 166, y - 104), 3, WOOD)
    cabin.poly([(x + 166, y - 104), (x + 204, y - 94), (x + 166, y - 84)], PAPER)
    stage.lay(cabin, 4)
    hull = [(x - 200, y - 30), (x + 214, y - 30), (x + 176, y + 14), (x - 180, y + 14)]
    stage.lay(Cut().poly(hull, TANNE).rect(x - 196, y - 26, 404, 7, PAPER), 5)
