"""Rottenacker: church, Danube, fields and storks."""

import random

from PIL import Image

from .buildings import door
from .landmarks import clock, dress
from .landscapes import H, W, rolling, sheet, sky
from .palette import INK, PAPER, ROST, SCHEMES, SENF, WOOD, Scheme, mix
from .paper import Cut, Stage, arc, curve
from .plants import any_tree, grove, poplar, reed, round_tree
from .streets import row


def rottenacker() -> Image.Image:
    """A village on the Danube: steep church roof, river bend, fields and storks."""
    scheme, source = SCHEMES["morgen"], random.Random("rottenacker")
    stage = Stage((W, H), scheme.sky[0], "rottenacker")
    sky(stage, scheme, source, (1270, 200))
    for tone, y, swing in zip(scheme.ridges, (410, 470, 520), (24, 22, 16), strict=True):
        stage.lay(sheet(rolling(source, y, swing, 1.1), tone), 6)
    grove(stage, scheme, source, (0, 1000), 560, 60, 8, 0.3)
    grove(stage, scheme, source, (1180, 1600), 566, 64, 9, 0.2)
    row(stage, scheme, source, (160, 1000), 566, 0.62, ("eaves", "gable", "cottage"), 0.3)
    with stage.scaled(1.12, (560, 590)):
        saddle_church(stage, 560, 590, scheme, source)
    row(stage, scheme, source, (30, 470), 612, 0.94, ("eaves", "gable", "timber-eaves"), 0.0)
    row(stage, scheme, source, (720, 1120), 612, 0.94, ("gable", "eaves", "timber"), 0.0)
    for x in (30, 700, 1150, 1190):
        any_tree(stage, x, 616, 110, scheme, source)
    line = rolling(source, 606, 6, 1.0)
    stage.lay(sheet(line, scheme.fields[2]), 6)
    far = Cut().poly([(1020, 640), (1640, 610), (1640, 664), (1120, 690)], scheme.fields[4])
    for i in range(1, 5):
        far.bar(
            (1020 + 25 * i, 640 + 12 * i), (1640, 610 + 13 * i), 3, mix(scheme.fields[4], WOOD, 0.4)
        )
    stage.lay(far, 3)
    bend = curve([(1640, 700), (1200, 690), (700, 668), (330, 678), (190, 716), (330, 764), (800,
                                                                                             800),
                  (1200, 850), (1380, 930)])  # fmt: skip
    inner = curve([(640, 930), (420, 850), (110, 790), (-30, 740), (-30, 690), (150, 650), (420,
                                                                                            634),
                   (800, 636),
                   (1240, 654), (1640, 668)])  # fmt: skip
    for grow, tone in ((16, mix(scheme.stone, PAPER, 0.3)), (0, scheme.water[1])):
        upper = [(px, py - grow * 0.6) for px, py in inner]
        lower = [(px + grow * 0.4, py + grow * 0.5) for px, py in bend]
        stage.lay(Cut().poly([*lower, *upper], tone), 4)
    marks = Cut()
    for x, y, w in ((560, 704, 90), (900, 716, 70), (180, 742, 60), (520, 816, 110), (760, 868,
            130), (1000, 892, 90),
                    (1250, 682, 80)):  # fmt: skip
        marks.poly(
            [(x, y - 10), (x + w / 2, y - 14), (x + w, y - 10), (x + w / 2, y - 7)],
            mix(scheme.water[1], PAPER, 0.5),
        )
    stage.lay(marks, 1)
    field = Cut().poly([*bend[:-6], (1460, 930), (1640, 930)], scheme.fields[3])
    stage.lay(field, 5)
    crop = [(900, 742), (1640, 740), (1640, 930), (1470, 930), (1290, 840)]
    stage.lay(Cut().poly(crop, scheme.fields[4]), 3)
    rows = Cut()
    for i in range(7):
        left = (965, 1052, 1140, 1228, 1312, 1356, 1400)[i]
        rows.bar((left, 752 + i * 22), (1640, 752 + i * 25), 4, mix(scheme.fields[4], WOOD, 0.4))
    stage.lay(rows, 1)
    for x, r in ((560, 15), (640, 18), (760, 16), (850, 20)):
        bale = Cut().disc(x, 730, r, SENF).ring(x, 730, r * 0.62, 3, mix(SENF, WOOD, 0.5))
        stage.lay(bale, 3)
    for x, h in ((380, 74), (440, 88), (700, 66)):
        round_tree(stage, x, 728, h, scheme.trees[1])
    near = curve([(-40, 800), (120, 812), (330, 862), (440, 930)])
    stage.lay(Cut().poly([*near, (-40, 930)], scheme.fields[0]), 7)
    for x, h in ((40, 230), (140, 180)):
        poplar(stage, x, 850, h, scheme.trees[0])
    reed(stage, 330, 906, 96, scheme.fields[2], WOOD, source)
    for x, y, size, flip in ((1120, 806, 1.25, False), (1290, 790, 0.95, True)):
        stork(stage, x, y, size, flip)
    for x, y, size in ((900, 190, 1.0), (1050, 260, 0.7)):
        flying_stork(stage, x, y, size)
    return stage.image


def saddle_church(stage: Stage, x: float, base: float, scheme: Scheme, source) -> None:
    """A village church: tall tower with stepped saddle roof, a very steep nave, a stork's nest."""
    look = dress(scheme, source, PAPER, ROST)
    body = Cut().rect(x + 30, base - 104, 220, 104, look.wall)
    for i in range(4):
        body.arch(x + 54 + i * 50, base - 24, 24, 60, look.window)
    stage.lay(body, 6)
    steep = Cut().poly(
        [(x + 20, base - 100), (x + 52, base - 246), (x + 222, base - 246), (x + 260, base - 100)],
        look.roof,
    )
    for share in (0.25, 0.5, 0.75):
        steep.rect(x + 54 - 30 * share, base - 246 + 146 * share, 166 + 66 * share, 2.4, look.edge)
    stage.lay(steep, 5)
    shaft = Cut().poly([(x - 48, base), (x - 48, base - 264), (x, base - 372), (x + 48,
            base - 264), (x + 48, base)],
                       look.wall)  # fmt: skip
    for y in (150, 262):
        shaft.rect(x - 52, base - y, 104, 6, mix(scheme.stone, look.wall, 0.2))
    for dx in (-24, 6):
        shaft.arch(x + dx, base - 196, 18, 42, look.window)
    shaft.arch(x - 8, base - 286, 16, 34, look.window)
    clock(shaft, x, base - 126, 19)
    door(shaft, x - 15, base, 30, look, True)
    stage.lay(shaft, 7)
    rim = [(x - 62, base - 246), (x, base - 386), (x + 62, base - 246), (x + 62, base - 270), (x,
            base - 412),
           (x - 62, base - 270)]  # fmt: skip
    stage.lay(Cut().poly(rim, look.roof), 4)
    nest = Cut().poly(arc(x, base - 416, 36, 20, 0, 180), WOOD)
    for i in range(6):
        nest.bar(
            (x - 42 + i * 14, base - 414),
            (x - 22 + i * 12, base - 404 + i % 3),
            4,
            mix(WOOD, PAPER, 0.3),
        )
    stage.lay(nest, 3)
    stork(stage, x, base - 414, 0.62, False)


def stork(stage: Stage, x: float, base: float, size: float, flip: bool) -> None:
    """A standing stork, 96 px high at size 1."""
    bird = Cut()
    for dx in (-5, 6):
        bird.rect(dx, -38, 3, 38, ROST)
    bird.poly(curve([(-34, -40), (-6, -62), (20, -58), (22, -44), (2, -32)], 6, True), PAPER)
    bird.poly([(-46, -36), (-2, -54), (-6, -38)], INK)
    bird.line(curve([(16, -52), (24, -70), (18, -86)], 6), 7, PAPER)
    bird.disc(19, -88, 7, PAPER)
    bird.poly([(24, -91), (54, -82), (23, -84)], ROST)
    stage.lay(Cut().add(bird, x, base, size, flip=flip), 3, wobble=0)


def flying_stork(stage: Stage, x: float, y: float, size: float) -> None:
    bird = Cut()
    for side in (-1, 1):
        bird.poly(
            [(0, 0), (side * 20, -34), (side * 66, -52), (side * 60, -34), (side * 22, 2)], PAPER
        )
        bird.poly([(side * 40, -44), (side * 84, -66), (side * 78, -52), (side * 84, -50),
                   (side * 74, -42),
                   (side * 78, -36), (side * 58, -30)], INK)  # fmt: skip
    bird.poly([(-30, 8), (0, -8), (34, -4), (0, 12)], PAPER)
    bird.poly([(30, -6), (64, -2), (30, 2)], ROST)
    bird.bar((-28, 8), (-62, 14), 3, ROST)
    stage.lay(Cut().add(bird, x, y, size), 4, wobble=0)
