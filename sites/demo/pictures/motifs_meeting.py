"""Motifs about meeting: chairs, cups, bench, hands, microphone, letter, house, lantern."""

import math

from .overprint import ON, Plates
from .paper import Cut, arc, curve


def chair_front(back: bool) -> Cut:
    """A chair seen from the front (its back behind the seat) or from behind. Foot at 0, 0."""
    cut = Cut()
    if back:
        for dx in (-52, 42):
            cut.rect(dx, -190, 10, 190, ON)
        for y in (-190, -154, -118):
            cut.rect(-52, y, 104, 22, ON)
        cut.poly([(-50, -84), (50, -84), (44, -66), (-44, -66)], ON)
    else:
        for dx in (-50, 40):
            cut.rect(dx, -190, 10, 110, ON)
        for y in (-190, -150):
            cut.rect(-50, y, 100, 24, ON)
        cut.poly([(-46, -96), (46, -96), (62, -64), (-62, -64)], ON)
        for dx in (-60, 50):
            cut.rect(dx, -66, 10, 66, ON)
        for dx in (-38, 30):
            cut.rect(dx, -66, 8, 44, ON)
    return cut


def chair_side() -> Cut:
    """A chair in profile that faces right."""
    cut = Cut().poly([(-58, -196), (-46, -196), (-36, -88), (-48, -88)], ON)
    cut.poly([(-50, -98), (52, -98), (56, -80), (-50, -80)], ON)
    cut.poly([(-50, -84), (-38, -84), (-52, 0), (-64, 0)], ON).poly(
        [(42, -84), (54, -84), (60, 0), (50, 0)], ON
    )
    return cut.rect(-46, -46, 96, 8, ON)


def chairs(p: Plates) -> None:
    p.light.disc(600, 470, 500, ON, 250)
    p.dark.disc(600, 490, 226, ON, 104).disc(600, 490, 208, None, 92)
    for i in range(12):
        a = math.tau * i / 12
        x, y = 600 + 130 * math.cos(a), 490 + 56 * math.sin(a)
        p.dark.disc(x, y, 9, ON, 6)
    for x, y, size in ((430, 330, 0.86), (600, 306, 0.82), (770, 330, 0.86)):
        p.dark.add(chair_front(False), x, y, size)
    for x, y, size, flip in ((268, 424, 0.98, False), (932, 424, 0.98, True), (232, 584, 1.14,
                                                                               False),
                             (968, 584, 1.14, True)):  # fmt: skip
        p.dark.add(chair_side(), x, y, size, flip=flip)
    for x, y, size in ((410, 724, 1.3), (600, 750, 1.34), (790, 724, 1.3)):
        p.dark.add(chair_front(True), x, y, size)


def steam(cut: Cut, x: float, y: float, h: float) -> None:
    line = curve([(x, y), (x + 20, y - h * 0.28), (x - 18, y - h * 0.6), (x + 8, y - h)], 8)
    cut.line(line, 11, ON)


def cup(x: float, y: float, w: float, side: int) -> Cut:
    """A cup with handle and saucer; `y` is the table."""
    h = w * 0.72
    cut = Cut()
    hx = x + side * w * 0.5
    outer = arc(hx, y - h * 0.64, w * 0.24, w * 0.24, 0, 360)
    inner = arc(hx, y - h * 0.64, w * 0.15, w * 0.15, 360, 0)
    cut.poly(outer + inner, ON)
    bowl = curve([(x + w / 2, y - h), (x + w * 0.48, y - h * 0.5), (x + w * 0.26, y - h * 0.1)], 8)
    cut.poly(bowl + [(2 * x - px, py) for px, py in reversed(bowl)], ON)
    cut.poly(arc(x, y - h * 0.06, w * 0.78, w * 0.1, 0, 360), ON)
    return cut


def cups(p: Plates) -> None:
    p.light.disc(600, 380, 300, ON)
    p.light.rect(0, 640, 1200, 90, ON)
    p.dark.add(cup(430, 640, 270, -1))
    p.dark.disc(430, 448, 128, None, 16).disc(430, 452, 116, ON, 11)
    p.light.add(cup(790, 650, 300, 1))
    for i in range(9):
        p.dark.disc(676 + i * 28.5, 520 + (i % 2) * 30, 9, ON)
    p.dark.disc(790, 436, 142, ON, 14)
    for x, y in ((380, 410), (440, 392), (500, 410)):
        steam(p.dark, x, y, 150)
    for x in (750, 830):
        steam(p.dark, x, 400, 150)
    p.dark.rect(0, 664, 1200, 8, ON)
    biscuit = Cut().disc(0, 0, 46, ON)
    for i in range(5):
        biscuit.disc(24 * math.cos(i * 1.3), 24 * math.sin(i * 1.3), 6, None)
    p.dark.add(biscuit, 600, 706, 0.9).add(biscuit, 690, 726, 0.8)


def bench(p: Plates) -> None:
    p.light.disc(820, 300, 210, ON)
    p.light.poly(
        [(0, 640), *curve([(0, 640), (400, 606), (800, 650), (1200, 620)]), (1200, 800), (0, 800)],
        ON,
    )
    for y in (430, 478, 526):
        p.dark.rect(290, y, 620, 32, ON)
    p.dark.poly([(270, 574), (930, 574), (950, 604), (250, 604)], ON)
    for x in (330, 850):
        p.dark.rect(x, 410, 24, 200, ON).poly(
            [(x - 26, 604), (x, 604), (x - 8, 716), (x - 34, 716)], ON
        )
        p.dark.poly([(x + 26, 604), (x + 52, 604), (x + 60, 716), (x + 34, 716)], ON)
    for x in (262, 920):
        p.dark.rect(x, 500, 18, 90, ON).rect(x - 8, 490, 34, 16, ON)
    bough = curve([(0, 90), (200, 130), (420, 110), (640, 170)])
    p.dark.line(bough, 18, ON)
    for i, (x, y) in enumerate(bough[1::2]):
        for turn in (150 - 22 * (i % 3), 25 + 16 * (i % 2)):
            target = p.dark if (i + turn) % 2 else p.light
            target.add(
                Cut().leaf(0, 0, 56, 112, ON).bar((0, -10), (0, -86), 4, None), x, y, 1, turn
            )
    p.dark.add(Cut().rect(0, 0, 120, 84, ON), 560, 500, 1, -6)
    p.dark.add(Cut().rect(8, 8, 104, 68, None).rect(20, 22, 76, 6, ON).rect(20, 38, 76, 6,
            ON).rect(20, 54, 50, 6, ON),
               560, 500, 1, -6)  # fmt: skip


def hand(spread: float = 1.0) -> Cut:
    """A raised open hand with its forearm, palm centre at 0, 0."""
    cut = Cut().poly(
        curve(
            [(-74, -40), (-70, 60), (-44, 112), (44, 112), (72, 50), (74, -44), (0, -70)], 8, True
        ),
        ON,
    )
    cut.poly([(-48, 90), (48, 90), (60, 460), (-60, 460)], ON)
    for i, length in enumerate((116, 146, 152, 126)):
        x, lean = (-56, -19, 19, 56)[i], (-16, -5, 5, 16)[i] * spread
        tip = (
            x + math.sin(math.radians(lean)) * length,
            -40 - math.cos(math.radians(lean)) * length,
        )
        cut.line([(x, -20), tip], 33, ON)
    return cut.line([(58, 62), (104, 6), (128, -52)], 35, ON)


def hands(p: Plates) -> None:
    p.light.disc(600, 400, 330, ON)
    p.light.disc(600, 400, 270, None)
    for x, y, size, turn, flip, dark in ((300, 470, 1.0, -10, False, True), (520, 380, 1.12, -3,
                                                                             True, False),
                                         (720, 420, 1.06, 5, False, True), (930, 490, 0.96, 13,
            True, False)):  # fmt: skip
        (p.dark if dark else p.light).add(hand(), x, y, size, turn, flip)
        cuff = Cut().rect(-78, 214, 156, 260, ON)
        (p.light if dark else p.dark).add(cuff, x, y, size, turn, flip)


def microphone(p: Plates) -> None:
    p.light.poly(
        [(610, 130), (1110, 130), (1110, 470), (860, 470), (760, 570), (776, 470), (610, 470)], ON
    )
    for i, w in enumerate((380, 320, 360, 220)):
        p.dark.rect(670, 196 + i * 58, w, 22, ON)
    cx, cy = 380, 250
    p.light.disc(cx, cy, 176, ON)
    p.dark.poly([*arc(cx, cy - 40, 104, 104, 180, 360), *arc(cx, cy + 60, 104, 104, 0, 180)], ON)
    for i in range(4):
        p.dark.rect(cx - 104, cy - 70 + i * 42, 84, 14, None).rect(
            cx + 20, cy - 70 + i * 42, 84, 14, None
        )
    yoke = arc(cx, cy + 40, 150, 170, 0, 180) + arc(cx, cy + 40, 126, 144, 180, 0)
    p.dark.poly(yoke, ON)
    p.dark.rect(cx - 14, cy + 204, 28, 220, ON)
    p.dark.poly([(cx - 130, 720), (cx - 100, 670), (cx + 100, 670), (cx + 130, 720)], ON)
    p.light.rect(0, 716, 1200, 84, ON)


def letter(p: Plates) -> None:
    p.light.disc(600, 400, 340, ON)
    page = Cut().rect(330, 120, 540, 460, ON)
    p.dark.add(page).rect(342, 132, 516, 436, None)
    for i in range(5):
        p.dark.rect(390, 190 + i * 44, (300, 420, 390, 420, 260)[i], 16, ON)
    p.light.disc(800, 192, 36, ON)
    p.dark.poly([(244, 706), (244, 330), (600, 560), (956, 330), (956, 706)], ON)
    p.dark.poly([(268, 690), (480, 520), (488, 530), (290, 700)], None)
    p.dark.poly([(932, 690), (720, 520), (712, 530), (910, 700)], None)
    p.dark.poly([(250, 336), (600, 566), (950, 336), (950, 352), (600, 582), (250, 352)], None)


def house(p: Plates) -> None:
    p.light.disc(800, 290, 220, ON)
    p.light.poly([(330, 700), (330, 380), (560, 180), (790, 380), (790, 700)], ON)
    beams = Cut()
    for x in (330, 478, 626, 772):
        beams.rect(x, 380, 18, 320, ON)
    for y in (380, 530, 684):
        beams.rect(330, y, 460, 16, ON)
    for x1, x2 in ((340, 486), (780, 634)):
        beams.bar((x1, 690), (x2, 540), 15, ON)
    beams.bar((420, 384), (560, 262), 15, ON).bar((700, 384), (560, 262), 15, ON).rect(
        552, 262, 16, 120, ON
    )
    p.dark.add(beams)
    p.dark.poly([(286, 400), (560, 150), (834, 400), (834, 356), (560, 100), (286, 356)], ON)
    p.dark.rect(680, 140, 48, 120, ON)
    for x in (376, 664):
        p.dark.rect(x, 422, 88, 84, ON).rect(x + 9, 431, 31, 66, None).rect(
            x + 48, 431, 31, 66, None
        )
    p.dark.rect(516, 560, 92, 140, ON).disc(592, 636, 7, None)
    p.dark.rect(140, 700, 920, 12, ON)
    p.dark.rect(930, 520, 18, 180, ON)
    crown = Cut().leaf(0, 0, 190, 380, ON).bar((0, -10), (0, -300), 7, None)
    for i in range(4):
        for side in (-1, 1):
            crown.bar((0, -70 - i * 60), (side * (62 - 9 * i), -120 - i * 60), 5, None)
    p.dark.add(crown, 939, 620)


def star(x: float, y: float, r: float) -> list[tuple[float, float]]:
    """A star with five points."""
    turns = [(r if i % 2 == 0 else r * 0.41, i * math.pi / 5) for i in range(10)]
    return [(x + length * math.sin(a), y - length * math.cos(a)) for length, a in turns]


def lantern(p: Plates) -> None:
    for x, y, r in ((330, 330, 150), (690, 250, 120), (960, 420, 140)):
        p.light.disc(x, y, r, ON)
        for k in (-0.66, -0.33, 0.0, 0.33, 0.66):
            half = r * math.sqrt(1 - k * k)
            p.dark.poly(arc(x, y + r * k, half, 8, 0, 360), ON)
        p.dark.rect(x - 42, y - r - 16, 84, 26, ON).rect(x - 42, y + r - 10, 84, 26, ON)
        p.dark.line([(x, y - r - 14), (x + 40, y - r - 70)], 6, ON)
        p.dark.line([(x + 40, y - r - 70), (x + 190, 800)], 12, ON)
    for x, y, r in (
        (140, 120, 26),
        (520, 120, 20),
        (860, 110, 28),
        (1090, 200, 20),
        (520, 560, 22),
        (140, 560, 18),
    ):
        p.light.poly(star(x, y, r), ON)
    for x, y, r in ((330, 330, 60), (960, 420, 56)):
        p.dark.poly(star(x, y, r), ON)
