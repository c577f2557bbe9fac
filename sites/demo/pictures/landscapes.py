"""Sky and land: what lies behind a town and in front of it. The stage is 1600 by 900 pixels."""

import itertools
import math
import random

from .palette import INK, PAPER, SENF, SNOW, Scheme, mix
from .paper import Cut, Point, Stage, arc
from .plants import any_tree, conifers, grove
from .things import sailing_boat

W, H = 1600, 900


def rolling(source: random.Random, y: float, swing: float, waves: float) -> list[Point]:
    """A soft line across the picture around height y."""
    a, b = source.uniform(0, 6.3), source.uniform(0, 6.3)
    line = []
    for x in range(-20, W + 21, 20):
        t = x / W * math.tau * waves
        line.append((x, y + swing * (0.7 * math.sin(t + a) + 0.3 * math.sin(2.3 * t + b))))
    return line


def sheet(line: list[Point], colour, bottom: float = H + 20) -> Cut:
    return Cut().poly([*line, (W + 20, bottom), (-20, bottom)], colour)


def height(line: list[Point]):
    """A function that gives the height of a line at any x."""

    def at(x: float) -> float:
        for (x1, y1), (x2, y2) in itertools.pairwise(line):
            if x1 <= x <= x2:
                return y1 + (y2 - y1) * (x - x1) / (x2 - x1 or 1)
        return line[0][1] if x < line[0][0] else line[-1][1]

    return at


def cloud(stage: Stage, x: float, y: float, w: float, colour, source: random.Random) -> None:
    """A flat-bottomed cloud of two or three rounded strips."""
    part, h = Cut(), w * 0.13
    lean = source.uniform(0.04, 0.3)
    levels = [(1, 0), (0.64, lean), (0.3, lean + source.uniform(0.06, 0.26))]
    for level, (share, shift) in enumerate(levels[: source.choice((2, 3, 3))]):
        left, top = x + w * shift, y - h * 0.82 * level
        width = w * share
        part.poly(arc(left + h / 2, top, h / 2, h / 2, 90, 270)
                  + arc(left + width - h / 2, top, h / 2, h / 2, 270, 450), colour)  # fmt: skip
    stage.lay(part, 7, depth=0.26)


def star(x: float, y: float, r: float) -> list[Point]:
    return [(x + (r if i % 2 == 0 else r * 0.34) * math.cos(i * math.pi / 4),
             y + (r if i % 2 == 0 else r * 0.34) * math.sin(i * math.pi / 4))
            for i in range(8)]  # fmt: skip


def sky(stage: Stage, scheme: Scheme, source: random.Random, disc: Point, clouds: int = 2) -> None:
    """Three sheets of sky with sun or moon between them, then clouds, stars or flakes."""
    if scheme.moon:
        spots = Cut()
        for _ in range(26):
            spots.poly(star(source.uniform(20, 1580), source.uniform(20, 400),
                            source.uniform(4, 9)), mix(PAPER, SENF, 0.25))  # fmt: skip
        stage.lay(spots, 1)
        crescent = arc(*disc, 74, 74, 40, 320) + arc(disc[0] + 30, disc[1], 60, 60, 308, 52)
        stage.lay(Cut().poly(crescent, scheme.disc), 6)
    else:
        stage.lay(Cut().disc(*disc, 92, scheme.disc), 6, depth=0.26)
    for tone, y in zip(scheme.sky[1:], (300, 430), strict=False):
        stage.lay(sheet(rolling(source, y, 34, 1.1), tone), 5, depth=0.2)
    spots = [80, 1150, 560, 870] if disc[0] > 800 else [1180, 260, 760, 60]
    for i in range(clouds):
        w = source.uniform(190, 300)
        cloud(stage, spots[i] + source.uniform(-60, 60), source.uniform(110, 250), w, scheme.cloud,
              source)  # fmt: skip


def flakes(stage: Stage, source: random.Random) -> None:
    snow = Cut()
    for _ in range(85):
        snow.disc(source.uniform(0, W), source.uniform(0, 860), source.uniform(2.5, 5.5), SNOW)
    stage.lay(snow, 2, depth=0.25)


def peak(stage: Stage, x: float, y: float, w: float, h: float, colour, snow: bool) -> None:
    """One mountain: a lit and a shaded face, and a cap of snow."""
    top = (x, y - h)
    left, right, fold = (x - w * 0.55, y), (x + w * 0.5, y), (x + w * 0.08, y)
    body = Cut().poly([left, top, right], colour)
    body.poly([top, right, fold, (x - w * 0.02, y - h * 0.42), (x + w * 0.05, y - h * 0.68)],
              mix(colour, INK, 0.17))  # fmt: skip
    stage.lay(body, 6)
    share = 0.42 if snow else 0.3
    a, b = left[0] + (x - left[0]) * (1 - share), right[0] - (right[0] - x) * (1 - share)
    low = y - h * (1 - share)
    zig = [(b, low), (x + (b - x) * 0.55, low - h * 0.06), (x + (b - x) * 0.25, low + h * 0.05),
           (x - (x - a) * 0.1, low - h * 0.07), (x - (x - a) * 0.5, low + h * 0.04)]  # fmt: skip
    stage.lay(Cut().poly([(a, low), top, *zig], SNOW), 2)


def back(stage: Stage, scheme: Scheme, source: random.Random, land: str) -> None:
    """Everything between the sky and the town."""
    draw = {
        "mountains": massif,
        "hills": hills,
        "plain": plain,
        "coast": sea,
        "river": valley,
        "city": skyline,
    }
    draw[land](stage, scheme, source)


def massif(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Three peaks, a wooded slope and a meadow."""
    far, mid, near = scheme.ridges
    side = source.choice((1, -1))
    for x, w, h in ((300, 620, 360), (1330, 700, 420), (800, 560, 300)):
        spot = (x if side > 0 else W - x) + source.uniform(-50, 50)
        tone = mix(far, scheme.sky[-1], 0.15)
        peak(stage, spot, 640, w, h + source.uniform(-30, 30), tone, scheme.snow)
    line = rolling(source, 520, 36, 1.4)
    stage.lay(sheet(line, mid), 6)
    tone = mix(mid, near, 0.5) if not scheme.snow else scheme.trees[2]
    at = height(line)
    conifers(stage, source, (0, W), lambda x: at(x) + 14, 62, 44, tone, scheme.snow)
    stage.lay(sheet(rolling(source, 585, 26, 1.3), near), 6)


def hills(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Three ridges, single trees on the middle one."""
    for tone, y, swing in zip(scheme.ridges, (430, 490, 560), (50, 44, 34), strict=True):
        line = rolling(source, y, swing, source.uniform(0.9, 1.5))
        stage.lay(sheet(line, tone), 7)
        if y == 490:
            at = height(line)
            for _ in range(9):
                x = source.uniform(30, W - 30)
                any_tree(stage, x, at(x) + 6, source.uniform(40, 62), scheme, source, 0.3)


def plain(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """A low horizon with a hedge of far woods."""
    far, mid, near = scheme.ridges
    stage.lay(sheet(rolling(source, 548, 7, 1), far), 5)
    wood, x = Cut(), -20.0
    while x < W + 20:
        r = source.uniform(18, 44)
        wood.disc(x, 556, r, mid, r * 0.75)
        x += r * source.uniform(0.8, 2.4)
    stage.lay(wood, 3)
    stage.lay(sheet(rolling(source, 572, 6, 1.2), near), 5)


def sea(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Three sheets of water and far sails."""
    for tone, y in zip(scheme.water, (486, 530, 590), strict=True):
        stage.lay(sheet(swell(y, 46 if y < 500 else 70, 5 if y < 500 else 8), tone), 5)
        if y == 486:
            for _ in range(3):
                x = source.uniform(80, W - 80)
                sailing_boat(stage, x, y + 24, 46, PAPER, scheme.roofs[0], source)


def valley(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Two low ridges with trees along the water."""
    for tone, y, swing in zip(scheme.ridges, (500, 545), (26, 22), strict=False):
        stage.lay(sheet(rolling(source, y, swing, 1.2), tone), 6)
    grove(stage, scheme, source, (0, W), 590, 70, 14, 0.35)


def skyline(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Pale roofs and a few towers in the distance."""
    for ridge, y, swing in zip(scheme.ridges, (500, 545), (26, 22), strict=False):
        stage.lay(sheet(rolling(source, y, swing, 1.2), ridge), 6)
    tone = mix(scheme.ridges[0], scheme.sky[-1], 0.35)
    line, x = Cut(), -20.0
    while x < W + 20:
        w, h = source.uniform(50, 110), source.uniform(60, 150)
        line.rect(x, 600 - h, w, h + 20, tone)
        match source.randrange(5):
            case 0:
                line.poly([(x, 601 - h), (x + w / 2, 560 - h), (x + w, 601 - h)], tone)
            case 1:
                line.rect(x + w * 0.3, 560 - h, w * 0.14, 44, tone)
            case 2:
                line.poly([(x + w * 0.3, 601 - h), (x + w * 0.5, 490 - h), (x + w * 0.7, 601 - h)],
                          tone)  # fmt: skip
            case 3:
                line.disc(x + w / 2, 600 - h, w * 0.3, tone)
        x += w
    stage.lay(line, 5)


def swell(y: float, length: float, depth: float) -> list[Point]:
    """The scalloped upper edge of a sheet of water."""
    line: list[Point] = []
    x = -length
    while x < W + length:
        line += [(x + length * i / 6, y - depth * abs(math.sin(math.pi * i / 6))) for i in range(6)]
        x += length
    return line


def ground(stage: Stage, scheme: Scheme, source: random.Random, y: float, tone: int = 0) -> None:
    stage.lay(sheet(rolling(source, y, 8, 1), scheme.fields[tone]), 6)
