"""Motifs of table and stage: bread, market, books, music."""

from .overprint import ON, Plates
from .paper import Cut, arc, curve


def bread(p: Plates) -> None:
    p.light.poly(
        curve(
            [
                (200, 590),
                (210, 410),
                (400, 300),
                (620, 290),
                (820, 330),
                (900, 460),
                (890, 590),
                (540, 620),
            ],
            10,
            True,
        ),
        ON,
    )
    loaf = Cut().poly(
        curve(
            [
                (220, 580),
                (236, 420),
                (420, 320),
                (620, 306),
                (800, 344),
                (872, 470),
                (866, 580),
                (540, 600),
            ],
            10,
            True,
        ),
        ON,
    )
    for i in range(4):
        x = 330 + i * 130
        slit = curve(
            [(x, 500), (x + 30, 420), (x + 90, 362), (x + 78, 440), (x + 30, 506)], 8, True
        )
        loaf.poly(slit, None)
    p.dark.add(loaf)
    p.dark.poly([(120, 612), (960, 612), (990, 650), (90, 650)], ON)
    p.light.rect(0, 646, 1200, 154, ON)
    for x, y, turn in ((960, 600, 16), (1050, 610, 26), (880, 606, 4)):
        ear = Cut().rect(-4, -470, 8, 480, ON)
        for i in range(7):
            for side in (-1, 1):
                ear.add(Cut().leaf(0, 0, 28, 66, ON), side * 4, -290 - i * 30, 1, side * 28)
        p.dark.add(ear, x, y, 1, turn)
    knife = (
        Cut()
        .poly([(0, 0), (330, 0), (356, 20), (340, 34), (0, 34)], ON)
        .rect(-170, -4, 176, 42, ON)
    )
    for dx in (-140, -84, -30):
        knife.disc(dx, 17, 7, None)
    p.dark.add(knife, 420, 704, 1, -3)


def market(p: Plates) -> None:
    p.light.rect(0, 690, 1200, 110, ON)
    p.dark.rect(210, 250, 20, 450, ON).rect(970, 250, 20, 450, ON)
    for i in range(8):
        x = 170 + i * 107.5
        target = p.dark if i % 2 == 0 else p.light
        target.poly(
            [(230 + i * 92.5, 130), (230 + (i + 1) * 92.5, 130), (x + 107.5, 300), (x, 300)], ON
        )
        target.poly(arc(x + 53.75, 298, 53.75, 48, 0, 180), ON)
    p.dark.rect(222, 112, 756, 22, ON)
    p.dark.rect(190, 560, 820, 140, ON)
    for i in range(9):
        p.dark.rect(206 + i * 90, 582, 72, 100, None)
        p.light.rect(206 + i * 90, 582, 72, 100, ON)
    for k, x in enumerate((240, 440, 640, 840)):
        p.dark.poly([(x - 26, 500), (x + 156, 500), (x + 140, 566), (x - 10, 566)], ON)
        p.dark.rect(x - 10, 520, 150, 8, None)
        for i in range(4):
            cx, cy = x + 6 + i * 40, 488 - (i % 2) * 10
            if k == 0:
                p.light.disc(cx, cy, 27, ON)
                p.dark.line([(cx, cy - 22), (cx + 8, cy - 42)], 5, ON)
            elif k == 1:
                p.dark.disc(cx, cy, 27, ON).disc(cx - 8, cy - 8, 7, None)
            elif k == 2:
                p.light.add(Cut().leaf(0, 0, 36, 110, ON), cx, cy - 46, 1, 180)
                p.dark.add(Cut().leaf(0, 0, 16, 50, ON), cx, cy - 50, 1, -18).add(
                    Cut().leaf(0, 0, 16, 50, ON), cx, cy - 50, 1, 18
                )
            else:
                p.dark.leaf(cx, cy + 16, 46, 110, ON)
                p.dark.bar((cx, cy + 6), (cx, cy - 66), 4, None)


def books(p: Plates) -> None:
    p.light.disc(600, 330, 270, ON)
    for x, y, w, h, dark in (
        (300, 640, 620, 76, True),
        (340, 566, 540, 74, False),
        (280, 500, 580, 66, True),
    ):
        (p.dark if dark else p.light).rect(x, y, w, h, ON)
        if dark:
            p.dark.rect(x + 40, y, 14, h, None).rect(x + 66, y, 8, h, None).rect(
                x + w - 150, y + h * 0.36, 100, 14, None
            )
        else:
            p.dark.rect(x, y, w, 10, ON).rect(x, y + h - 10, w, 10, ON).rect(x, y, 12, h, ON)
            for i in range(3):
                p.dark.rect(x + 60, y + 22 + i * 13, w - 60, 4, ON)
    left = curve([(600, 470), (500, 424), (390, 420), (290, 448)], 8) + curve(
        [(230, 190), (340, 150), (480, 156), (600, 214)], 8
    )
    p.dark.poly(left, ON)
    p.dark.poly([(1200 - x, y) for x, y in left], ON)
    page = curve([(590, 446), (500, 402), (400, 398), (310, 420)], 8) + curve(
        [(258, 204), (350, 170), (480, 176), (590, 232)], 8
    )
    p.dark.poly(page, None)
    p.dark.poly([(1200 - x, y) for x, y in page], None)
    for i in range(5):
        y = 226 + i * 40
        p.dark.line(curve([(300 + i * 9, y + 4), (430, y - 18), (560, y + 22)], 8), 9, ON)
        p.dark.line(curve([(900 - i * 9, y + 4), (770, y - 18), (640, y + 22)], 8), 9, ON)
    p.light.poly([(700, 196), (744, 180), (744, 330), (722, 306), (700, 336)], ON)
    p.dark.rect(160, 716, 880, 12, ON)


def music(p: Plates) -> None:
    for i in range(5):
        y = 180 + i * 62
        p.light.line(
            curve([(0, y + 60), (300, y), (650, y + 80), (1000, y - 10), (1200, y + 30)]), 11, ON
        )
    body = curve(
        [(0, -170), (92, -150), (104, -80), (70, -20), (84, 40), (140, 110), (110, 220), (0, 250)],
        8,
    )
    guitar = Cut().poly(body + [(-x, y) for x, y in reversed(body)], ON).disc(0, 30, 48, None)
    guitar.rect(-62, 140, 124, 22, None)
    guitar.rect(-20, -420, 40, 300, ON).poly([(-32, -520), (32, -520), (26, -416), (-26, -416)], ON)
    for y in (-500, -468, -436):
        for side in (-1, 1):
            guitar.disc(side * 44, y, 11, ON).bar((side * 26, y), (side * 44, y), 6, ON)
    for y in range(-390, -160, 44):
        guitar.rect(-20, y, 40, 5, None)
    p.light.add(Cut().disc(0, 40, 210, ON), 420, 450)
    p.dark.add(guitar, 420, 480, 1, 24)
    for dx in (-9, 0, 9):
        p.dark.add(Cut().rect(dx - 1, -400, 2.4, 540, None), 420, 480, 1, 24)
    for x, y, size in ((800, 560, 1.0), (1000, 330, 0.7)):
        note = (
            Cut()
            .disc(0, 0, 62, ON, 46)
            .disc(190, -34, 62, ON, 46)
            .rect(42, -300, 20, 300, ON)
            .rect(232, -334, 20, 300, ON)
        )
        note.poly([(42, -300), (252, -334), (252, -270), (42, -236)], ON)
        p.dark.add(note, x, y, size, -4)
