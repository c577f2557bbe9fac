"""Leer: harbour, town hall, weigh house and tea house."""

import random

from PIL import Image

from .buildings import door, outline, windows
from .foregrounds import quay
from .landmarks import COPPER, clock, dress, finial, spire
from .landscapes import H, W, rolling, sheet, sky, swell
from .palette import INK, PAPER, ROST, SCHEMES, SENF, TANNE, WOOD, Scheme, hexa, mix
from .paper import Cut, Stage, arc
from .plants import any_tree
from .streets import build, row
from .things import boat, gulls, sailing_boat


def leer() -> Image.Image:
    """The harbour with the brick town hall, the weigh house and a tea house."""
    scheme, source = SCHEMES["mittag"], random.Random("leer")
    stage = Stage((W, H), scheme.sky[0], "leer")
    sky(stage, scheme, source, (1300, 180))
    stage.lay(sheet(rolling(source, 560, 8, 1.0), scheme.ridges[0]), 5)
    row(stage, scheme, source, (-40, 1640), 640, 0.82, ("stepped", "curved", "gable"), 0.36)
    with stage.scaled(1.1, (600, 700)):
        brick_hall(stage, 600, 700, scheme, source)
    row(stage, scheme, source, (-60, 330), 712, 1.1, ("stepped", "curved", "gable"), 0.0)
    weigh_house(stage, 960, 712, scheme, source)
    row(stage, scheme, source, (1370, 1660), 712, 1.1, ("curved", "stepped"), 0.0)
    tea_house(stage, 1130, 712, scheme, source)
    for x in (880, 1092, 1368):
        any_tree(stage, x, 714, 92, scheme, source)
    quay(stage, scheme, 714)
    stage.lay(sheet(swell(758, 76, 8), scheme.water[0]), 6)
    sail = hexa("#A65A38")
    for x, y, w, tone in ((230, 800, 180, sail), (1350, 796, 150, PAPER)):
        sailing_boat(stage, x, y, w, tone, TANNE if tone == sail else ROST, source)
    boat(stage, 720, 796, 150, TANNE, PAPER)
    stage.lay(sheet(swell(806, 86, 8), scheme.water[1]), 6)
    sailing_boat(stage, 980, 868, 210, sail, WOOD, source)
    boat(stage, 480, 852, 170, ROST, PAPER)
    stage.lay(sheet(swell(864, 96, 8), scheme.water[2]), 6)
    gulls(stage, source, (80, 120, 1000, 330), 6)
    return stage.image


def brick_hall(stage: Stage, x: float, base: float, scheme: Scheme, source) -> None:
    """A gabled town hall of red brick, its tower at the left corner."""
    look = dress(scheme, source, hexa("#B4583F"), hexa("#7A3324"))
    band = hexa("#EAD6B0")
    roof = [
        (x - 110, base - 190),
        (x - 70, base - 292),
        (x + 190, base - 292),
        (x + 226, base - 190),
    ]
    stage.lay(Cut().poly(roof, look.roof), 5)
    body = Cut().rect(x - 110, base - 194, 330, 194, look.wall)
    for y in (70, 132, 194):
        body.rect(x - 110, base - y, 330, 6, band)
    windows(body, x - 20, base - 194, 240, 124, 22, look, source, columns=5)
    for i in range(4):
        body.arch(x - 10 + i * 58, base, 40, 58, look.window)
    stage.lay(body, 6)
    for dx in (24, 150):
        left = x + dx - 46
        steps = outline("stepped", left, base - 188, 92, 92)
        face = Cut().poly([(left - 3, base - 186), *steps, (left + 95, base - 186)], look.wall)
        for wx in (left + 22, left + 54):
            face.arch(wx, base - 196, 17, 36, look.window)
        face.arch(left + 38, base - 242, 16, 26, look.window)
        stage.lay(face, 4)
    shaft = Cut().rect(x - 168, base - 336, 104, 336, mix(look.wall, INK, 0.05))
    for y in (70, 132, 194, 262, 340):
        shaft.rect(x - 173, base - y, 114, 7, band)
    for y in (184, 120):
        for dx in (-142, -106):
            shaft.arch(x + dx, base - y + 44, 20, 42, look.window)
    clock(shaft, x - 116, base - 298, 28)
    door(shaft, x - 134, base, 36, look, True)
    stage.lay(shaft, 7)
    helm = [
        (x - 176, base - 336),
        (x - 150, base - 386),
        (x - 82, base - 386),
        (x - 56, base - 336),
    ]
    stage.lay(Cut().poly(helm, COPPER), 5)
    lantern = Cut().rect(x - 140, base - 432, 48, 48, band)
    for dx in (-134, -110):
        lantern.arch(x + dx, base - 388, 14, 34, look.window)
    stage.lay(lantern, 4)
    spire(stage, x - 116, base - 428, 64, 108, COPPER, False)
    finial(stage, x - 116, base - 532, 34, False)


def weigh_house(stage: Stage, x: float, base: float, scheme: Scheme, source) -> None:
    look = dress(scheme, source, hexa("#C26A4C"), hexa("#5E4A44"))
    body = Cut().rect(x - 84, base - 92, 168, 92, look.wall)
    for i in range(3):
        body.rect(x - 62 + i * 50, base - 74, 24, 36, look.frame)
        body.rect(x - 58 + i * 50, base - 70, 16, 28, look.window)
    door(body, x - 14, base, 28, look, False)
    stage.lay(body, 5)
    hip = [(x - 98, base - 88), (x - 38, base - 168), (x + 38, base - 168), (x + 98, base - 88)]
    stage.lay(Cut().poly(hip, look.roof), 4)
    cap = Cut().rect(x - 16, base - 200, 32, 34, PAPER).rect(x - 8, base - 194, 16, 22, look.window)
    stage.lay(cap, 3)
    spire(stage, x, base - 198, 46, 44, COPPER, False)


def tea_house(stage: Stage, x: float, base: float, scheme: Scheme, source) -> None:
    """A gabled house with a large teapot in its gable."""
    look = dress(scheme, source, hexa("#F1E2C4"), TANNE)
    build("gable", stage, x, base, 206, 150, 150, look, source)
    sign = Cut()
    cx, cy = x + 103, base - 184
    sign.disc(cx, cy, 54, ROST)
    sign.disc(cx, cy, 48, PAPER)
    sign.poly(arc(cx, cy + 4, 25, 22, -20, 200), TANNE)
    sign.poly(arc(cx, cy + 2, 25, 21, 180, 360), TANNE)
    sign.poly(
        [(cx + 20, cy + 8), (cx + 34, cy - 14), (cx + 40, cy - 12), (cx + 27, cy + 18)], TANNE
    )
    sign.poly(arc(cx - 26, cy + 2, 13, 13, 60, 300) + arc(cx - 26, cy + 2, 8, 8, 300, 60), TANNE)
    sign.disc(cx, cy - 22, 5, TANNE)
    sign.rect(cx - 15, cy - 17, 30, 4, SENF)
    sign.rect(cx - 13, cy + 24, 26, 5, TANNE)
    stage.lay(sign, 4, wobble=0)
    for dx in (24, 116):
        stripe = Cut()
        for i in range(5):
            tone = TANNE if i % 2 == 0 else PAPER
            stripe.poly([(x + dx + i * 14, base - 70), (x + dx + 14 + i * 14, base - 70),
                         (x + dx + 16 + i * 14, base - 48), (x + dx - 2 + i * 14, base - 48)],
                        tone)  # fmt: skip
        stage.lay(stripe, 3)
