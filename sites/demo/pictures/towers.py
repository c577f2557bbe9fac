"""Gate and wall towers, water towers. `x` is the middle, `base` the line they stand on."""

import random

from .buildings import door
from .landmarks import clock, dress, finial, paint, spire
from .palette import INK, PAPER, ROST, SLATE, SNOW, TANNE, Scheme, hexa, mix
from .paper import Cut, Stage, arc


def tower(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """A gate or wall tower; styles: round, gate, timber-topped."""
    stone = dress(scheme, source, hexa("#CDBB98"), SNOW if scheme.snow else ROST)
    wall = Cut().rect(x - 250, base - 104, 500, 104, mix(stone.wall, INK, 0.1))
    for i in range(17):
        wall.rect(x - 250 + i * 30, base - 124, 17, 22, mix(stone.wall, INK, 0.1))
        wall.rect(x - 244 + i * 30, base - 84 + (i * 37) % 56, 15, 7, mix(stone.wall, INK, 0.22))
    stage.lay(wall, 5)
    w, h = (118, 300) if style != "gate" else (150, 270)
    shaft = Cut().rect(x - w / 2, base - h, w, h, stone.wall)
    for i in range(20):
        sx, sy = x - w / 2 + 8 + (i * 47) % (w - 34), base - 24 - (i * 61) % (h - 60)
        shaft.rect(sx, sy, 20, 7, mix(stone.wall, INK, 0.13))
    if style == "gate":
        for dx in (-42, 20):
            shaft.arch(x + dx, base - h + 84, 22, 46, stone.window)
        clock(shaft, x, base - h + 122, 24)
    else:
        for i, y in enumerate((h - 48, h - 118)):
            shaft.arch(x - 10 + (i * 16 - 8), base - y + 20, 20, 40, stone.window)
    shaft.arch(x - 38, base, 76, 108, mix(stone.wall, INK, 0.28))
    shaft.arch(x - 30, base, 60, 98, mix(scheme.sky[-1], INK, 0.55))
    stage.lay(shaft, 7)
    if style == "timber":
        crown = Cut().rect(x - w / 2 - 14, base - h - 62, w + 28, 66, paint(scheme, PAPER))
        for i in range(8):
            crown.rect(x - w / 2 - 14 + i * (w + 21) / 7, base - h - 62, 7, 66, stone.timber)
        for y in (62, 4):
            crown.rect(x - w / 2 - 14, base - h - y, w + 28, 7, stone.timber)
        stage.lay(crown, 5)
        spire(stage, x, base - h - 58, w + 52, 124, stone.roof, False)
        finial(stage, x, base - h - 180, 34, False)
        return
    crown = Cut().rect(x - w / 2 - 10, base - h - 14, w + 20, 28, stone.wall)
    for i in range(5):
        crown.rect(
            x - w / 2 - 10 + i * (w + 20) / 4.55, base - h - 34, (w + 20) / 9, 22, stone.wall
        )
    stage.lay(crown, 5)
    spire(stage, x, base - h - 12, w * 0.8, 150 if style == "round" else 116, stone.roof, False)
    finial(stage, x, base - h - (160 if style == "round" else 126), 34, False)
    if style == "gate":
        for dx in (-w / 2, w / 2):
            spire(stage, x + dx, base - h - 6, 34, 70, stone.roof, False)


def water_tower(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: brick (drum with cone roof), iron (tank on legs)."""
    brick = dress(scheme, source, hexa("#B4583F"), SNOW if scheme.snow else SLATE)
    pale = mix(brick.wall, PAPER, 0.55)
    if style == "iron":
        legs = Cut()
        for dx, lean in ((-76, -26), (-26, -8), (26, 8), (76, 26)):
            legs.bar((x + dx * 0.9, base - 250), (x + dx + lean, base), 9, SLATE)
        for y, half in ((90, 92), (170, 80)):
            legs.rect(x - half, base - y, 2 * half, 6, SLATE)
        for y, half in ((10, 96), (95, 84), (175, 76)):
            legs.bar((x - half, base - y), (x + half - 8, base - y - 76), 4, SLATE)
            legs.bar((x + half, base - y), (x - half + 8, base - y - 76), 4, SLATE)
        stage.lay(legs, 4, wobble=0)
        tank = Cut().rect(x - 90, base - 360, 180, 110, paint(scheme, TANNE))
        tank.poly(arc(x, base - 252, 90, 42, 0, 180), paint(scheme, TANNE))
        for i in range(7):
            tank.rect(x - 84 + i * 27, base - 360, 3, 120, mix(paint(scheme, TANNE), PAPER, 0.3))
        stage.lay(tank, 6)
    else:
        shaft = Cut().poly([(x - 62, base), (x - 46, base - 270), (x + 46, base - 270), (x + 62,
                                                                                         base)],
                           brick.wall)  # fmt: skip
        for y in (60, 130, 200):
            shaft.arch(x - 11, base - y + 20, 22, 44, pale)
            shaft.arch(x - 8, base - y + 17, 16, 38, brick.window)
        for dx in (-38, 26):
            shaft.poly([(x + dx, base), (x + dx * 0.8, base - 262), (x + dx * 0.8 + 9, base - 262),
                        (x + dx + 12, base)], mix(brick.wall, INK, 0.14))  # fmt: skip
        door(shaft, x - 16, base, 32, brick, True)
        stage.lay(shaft, 6)
        tank = Cut().poly([(x - 46, base - 262), (x - 94, base - 296), (x - 94, base - 376),
                           (x + 94, base - 376),
                           (x + 94, base - 296), (x + 46, base - 262)], mix(brick.wall, PAPER,
                                                                            0.1))  # fmt: skip
        for i in range(6):
            tank.arch(x - 82 + i * 29, base - 312, 18, 44, brick.window)
        for y in (298, 380):
            tank.rect(x - 98, base - y, 196, 8, pale)
        stage.lay(tank, 7)
    top = base - 358 if style == "iron" else base - 374
    cone = Cut().poly(
        [(x - 106, top), (x - 22, top - 70), (x + 22, top - 70), (x + 106, top)], brick.roof
    )
    cone.poly([(x + 40, top), (x + 8, top - 70), (x + 22, top - 70), (x + 106, top)], brick.edge)
    stage.lay(cone, 4)
    lantern = Cut().rect(x - 18, top - 96, 36, 28, brick.frame)
    lantern.poly([(x - 28, top - 94), (x, top - 126), (x + 28, top - 94)], brick.edge)
    stage.lay(lantern, 3)
    finial(stage, x, top - 122, 28, False)
