"""More landmarks: lighthouse, windmill, castle, bridges and the pier."""

import math
import random

from .buildings import coat, door
from .landmarks import COPPER, beam_points, dress, finial, paint, spire
from .palette import INK, PAPER, ROST, SENF, SLATE, SNOW, TANNE, WOOD, Scheme, hexa, mix
from .paper import Cut, Stage, arc
from .plants import grass
from .streets import build
from .things import flag, lamp


def lighthouse(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Styles: striped (red and white), brick (yellow and red bands)."""
    light = paint(scheme, PAPER if style == "striped" else SENF)
    band = paint(scheme, ROST)
    h, foot, head = 372, 58, 36
    if scheme.lit:
        for angle in (186, 352):
            stage.lay(Cut().poly(beam_points(x, base - h - 40, angle, 2200, 3),
                                 mix(scheme.sky[1], SENF, 0.3)), 2, depth=0.15)  # fmt: skip
    look = coat(scheme, source)
    build("cottage", stage, x + 46, base, 124, 100, 62, look, source)
    shaft = Cut()
    for i in range(6):
        a, b = i / 6, (i + 1) / 6
        wa, wb = foot + (head - foot) * a, foot + (head - foot) * b
        shaft.poly([(x - wa, base - h * a), (x - wb, base - h * b - 1), (x + wb, base - h * b - 1),
                    (x + wa, base - h * a)], band if i % 2 else light)  # fmt: skip
    for i, y in enumerate((96, 176, 262)):
        shaft.arch(x - 9 + (i - 1) * 8, base - y, 18, 32, scheme.window)
    door(shaft, x - 17, base, 34, look, True)
    stage.lay(shaft, 7)
    deck = Cut().poly([(x - 36, base - h + 14), (x - 56, base - h - 2), (x + 56, base - h - 2),
                       (x + 36, base - h + 14)], band)  # fmt: skip
    for i in range(9):
        deck.rect(x - 56 + i * 13.6, base - h - 24, 3, 24, INK)
    deck.rect(x - 57, base - h - 26, 114, 4, INK)
    room = Cut().rect(x - 27, base - h - 68, 54, 68, SENF if scheme.lit else mix(SENF, PAPER, 0.45))
    for dx in (-27, -2, 23):
        room.rect(x + dx, base - h - 68, 4, 68, INK)
    stage.lay(room, 4)
    stage.lay(deck, 4)
    hat = Cut().poly([(x - 36, base - h - 66), *arc(x, base - h - 68, 30, 40, 180, 360), (x + 36,
            base - h - 66)],
                     SNOW if scheme.snow else band)  # fmt: skip
    stage.lay(hat, 4)
    finial(stage, x, base - h - 106, 30, False)


def bridge(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """Across the whole picture; `base` is the water line. Styles: stone, iron, gate."""
    if style == "iron":
        steel = paint(scheme, TANNE if scheme.name != "senf" else ROST)
        span = 2 * 330
        for cx in (x - 660, x, x + 660):
            bow = Cut().poly(
                arc(cx, base - 74, 318, 176, 180, 360) + arc(cx, base - 74, 300, 154, 360, 180),
                steel,
            )
            for i in range(1, 12):
                hx = cx - 300 + i * 50
                rise = 154 * math.sqrt(max(0, 1 - ((hx - cx) / 300) ** 2))
                bow.rect(hx - 3, base - 74 - rise - 4, 6, rise + 4, steel)
            stage.lay(bow, 5, wobble=0)
        deck = Cut().rect(-20, base - 84, 1640, 22, mix(steel, INK, 0.2))
        stage.lay(deck, 6)
        for cx in (x - span / 2, x + span / 2):
            pier = Cut().poly([(cx - 26, base - 66), (cx + 26, base - 66), (cx + 34, base + 34),
                               (cx - 34, base + 34)],
                              scheme.stone)  # fmt: skip
            stage.lay(pier, 5)
        return
    stone = paint(scheme, hexa("#D3B98C") if style == "stone" else hexa("#B4694A"))
    body = Cut()
    top = [
        (px, base - 96 - 34 * math.cos((px - x) / 900 * math.pi / 2)) for px in range(-20, 1641, 40)
    ]
    body.poly([*top, (1620, base + 34), (-20, base + 34)], stone)
    for i in range(-4, 5):
        cx = x + i * 262
        body.poly([(cx - 104, base + 40), *arc(cx, base + 12, 104, 106 - abs(i) * 7, 180, 360),
                   (cx + 104, base + 40)],
                  None)  # fmt: skip
    stage.lay(body, 7, wobble=0)
    trim = Cut()
    for i in range(-4, 5):
        cx, ry = x + i * 262, 106 - abs(i) * 7
        trim.poly(arc(cx, base + 12, 118, ry + 14, 180, 360) + arc(cx, base + 12, 104, ry, 360,
                                                                   180),
                  mix(stone, PAPER, 0.35))  # fmt: skip
    trim.poly(top + [(px, py + 12) for px, py in reversed(top)], mix(stone, PAPER, 0.45))
    stage.lay(trim, 2, wobble=0)
    for i in range(-3, 4):
        cx = x + 131 + i * 262
        nose = [
            (cx - 30, base + 40),
            (cx - 24, base - 30),
            (cx, base - 48),
            (cx + 24, base - 30),
            (cx + 30, base + 40),
        ]
        stage.lay(Cut().poly(nose, mix(stone, INK, 0.14)), 4)
    if style == "gate":
        for side in (-1, 1):
            cx = x + side * 262 * 1.5
            gate = Cut().rect(cx - 52, base - 330, 104, 260, mix(stone, PAPER, 0.15))
            for y in (238, 300):
                gate.arch(cx - 10, base - y + 20, 20, 40, scheme.window)
            gate.arch(cx - 30, base - 104, 60, 84, mix(INK, scheme.sky[-1], 0.3))
            gate.rect(cx - 60, base - 338, 120, 14, mix(stone, PAPER, 0.5))
            stage.lay(gate, 6)
            spire(
                stage,
                cx,
                base - 334,
                116,
                120,
                SNOW if scheme.snow else paint(scheme, SLATE),
                False,
            )
            finial(stage, cx, base - 452, 28, False)
    else:
        for i in range(-2, 3):
            lamp(stage, x + 131 + i * 262, base - 118, 96, scheme)


def pier(stage: Stage, x, base, scheme: Scheme, source: random.Random, style: str) -> None:
    """A seaside pavilion on stilts, its deck running off to the left; styles: villa, dome."""
    wood = paint(scheme, mix(WOOD, PAPER, 0.25))
    stilts = Cut()
    for i in range(30):
        px = -10 + i * (x + 210) / 29
        stilts.rect(px, base - 60, 8, 110, mix(wood, INK, 0.3))
    for i in range(0, 28, 2):
        px = -10 + i * (x + 210) / 29
        stilts.bar(
            (px + 4, base - 54), (px + 4 + 2 * (x + 210) / 29, base + 10), 4, mix(wood, INK, 0.3)
        )
    stage.lay(stilts, 3, wobble=0)
    deck = Cut().rect(-20, base - 74, x + 236, 16, wood)
    for i in range(int((x - 180) / 40)):
        deck.rect(i * 40, base - 102, 4, 30, PAPER)
    deck.rect(-20, base - 104, x - 200, 5, PAPER)
    stage.lay(deck, 5)
    floor = base - 72
    look = dress(
        scheme, source, PAPER, SNOW if scheme.snow else (ROST if style == "villa" else SLATE)
    )
    hall = Cut().rect(x - 170, floor - 104, 340, 104, look.wall)
    for i in range(9):
        hall.arch(x - 158 + i * 36, floor - 18, 26, 70, look.window)
    stage.lay(hall, 6)
    stage.lay(Cut().poly([(x - 186, floor - 100), (x - 140, floor - 158), (x + 140, floor - 158),
                          (x + 186, floor - 100)], look.roof), 4)  # fmt: skip
    middle = Cut().rect(x - 62, floor - 190, 124, 190, mix(look.wall, look.frame, 0.4))
    for row in (60, 150):
        for dx in (-44, -12, 20):
            middle.arch(x + dx, floor - row + 40, 24, 52, look.window)
    stage.lay(middle, 5)
    if style == "villa":
        stage.lay(
            Cut().poly([(x - 76, floor - 186), (x, floor - 262), (x + 76, floor - 186)], look.roof),
            4,
        )
        flag(stage, x, floor - 350, 94, SENF)
    else:
        stage.lay(Cut().poly(arc(x, floor - 186, 70, 84, 180, 360), paint(scheme, COPPER)), 4)
        flag(stage, x, floor - 352, 88, ROST)
    for dx in (-150, 150):
        side = Cut().rect(x + dx - 36, floor - 150, 72, 150, look.wall)
        for sx in (-22, 4):
            side.arch(x + dx + sx, floor - 84, 18, 44, look.window)
            side.arch(x + dx + sx, floor - 16, 18, 44, look.window)
        stage.lay(side, 5)
        spire(stage, x + dx, floor - 146, 94, 84, look.roof, False)
        finial(stage, x + dx, floor - 226, 22, False)


def dune(stage: Stage, source: random.Random, line: list, colour, scheme: Scheme) -> None:
    """A dune with beach grass along its upper edge."""
    stage.lay(Cut().poly([*line, (1640, 930), (-40, 930)], colour), 8)
    for x, y in line[2:-2:2]:
        if source.random() < 0.7:
            grass(
                stage,
                x + source.uniform(-14, 14),
                y + 14,
                source.uniform(28, 46),
                scheme.trees[0],
                source,
            )
