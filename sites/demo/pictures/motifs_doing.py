"""Motifs about doing: tools, bike, bus, laptop, paint, ball, film, map."""

import itertools
import math

from .overprint import ON, Plates
from .paper import Cut, arc, curve


def tools(p: Plates) -> None:
    p.light.rect(150, 120, 900, 560, ON)
    for row in range(7):
        for column in range(11):
            p.light.disc(200 + column * 80, 160 + row * 80, 7, None)
    p.dark.rect(286, 300, 38, 340, ON)
    p.dark.poly(
        [
            (220, 190),
            (350, 190),
            (390, 236),
            (350, 250),
            (350, 300),
            (262, 300),
            (262, 262),
            (220, 262),
        ],
        ON,
    )
    p.dark.rect(280, 560, 50, 90, None).rect(286, 560, 38, 84, ON).rect(286, 556, 38, 6, None)
    spanner = (
        Cut()
        .rect(-22, -150, 44, 300, ON)
        .disc(0, -170, 66, ON)
        .poly([(-24, -250), (24, -250), (24, -168), (-24, -168)], None)
    )
    spanner.disc(0, 170, 58, ON).disc(0, 170, 26, None)
    p.dark.add(spanner, 520, 410, 1, 8)
    saw = Cut().poly(
        [
            (0, 0),
            (360, 0),
            (360, 44),
            *[(360 - i * 20, 60 if i % 2 else 44) for i in range(18)],
            (0, 92),
        ],
        ON,
    )
    saw.poly(
        curve([(0, -22), (-70, -36), (-128, 6), (-136, 70), (-96, 124), (-30, 120), (0, 104)], 8),
        ON,
    )
    saw.poly(curve([(-40, 14), (-84, 22), (-92, 60), (-68, 88), (-36, 76)], 8, True), None)
    p.dark.add(saw, 796, 254, 0.9, 84)
    driver = Cut().rect(-9, -30, 18, 210, ON).poly([(-9, 170), (9, 170), (15, 204), (-15, 204)], ON)
    driver.poly([(-30, -150), (30, -150), (36, -60), (20, -26), (-20, -26), (-36, -60)], ON)
    driver.rect(-36, -78, 72, 7, None).rect(-36, -136, 72, 7, None)
    p.dark.add(driver, 950, 400, 1, 5)
    p.dark.add(Cut().rect(-30, -22, 60, 44, ON).rect(-18, -10, 36, 20, None), 670, 590)


def bike(p: Plates) -> None:
    p.light.disc(600, 340, 280, ON)
    p.light.rect(0, 690, 1200, 110, ON)
    for cx in (350, 860):
        p.dark.ring(cx, 540, 170, 20, ON)
        for i in range(12):
            a = math.tau * i / 12
            p.dark.bar((cx, 540), (cx + 156 * math.cos(a), 540 + 156 * math.sin(a)), 3.4, ON)
        p.dark.disc(cx, 540, 18, ON)
    for line in ([(350, 540), (500, 330), (760, 330), (560, 560), (350, 540)], [(560, 560), (480,
            270)],
                 [(860, 540), (740, 240)]):  # fmt: skip
        p.dark.line(line, 19, ON)
    p.dark.line(curve([(744, 250), (700, 216), (770, 196), (840, 210)], 8), 15, ON)
    p.dark.poly(curve([(400, 254), (480, 240), (560, 256), (540, 284), (430, 284)], 8, True), ON)
    p.dark.disc(560, 560, 50, ON).disc(560, 560, 30, None).disc(560, 560, 14, ON)
    p.dark.line([(560, 560), (600, 640)], 11, ON).rect(572, 634, 64, 14, ON)
    basket = Cut().poly([(0, 0), (190, 0), (164, 130), (26, 130)], ON)
    p.dark.add(basket, 800, 230)
    for i in range(5):
        p.dark.bar((826 + i * 34, 250), (834 + i * 30, 346), 6, None)
    for y in (272, 306):
        p.dark.rect(816, y, 158, 6, None)
    for x, y in ((840, 150), (904, 120), (962, 160)):
        p.dark.line([(x, y), (890 + (x - 890) * 0.5, 240)], 6, ON)
        for i in range(7):
            a = math.tau * i / 7
            p.light.disc(x + 27 * math.cos(a), y + 27 * math.sin(a), 18, ON)
        p.dark.disc(x, y, 15, ON)


def bus(p: Plates) -> None:
    p.light.disc(250, 210, 110, ON)
    p.light.rect(190, 400, 750, 180, ON)
    p.light.rect(0, 650, 1200, 60, ON)
    shell = [(180, 600), (180, 240), (210, 200), (900, 200), (946, 240), (960, 420), (960, 600)]
    p.dark.poly(shell, ON)
    p.dark.rect(194, 470, 752, 36, None)
    for i in range(4):
        p.dark.rect(216 + i * 142, 250, 122, 130, None)
    p.dark.poly([(800, 250), (912, 250), (926, 400), (800, 400)], None)
    p.dark.rect(794, 420, 8, 180, None).rect(652, 420, 6, 180, None)
    for i, x in enumerate((256, 400, 540)):
        p.dark.disc(x + 14 * (i % 2), 322, 27, ON).poly(
            [(x - 34 + 14 * (i % 2), 380), *arc(x + 14 * (i % 2), 384, 44, 40, 180, 360), (x + 54,
                380)], ON)  # fmt: skip
    for cx in (330, 800):
        p.dark.disc(cx, 600, 92, None).disc(cx, 606, 76, ON).disc(cx, 606, 34, None).disc(
            cx, 606, 14, ON
        )
    p.dark.rect(1060, 250, 16, 440, ON)
    p.dark.disc(1068, 210, 84, ON).disc(1068, 210, 70, None)
    p.light.disc(1068, 210, 66, ON)
    for dx in (-34, 18):
        p.dark.rect(1068 + dx, 168, 16, 84, ON)
    p.dark.rect(1040, 202, 60, 16, ON)
    p.dark.rect(0, 690, 1200, 10, ON)


def laptop(p: Plates) -> None:
    p.light.disc(600, 350, 310, ON)
    p.dark.poly([(300, 150), (900, 150), (900, 560), (300, 560)], ON)
    p.dark.rect(326, 176, 548, 358, None)
    p.dark.poly([(210, 580), (990, 580), (1070, 680), (130, 680)], ON)
    for row in range(3):
        for i in range(13):
            x = 260 + i * 53 - row * 12
            p.dark.rect(x + (row * 1.6 * (i - 6)), 592 + row * 20, 40, 13, None)
    p.dark.poly([(520, 656), (680, 656), (690, 676), (510, 676)], None)
    for x, y, r in ((450, 300, 44), (600, 270, 54), (750, 300, 44)):
        p.dark.disc(x, y, r, ON)
        p.dark.poly(
            [(x - r * 1.5, 460), *arc(x, 460, r * 1.5, r * 2.0, 180, 360), (x + r * 1.5, 460)], ON
        )
    p.dark.rect(360, 470, 480, 12, ON)
    p.light.rect(130, 690, 940, 26, ON)
    p.dark.add(
        Cut().poly([(0, 0), (0, 74), (18, 58), (32, 88), (46, 82), (32, 52), (56, 50)], ON),
        800,
        440,
    )


def paint(p: Plates) -> None:
    swoosh = curve(
        [
            (120, 250),
            (400, 170),
            (700, 260),
            (1080, 180),
            (1070, 320),
            (700, 400),
            (420, 320),
            (140, 390),
        ],
        12,
        True,
    )
    p.light.poly(swoosh, ON)
    for x, lift in ((330, 0), (620, 20), (900, 6)):
        body = Cut().rect(x - 100, 480 - lift, 200, 230, ON).disc(x, 710 - lift, 100, ON, 22)
        p.dark.add(body)
        p.dark.disc(x, 480 - lift, 100, ON, 26).disc(x, 480 - lift, 84, None, 18)
        p.dark.rect(x - 74, 560 - lift, 148, 100, None)
    p.light.disc(330, 480, 84, ON, 18).disc(900, 474, 84, ON, 18)
    p.light.rect(256, 560, 148, 100, ON).rect(826, 554, 148, 100, ON)
    p.dark.disc(620, 460, 84, ON, 18)
    for i in range(4):
        p.dark.disc(566 + i * 36, 590, 12, ON)
    brush = (
        Cut()
        .poly([(-18, -330), (18, -330), (26, -120), (-26, -120)], ON)
        .rect(-46, -124, 92, 56, ON)
    )
    brush.rect(-46, -104, 92, 8, None)
    brush.poly([(-46, -68), (46, -68), (40, 40), (14, 76), (-10, 60), (-42, 84)], ON)
    p.dark.add(brush, 860, 340, 1, 38)
    p.dark.add(brush, 330, 330, 0.86, -24)


def ball(p: Plates) -> None:
    p.light.rect(0, 620, 1200, 180, ON)
    net = Cut()
    for i in range(15):
        net.line([(180 + i * 60, 130), (180 + i * 60, 620)], 4, ON)
    for i in range(9):
        net.line([(180, 130 + i * 60), (1020, 130 + i * 60)], 4, ON)
    p.light.add(net)
    p.dark.rect(160, 100, 880, 26, ON).rect(160, 100, 26, 530, ON).rect(1014, 100, 26, 530, ON)
    cx, cy, r = 600, 480, 200
    p.dark.disc(cx, cy, r + 6, ON)
    p.dark.disc(cx, cy, r - 8, None)
    p.light.disc(cx, cy, r - 6, None)

    def patch(x: float, y: float, size: float, turn: float) -> list:
        return [(x + size * math.cos(math.radians(turn + 72 * k)),
                 y + size * math.sin(math.radians(turn + 72 * k)))
                for k in range(5)]  # fmt: skip

    p.dark.poly(patch(cx, cy, 70, -90), ON)
    for k in range(5):
        a = math.radians(-90 + 72 * k)
        p.dark.bar(
            (cx + 66 * math.cos(a), cy + 66 * math.sin(a)),
            (cx + 128 * math.cos(a), cy + 128 * math.sin(a)),
            11,
            ON,
        )
        outer = [(cx + d * math.cos(a + s), cy + d * math.sin(a + s)) for d, s in
                 ((124, 0.0), (150, 0.3), (194, 0.22), (196, 0.0), (194, -0.22), (150,
                -0.3))]  # fmt: skip
        p.dark.poly(outer, ON)
        b = math.radians(-54 + 72 * k)
        for side in (-1, 1):
            start = (cx + 150 * math.cos(a + side * 0.3), cy + 150 * math.sin(a + side * 0.3))
            p.dark.bar(start, (cx + 158 * math.cos(b), cy + 158 * math.sin(b)), 10, ON)
        p.dark.bar(
            (cx + 156 * math.cos(b), cy + 156 * math.sin(b)),
            (cx + 196 * math.cos(b), cy + 196 * math.sin(b)),
            10,
            ON,
        )
    p.dark.disc(cx, 700, 170, ON, 14)


def film(p: Plates) -> None:
    p.light.poly([(500, 360), (1200, 60), (1200, 660)], ON)
    p.dark.rect(190, 320, 330, 250, ON)
    p.dark.poly([(520, 390), (600, 360), (600, 470), (520, 440)], ON)
    for x, y, r in ((270, 220, 118), (480, 240, 92)):
        p.dark.disc(x, y, r, ON)
        for i in range(5):
            a = math.tau * i / 5 - 0.4
            p.dark.disc(x + r * 0.56 * math.cos(a), y + r * 0.56 * math.sin(a), r * 0.23, None)
        p.dark.disc(x, y, r * 0.12, None)
    p.dark.rect(230, 370, 120, 80, None).disc(440, 450, 50, None).disc(440, 450, 30, ON)
    for x, lean in ((240, -90), (350, 0), (460, 90)):
        p.dark.bar((x, 560), (x + lean, 740), 18, ON)
    p.light.rect(0, 730, 1200, 70, ON)
    strip = Cut().rect(0, 0, 620, 130, ON)
    for i in range(16):
        strip.rect(12 + i * 38, 10, 20, 16, None).rect(12 + i * 38, 104, 20, 16, None)
    for i in range(5):
        strip.rect(16 + i * 120, 36, 104, 58, None)
    p.dark.add(strip, 580, 560, 0.9, 5)


def chart(p: Plates) -> None:
    """The motif "map": a folded sheet with river, way and pin."""
    folds = [(150, 250), (375, 190), (600, 250), (825, 190), (1050, 250)]
    for i, ((x1, y1), (x2, y2)) in enumerate(itertools.pairwise(folds)):
        panel = [(x1, y1), (x2, y2), (x2, y2 + 440), (x1, y1 + 440)]
        if i % 2:
            p.light.poly(panel, ON)
        edge = Cut().line([*panel, panel[0]], 7, ON)
        p.dark.add(edge)
    p.light.line(
        curve([(150, 520), (330, 470), (480, 560), (640, 500), (760, 600), (1050, 520)]), 42, ON
    )
    way = curve([(230, 600), (340, 380), (520, 400), (600, 330), (760, 420)])
    for (x1, y1), (x2, y2) in zip(way[::3], way[1::3], strict=False):
        p.dark.line([(x1, y1), (x1 + (x2 - x1) * 1.5, y1 + (y2 - y1) * 1.5)], 12, ON)
    for x, y in (
        (270, 300),
        (440, 290),
        (930, 330),
        (960, 420),
        (330, 560),
        (540, 610),
        (890, 600),
    ):
        p.dark.rect(x - 20, y - 14, 40, 30, ON).poly(
            [(x - 28, y - 12), (x, y - 40), (x + 28, y - 12)], ON
        )
        p.dark.rect(x - 5, y - 2, 10, 18, None)
    pin = Cut().disc(0, -190, 92, ON).poly([(-86, -160), (86, -160), (0, 0)], ON)
    p.light.add(pin, 780, 420)
    p.dark.add(pin, 780, 420)
    p.dark.disc(780, 230, 40, None)
    p.light.disc(780, 230, 40, None)
