"""Windmills and castles, landmarks that like to stand high. `x` is the middle."""

import random

from .buildings import door, window, windows
from .landmarks import COPPER, dress, finial, paint, spire
from .palette import INK, PAPER, ROST, SENF, SNOW, TANNE, WOOD, Scheme, hexa, mix
from .paper import Cut, Stage, arc
from .plants import bush
from .things import flag


def windmill(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: gallery (tall Dutch mill), post (wooden mill on a trestle)."""
    wood = paint(scheme, hexa("#5F4634") if style == "post" else TANNE)
    white = paint(scheme, PAPER)
    brick = paint(scheme, hexa("#B4583F"))
    if style == "post":
        legs = Cut()
        for dx in (-64, 64):
            legs.bar((x + dx, base), (x, base - 118), 12, INK)
        legs.rect(x - 9, base - 150, 18, 150, INK)
        legs.rect(x - 78, base - 8, 156, 12, INK)
        stage.lay(legs, 4)
        body = Cut().poly([(x - 66, base - 88), (x - 66, base - 268), (x, base - 330), (x + 66,
                                                                                        base - 268),
                           (x + 66, base - 88)], wood)  # fmt: skip
        for i in range(9):
            body.rect(x - 60 + i * 15, base - 264, 2, 172, mix(wood, PAPER, 0.2))
        body.rect(x - 13, base - 170, 26, 34, scheme.window)
        stage.lay(body, 7)
        roof = [(x - 82, base - 256), (x, base - 336), (x + 82, base - 256), (x + 72, base - 246),
                (x, base - 316), (x - 72, base - 246)]  # fmt: skip
        stage.lay(Cut().poly(roof, SNOW if scheme.snow else paint(scheme, ROST)), 4)
        hub = base - 268
    else:
        foot = Cut().rect(x - 94, base - 116, 188, 116, brick)
        for dx in (-70, 46):
            foot.arch(x + dx, base - 44, 24, 46, scheme.window)
        foot.arch(
            x - 24, base, 48, 84, paint(scheme, TANNE) if wood != paint(scheme, TANNE) else INK
        )
        stage.lay(foot, 6)
        body = Cut().poly([(x - 80, base - 112), (x - 48, base - 306), (x + 48, base - 306),
                           (x + 80, base - 112)],
                          wood)  # fmt: skip
        body.poly([(x + 34, base - 112), (x + 20, base - 306), (x + 48, base - 306), (x + 80,
                                                                                      base - 112)],
                  mix(wood, INK, 0.25))  # fmt: skip
        for y in (160, 232):
            window(body, x - 14, base - y - 26, 22, 30, dress(scheme, source, PAPER, ROST), source)
        stage.lay(body, 6)
        deck = Cut().rect(x - 132, base - 122, 264, 8, white)
        for i in range(17):
            deck.rect(x - 132 + i * 16.2, base - 148, 3, 28, white)
        deck.rect(x - 132, base - 150, 264, 4, white)
        for dx in (-110, 110):
            deck.bar((x + dx, base - 116), (x + dx * 0.72, base - 62), 5, white)
        stage.lay(deck, 5)
        cap = [(x - 56, base - 302), *arc(x, base - 306, 52, 56, 180, 360), (x + 56, base - 302)]
        stage.lay(Cut().poly(cap, SNOW if scheme.snow else paint(scheme, ROST)), 5)
        hub = base - 322
    sails(stage, x, hub, 205 if style != "post" else 190, white, source.uniform(18, 40))


def sails(stage: Stage, x, y, length, colour, turn: float) -> None:
    """Four lattice sails."""
    vane = Cut().rect(-4, -length, 8, length, WOOD)
    vane.rect(4, -length, 40, length * 0.74, colour)
    for i in range(7):
        vane.rect(9, -length + 7 + i * length * 0.104, 31, length * 0.066, None)
    cross = Cut()
    for quarter in range(4):
        wing = Cut().add(vane, x, y, turn=turn + 90 * quarter)
        stage.lay(wing, 5, wobble=0)
    cross.disc(x, y, 14, WOOD).disc(x, y, 6, SENF)
    stage.lay(cross, 3)


def castle(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: hill (a stronghold on its rock), palace (a broad house with corner towers)."""
    wall = paint(scheme, hexa("#D8C7A2") if style == "hill" else hexa("#EBCB7E"))
    look = dress(scheme, source, hexa("#D8C7A2") if style == "hill" else hexa("#EBCB7E"),
                 SNOW if scheme.snow else hexa("#8E3B22"))  # fmt: skip
    if style == "hill":
        rock = [(x - 400, base + 40), (x - 300, base - 40), (x - 214, base - 78), (x - 190,
                                                                                   base - 128),
                (x + 196, base - 132), (x + 230, base - 84), (x + 316, base - 34), (x + 400,
                base + 40)]  # fmt: skip
        stage.lay(Cut().poly(rock, mix(scheme.ridges[2], scheme.stone, 0.25)), 7)
        for i in range(11):
            bush(stage, x - 300 + i * 60, base + 4 - 74 * (1 - abs(i - 5) / 5.5), 34,
                 scheme.trees[i % 2] if not scheme.snow else scheme.fields[i % 3])  # fmt: skip
        base -= 126
    size = 1.0 if style == "hill" else 1.18
    hall = Cut().rect(x - 150 * size, base - 128, 300 * size, 132, wall)
    windows(hall, x - 130 * size, base - 122, 260 * size, 104, 17, look, source, columns=7)
    stage.lay(hall, 5)
    stage.lay(Cut().poly([(x - 160 * size, base - 124), (x - 128 * size, base - 208),
                          (x + 128 * size, base - 208),
                          (x + 160 * size, base - 124)], look.roof), 4)  # fmt: skip
    plan = (
        (-152 * size, 190, 72, 96),
        (152 * size, 172, 78, 88),
        (-20 if style == "hill" else 0, 286, 86, 110),
    )
    side = source.choice((-1, 1))
    for dx, h, w, helm in [(dx * side, *rest) for dx, *rest in plan]:
        shaft = Cut().rect(x + dx - w / 2, base - h, w, h + 6, mix(wall, PAPER, 0.12))
        shaft.rect(x + dx + w * 0.22, base - h, w * 0.28, h + 6, mix(wall, INK, 0.1))
        for i in range(max(1, h // 84)):
            shaft.arch(x + dx - 9, base - h + 64 + i * 78, 18, 36, look.window)
        shaft.rect(x + dx - w / 2 - 6, base - h - 8, w + 12, 14, mix(wall, PAPER, 0.3))
        stage.lay(shaft, 6)
        if style == "palace" and dx == 0:
            continue
        spire(stage, x + dx, base - h - 6, w + 18, helm, look.roof, False)
        finial(stage, x + dx, base - h - helm - 4, 26, False)
    if style == "palace":
        spire(stage, x, base - 290, 108, 84, paint(scheme, COPPER), scheme.snow)
        flag(stage, x, base - 446, 80, ROST)
        door(hall := Cut(), x - 22, base, 44, look, True)
        stage.lay(hall, 3)
    else:
        flag(stage, x + side * 152, base - 340, 84, ROST)
        low = Cut().rect(x - 210, base - 50, 420, 58, mix(wall, INK, 0.12))
        for i in range(14):
            low.rect(x - 210 + i * 30.6, base - 66, 18, 18, mix(wall, INK, 0.12))
        low.arch(x + 44, base + 8, 40, 52, mix(INK, wall, 0.25))
        stage.lay(low, 5)
