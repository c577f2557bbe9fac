"""Görlitz: the Neisse, the church above its bank, towers and hall houses."""

import random

from PIL import Image

from .foregrounds import banks, quay, ripples
from .landmarks import COPPER, church, clock, finial, onion, spire
from .landscapes import H, W, rolling, sheet, sky, swell
from .palette import (
    INK,
    MOSS,
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
from .plants import bush
from .streets import row
from .things import SKIN, person


def goerlitz() -> Image.Image:
    """The Neisse, the church above its bank, towers, hall houses and the footbridge."""
    scheme, source = SCHEMES["morgen"], random.Random("goerlitz")
    stage = Stage((W, H), scheme.sky[0], "goerlitz")
    sky(stage, scheme, source, (1330, 190))
    stage.lay(sheet(rolling(source, 520, 16, 1.0), scheme.ridges[0]), 6)
    cone = curve(
        [(-60, 560), (70, 500), (190, 420), (250, 404), (310, 424), (440, 504), (600, 560)]
    )
    stage.lay(Cut().poly(cone, mix(scheme.ridges[0], scheme.ridges[1], 0.6)), 6)
    stage.lay(
        Cut().rect(244, 372, 12, 40, scheme.stone).poly([(240, 374), (250, 356), (260, 374)], ROST),
        2,
    )
    stage.lay(sheet(rolling(source, 566, 14, 1.2), scheme.ridges[1]), 6)
    row(stage, scheme, source, (-40, 1640), 622, 0.7, ("curved", "gable", "eaves"), 0.4)
    with stage.scaled(1.06, (430, 650)):
        clock_tower(stage, 430, 650, scheme)
    with stage.scaled(0.92, (700, 650)):
        thick_tower(stage, 700, 660, scheme)
    row(stage, scheme, source, (0, 900), 668, 0.86, ("curved", "curved", "eaves"), 0.14, (380, 480))
    rock = [(880, 720), (930, 610), (1010, 584), (1330, 576), (1440, 610), (1560, 640), (1640, 720)]
    with stage.scaled(1.12, (1180, 640)):
        church(stage, 1130, 612, scheme, random.Random("peter-3"), "twin")
    stage.lay(Cut().poly(rock, mix(scheme.stone, MOSS, 0.35)), 7)
    for i in range(9):
        x, y = 900 + i * 58, 640 - 16 * (i % 3)
        stage.lay(Cut().rect(x + 40, y, 60, 9, mix(scheme.stone, INK, 0.2)), 1)
    for i in range(14):
        bush(stage, 890 + i * 42, 730, 26 + 13 * (i * 5 % 3), scheme.trees[i % 3])
    row(stage, scheme, source, (-20, 880), 728, 1.08, ("curved", "curved", "eaves", "stepped"), 0.0)
    row(stage, scheme, source, (1330, 1660), 726, 0.86, ("eaves", "curved", "cottage"), 0.0)
    quay(stage, scheme, 728)
    stage.lay(sheet(swell(772, 76, 7), scheme.water[0]), 5)
    footbridge(stage, scheme)
    stage.lay(sheet(swell(818, 88, 8), scheme.water[1]), 5)
    ripples(stage, scheme, source, 800, 12)
    stage.lay(sheet(swell(866, 98, 8), scheme.water[2]), 5)
    banks(stage, scheme, source)
    return stage.image


def clock_tower(stage: Stage, x: float, base: float, scheme: Scheme) -> None:
    wall = hexa("#E6D6B2")
    shaft = Cut().rect(x - 46, base - 350, 92, 350, wall)
    for y in (130, 226, 344):
        shaft.rect(x - 51, base - y, 102, 7, mix(wall, PAPER, 0.7))
    clock(shaft, x, base - 286, 30)
    clock(shaft, x, base - 196, 22)
    for dx in (-22, 6):
        shaft.arch(x + dx, base - 90, 16, 40, scheme.window)
    stage.lay(shaft, 6)
    onion(stage, x, base - 348, 96, 118, COPPER)
    finial(stage, x, base - 462, 38, False)


def thick_tower(stage: Stage, x: float, base: float, scheme: Scheme) -> None:
    wall = hexa("#CDBB98")
    shaft = Cut().rect(x - 74, base - 250, 148, 250, wall)
    for i in range(18):
        shaft.rect(x - 66 + (i * 47) % 110, base - 30 - (i * 61) % 200, 20, 7, mix(wall, INK, 0.14))
    for dx in (-34, 14):
        shaft.arch(x + dx, base - 176, 20, 44, scheme.window)
    shaft.rect(x - 82, base - 262, 164, 18, mix(wall, PAPER, 0.4))
    stage.lay(shaft, 6)
    stage.lay(Cut().poly(arc(x, base - 258, 74, 62, 180, 360), COPPER), 5)
    lantern = (
        Cut().rect(x - 16, base - 352, 32, 36, PAPER).rect(x - 6, base - 346, 12, 26, scheme.window)
    )
    stage.lay(lantern, 3)
    spire(stage, x, base - 350, 46, 60, COPPER, False)


def footbridge(stage: Stage, scheme: Scheme) -> None:
    """A slim bridge over the river with people on it."""
    rail = Cut()
    top = [(px, 792 - 46 * (1 - ((px - 960) / 520) ** 2)) for px in range(440, 1481, 40)]
    for cx in (760, 1160):
        stage.lay(
            Cut().poly(
                [(cx - 16, 760), (cx + 16, 760), (cx + 24, 850), (cx - 24, 850)], scheme.stone
            ),
            4,
        )
    folk = Cut()
    tones = (ROST, SENF, TANNE, hexa("#7B4650"), SLATE)
    for i, px in enumerate((640, 690, 900, 1050, 1092)):
        y = 792 - 46 * (1 - ((px - 960) / 520) ** 2)
        person(folk, px, y, 62, tones[i], SKIN[i % 3], (INK, WOOD, PAPER, WOOD, INK)[i])
    stage.lay(folk, 2.5)
    for px, y in top:
        rail.rect(px - 2, y - 34, 4, 40, mix(TANNE, INK, 0.2))
    rail.poly([(px, y - 36) for px, y in top] + [(px, y - 30) for px, y in reversed(top)], TANNE)
    rail.poly(top + [(px, y + 14) for px, y in reversed(top)], mix(TANNE, INK, 0.15))
    stage.lay(rail, 4, wobble=0)
