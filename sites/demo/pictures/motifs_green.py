"""Motifs about garden, season and table: tree, garden, bees, snow, bread, market, books, music."""

import math

from .overprint import ON, Plates
from .paper import Cut, arc, curve


def tree(p: Plates) -> None:
    p.light.disc(680, 300, 262, ON)
    p.light.poly(
        [*curve([(0, 720), (400, 676), (800, 700), (1200, 680)]), (1200, 800), (0, 800)], ON
    )
    crown = [
        (330, 400),
        (300, 270),
        (400, 130),
        (560, 84),
        (730, 130),
        (810, 260),
        (780, 410),
        (660, 500),
        (460, 500),
    ]
    p.dark.poly(curve(crown, 10, True), ON)
    trunk = curve([(500, 730), (534, 620), (540, 480), (546, 420)], 8)
    p.dark.poly(trunk + [(1120 - x, y) for x, y in reversed(trunk)], ON)
    p.dark.bar((560, 520), (560, 190), 11, None)
    for y, reach in ((440, 150), (360, 170), (280, 130)):
        for side in (-1, 1):
            end = (560 + side * reach, y - reach * 0.62)
            p.dark.line([(560, y), end], 8, None)
            for share in (0.45, 0.72, 1.0):
                x, top = 560 + side * reach * share, y - reach * 0.62 * share
                for turn in (20, 100) if share < 1 else (58,):
                    p.dark.add(Cut().leaf(0, 0, 26, 54, None), x, top, 1, side * turn)
    for turn in (-30, 0, 30):
        p.dark.add(Cut().leaf(0, 0, 28, 60, None), 560, 196, 1, turn)
    spade = Cut().rect(-9, -260, 18, 270, ON).rect(-44, -270, 88, 18, ON)
    spade.poly([(-46, 0), (46, 0), (46, 70), (0, 124), (-46, 70)], ON)
    p.dark.add(spade, 900, 622, 1, 8)
    p.dark.line([(260, 716), (900, 722)], 8, ON)


def garden(p: Plates) -> None:
    p.light.rect(0, 640, 1200, 160, ON)
    can = Cut().poly([(330, 400), (590, 400), (610, 650), (310, 650)], ON)
    can.poly([(600, 560), (760, 380), (790, 396), (606, 630)], ON).poly(
        [(744, 340), (836, 420), (800, 440), (728, 376)], ON
    )
    p.dark.add(can)
    ring = arc(330, 500, 110, 130, 80, 280) + arc(330, 500, 84, 104, 280, 80)
    p.dark.poly(ring, ON)
    p.dark.poly(arc(460, 400, 110, 90, 180, 360) + arc(460, 400, 84, 64, 360, 180), ON)
    p.dark.rect(322, 440, 276, 12, None).rect(318, 590, 284, 12, None)
    for i in range(4):
        for k in range(3):
            p.dark.leaf(800 + i * 34 + k * 30, 500 + k * 70 - i * 18, 15, 34, ON)
    for x, h, r in ((880, 400, 96), (1040, 300, 74), (170, 340, 84)):
        y = 660 - h
        p.dark.rect(x - 8, y, 16, h, ON)
        for k, side in ((0.45, -1), (0.65, 1)):
            p.dark.add(
                Cut().leaf(0, 0, 60, 130, ON).bar((0, -10), (0, -100), 4, None),
                x,
                y + h * k,
                1,
                side * 62,
            )
        for i in range(14):
            petal = Cut().leaf(0, 0, r * 0.42, r * 0.9, ON)
            a = 360 * i / 14
            p.light.add(
                petal,
                x + r * 0.45 * math.sin(math.radians(a)),
                y - r * 0.45 * math.cos(math.radians(a)),
                1,
                a,
            )
        p.light.disc(x, y, r * 0.6, ON)
        p.dark.disc(x, y, r * 0.5, ON)
        for i in range(10):
            a = math.tau * i / 10
            p.dark.disc(x + r * 0.3 * math.cos(a), y + r * 0.3 * math.sin(a), r * 0.06, None)
    for i in range(9):
        x = 60 + i * 136
        for turn in (-38, 0, 38):
            p.dark.add(Cut().leaf(0, 0, 26, 74, ON), x, 730 + (i % 2) * 22, 1, turn)


def bee(size: float) -> tuple[Cut, Cut]:
    """Wings (light ink) and body (dark ink) of a bee that flies right."""
    wings = (
        Cut()
        .add(Cut().leaf(0, 0, 60, 120, ON), -6, -20, 1, -28)
        .add(Cut().leaf(0, 0, 52, 108, ON), 12, -20, 1, 22)
    )
    body = Cut().disc(0, 0, 74, ON, 44)
    for dx in (-34, 0, 34):
        half = 44 * math.sqrt(1 - (dx / 74) ** 2)
        body.rect(dx - 8, -half, 16, 2 * half, None)
    body.disc(74, -2, 27, ON).line([(86, -22), (112, -50)], 5, ON).line(
        [(94, -16), (124, -36)], 5, ON
    )
    return Cut().add(wings, 0, 0, size), Cut().add(body, 0, 0, size)


def bees(p: Plates) -> None:
    for column in range(7):
        for row in range(6):
            x, y = 90 + column * 132, 60 + row * 152 + (column % 2) * 76
            if column > 3 and row < 3 + (column > 4):
                continue
            cell = [
                (x + 82 * math.cos(math.tau * i / 6), y + 82 * math.sin(math.tau * i / 6))
                for i in range(6)
            ]
            p.light.poly(cell, ON)
            inner = [
                (x + 62 * math.cos(math.tau * i / 6), y + 62 * math.sin(math.tau * i / 6))
                for i in range(6)
            ]
            if (column * 5 + row * 3) % 4:
                p.light.poly(inner, None)
            if (column + row * 2) % 7 == 3:
                p.dark.poly(inner, ON)
    for x, y, size, turn in (
        (860, 230, 1.5, -14),
        (480, 480, 1.05, 12),
        (940, 560, 0.9, -30),
        (330, 190, 0.8, 24),
    ):
        wings, body = bee(size)
        p.light.add(wings, x, y, 1, turn)
        p.dark.add(wings, x + 3, y, 0.9, turn).add(
            Cut().add(wings, 0, 0, 0.78), x + 2, y - 2, 1, turn
        )
        for points, _ in Cut().add(wings, x + 2, y - 3, 0.8, turn).shapes:
            p.dark.poly(points, None)
        p.dark.add(body, x, y, 1, turn)
    p.dark.line(
        curve([(700, 330), (640, 300), (660, 220), (740, 250), (730, 330), (640, 380)], 8)[::2],
        4,
        ON,
    )


def flake(r: float) -> Cut:
    cut = Cut()
    arm = Cut().rect(-r * 0.045, -r, r * 0.09, r, ON)
    for y, length in ((0.42, 0.26), (0.64, 0.24), (0.84, 0.15)):
        for side in (-1, 1):
            arm.line([(0, -r * y), (side * r * length, -r * (y + length * 0.75))], r * 0.075, ON)
    for i in range(6):
        cut.add(arm, 0, 0, 1, 60 * i)
    return cut.poly(
        [
            (r * 0.2 * math.cos(math.tau * i / 6), r * 0.2 * math.sin(math.tau * i / 6))
            for i in range(6)
        ],
        ON,
    )


def snow(p: Plates) -> None:
    p.light.disc(600, 400, 330, ON)
    p.dark.add(flake(290), 600, 400, 1, 8)
    p.dark.poly([(600 + 30 * math.cos(math.tau * i / 6 + 0.14),
                  400 + 30 * math.sin(math.tau * i / 6 + 0.14))
                 for i in range(6)], None)  # fmt: skip
    for x, y, r, turn in (
        (190, 200, 110, 14),
        (1020, 580, 130, 0),
        (1010, 180, 84, 22),
        (200, 610, 84, 5),
    ):
        p.light.add(flake(r), x, y, 1, turn)
    for x, y, r in ((330, 90, 14), (420, 720, 12), (860, 90, 12), (1120, 380, 15), (80, 410, 13),
                    (780, 740, 14),
                    (320, 460, 10), (890, 420, 10)):  # fmt: skip
        p.dark.disc(x, y, r, ON)
