"""Hair and headwear of the portraits, behind and in front of the head."""

from .palette import (
    INK,
    PAPER,
    ROST,
    SENF,
    SLATE,
    TANNE,
    mix,
)
from .paper import Cut, Point, Stage, arc, curve
from .people import Person

CX = 400


def both(points: list[Point]) -> list[Point]:
    """Complete the right half of a symmetrical outline."""
    return points + [(2 * CX - x, y) for x, y in reversed(points)]


def cap(half: list[Point], line: list[Point]) -> list[Point]:
    """Hair over the crown: its right outer edge mirrored, and the hairline from left to right."""
    return [(2 * CX - x, y) for x, y in reversed(half)] + half + line[::-1]


def hair_behind(stage: Stage, who: Person) -> None:
    match who.style:
        case "long":
            half = curve(
                [
                    (CX, 168),
                    (500, 190),
                    (556, 320),
                    (560, 480),
                    (590, 640),
                    (520, 690),
                    (470, 600),
                    (CX, 600),
                ],
                8,
            )
        case "bob":
            half = curve(
                [(CX, 168), (496, 184), (556, 290), (566, 420), (556, 508), (470, 516), (CX, 500)],
                8,
            )
        case "bun":
            stage.lay(Cut().disc(CX, 160, 66, who.hair), 5)
            return
        case "curls":
            sheet = Cut()
            for i in range(15):
                ((x, y),) = [arc(CX, 330, 142, 150, 150 + i * 17.2, 151 + i * 17.2)[0]]
                sheet.disc(x, y, 58 + 7 * (i % 2), who.hair)
            stage.lay(sheet.disc(CX, 310, 140, who.hair), 5)
            return
        case "headscarf":
            half = curve(
                [(CX, 150), (500, 176), (556, 300), (548, 450), (566, 590), (520, 640), (CX, 660)],
                8,
            )
            stage.lay(Cut().poly(both(half), mix(who.accent, INK, 0.18)), 5)
            return
        case _:
            return
    stage.lay(Cut().poly(both(half), mix(who.hair, INK, 0.14)), 5)


# Hairlines from left to right, below the crown of the head.
LINES: dict[str, list[Point]] = {
    "bun": [(276, 352), (300, 280), (CX, 236), (500, 280), (524, 352)],
    "short": [(276, 352), (298, 300), (330, 262), (420, 280), (500, 262), (524, 352)],
    "side": [(276, 360), (292, 320), (308, 300), (400, 300), (480, 244), (508, 300), (524, 352)],
    "crop": [(286, 316), (306, 264), (CX, 240), (494, 264), (514, 316)],
    "bob": [(276, 352), (286, 318), (340, 302), (CX, 306), (470, 302), (516, 318), (524, 352)],
}
# Locks on both sides, as offsets from the middle.
_WAVE = [(0, 172), (90, 186), (140, 270), (138, 400), (118, 420), (104, 330), (60, 262), (-6, 226)]
LOCKS: dict[str, list[Point]] = {
    "fringe": [(94, 290), (126, 300), (136, 350), (128, 404), (104, 400), (110, 340)],
    "bob": [(96, 290), (134, 300), (150, 420), (146, 500), (98, 480)],
    "long": _WAVE,
    "braid": _WAVE,
}
QUIFF = [(470, 180), (360, 150), (262, 210), (268, 312), (330, 318), (430, 290), (480, 236)]
CURLS = ((300, 270, 42), (348, 224, 46), (410, 208, 46), (470, 226, 44), (508, 280, 40))


def hair_front(stage: Stage, who: Person) -> None:
    """What falls over the forehead, or what is worn on the head."""
    if who.style in ("beanie", "cap"):
        headwear(stage, who)
        return
    if who.style == "headscarf":
        headscarf(stage, who)
        return
    top = Cut()
    if who.style in LINES:
        high = (
            [(CX, 186), (474, 198), (514, 262), (514, 316)]
            if who.style == "crop"
            else [(CX, 172), (480, 184), (530, 260), (524, 352)]
        )
        top.poly(cap(curve(high, 8), curve(LINES[who.style], 8)), who.hair)
    for s in (-1, 1):
        if who.style in LOCKS:
            lock = [(CX + s * x, y) for x, y in LOCKS[who.style]]
            top.poly(curve(lock, 8, True), who.hair)
    if who.style == "side":
        top.poly(curve(QUIFF, 8, True), who.hair)
    if who.style == "curls":
        for x, y, r in CURLS:
            top.disc(x, y, r, who.hair)
    stage.lay(top, 5)
    strands(stage, who)


def strands(stage: Stage, who: Person) -> None:
    """Light lines in the hair, and the plait of the braid."""
    strand = mix(who.hair, PAPER, 0.22)
    if who.style in ("long", "bun", "bob", "short", "side"):
        lines = Cut()
        for x in (348, 400, 452):
            bend = (x - 400) * 0.25
            lines.line(curve([(x, 190), (x + bend, 214), (x + 2 * bend, 246)], 5), 3, strand)
        stage.lay(lines, 0)
    if who.style == "braid":
        for i in range(6):
            leaf = Cut().leaf(0, 0, 60, 88, who.hair if i % 2 else strand)
            turn = 160 if i % 2 else 200
            stage.lay(Cut().add(leaf, 512 + i * 5, 430 + i * 46, 1, turn), 3)
        stage.lay(Cut().rect(520, 706, 44, 16, ROST), 3)


def headscarf(stage: Stage, who: Person) -> None:
    """A scarf around the face, its end over the shoulder."""
    outer = curve([(CX, 146), (490, 168), (536, 270), (528, 420), (470, 540), (CX, 580)], 8)
    inner = curve([(CX, 240), (462, 256), (492, 330), (482, 420), (440, 486), (CX, 506)], 8)
    end = [(-60, 556), (30, 540), (120, 560), (150, 690), (60, 720), (-40, 640)]
    top = Cut().poly(both(outer), who.accent).poly(both(inner), None)
    top.poly(curve([(CX + x, y) for x, y in end], 8, True), who.accent)
    stage.lay(top, 5)
    folds = Cut()
    for x in (300, 500):
        line = curve([(x, 250), (x + (x - 400) * 0.22, 360), (x + (x - 400) * 0.02, 470)], 8)
        folds.line(line, 4, mix(who.accent, INK, 0.22))
    stage.lay(folds, 0)


def headwear(stage: Stage, who: Person) -> None:
    for s in (-1, 1):
        tuft = [(CX + s * 96, 280), (CX + s * 122, 290), (CX + s * 124, 370), (CX + s * 106, 360)]
        stage.lay(Cut().poly(tuft, who.hair), 3)
    if who.style == "beanie":
        dome = both(curve([(CX, 130), (480, 146), (528, 220), (530, 290)], 8))
        stage.lay(Cut().poly([*dome, (270, 290)], TANNE), 5)
        cuff = Cut().poly(
            both([(CX, 246), (534, 256), (538, 312), (CX, 302)]), mix(TANNE, PAPER, 0.2)
        )
        for i in range(11):
            cuff.rect(280 + i * 24, 252, 4, 50, mix(TANNE, INK, 0.1))
        stage.lay(cuff, 4)
        stage.lay(Cut().disc(CX, 124, 32, SENF), 4)
    else:
        dome = curve([(268, 268), (280, 190), (360, 146), (470, 150), (532, 200), (536, 268)], 8)
        stage.lay(Cut().poly(dome, SLATE), 5)
        stage.lay(
            Cut().poly([(266, 250), (538, 250), (540, 282), (264, 282)], mix(SLATE, INK, 0.3)), 3
        )
        peak = curve(
            [(250, 282), (300, 268), (500, 268), (552, 284), (500, 312), (400, 322), (300, 312)],
            8,
            True,
        )
        stage.lay(Cut().poly(peak, mix(SLATE, INK, 0.45)), 5)
