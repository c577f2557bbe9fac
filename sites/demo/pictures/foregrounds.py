"""What lies between a town and the viewer: fields, water, quays and streets."""

import random

from .landscapes import W, flakes, rolling, sheet, swell
from .palette import INK, PAPER, SNOW, WOOD, Scheme, mix
from .paper import Cut, Point, Stage, curve
from .plants import any_tree, bush, conifer, grass, poplar, reed
from .things import boat, fence, lamp, sailing_boat, tram


def ripples(stage: Stage, scheme: Scheme, source: random.Random, top: float, count=26) -> None:
    marks = Cut()
    for _ in range(count):
        y = source.uniform(top, 880)
        w = source.uniform(24, 90) * (0.5 + (y - top) / 300)
        x = source.uniform(-20, W)
        marks.poly([(x, y), (x + w * 0.5, y - 3.5), (x + w, y), (x + w * 0.5, y + 2.5)],
                   mix(scheme.water[1], PAPER, 0.45 if not scheme.lit else 0.2))  # fmt: skip
    stage.lay(marks, 1)


def front(stage: Stage, scheme: Scheme, source: random.Random, land: str) -> None:
    """Everything between the town (which stands at about y = 700) and the viewer."""
    draw = {
        "hills": upland,
        "mountains": alpine,
        "plain": lowland,
        "coast": harbour,
        "river": river,
        "city": street,
    }
    draw[land](stage, scheme, source)
    if scheme.snow:
        flakes(stage, source)


def upland(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """A path, a ploughed hill and trees in the corners."""
    fields = scheme.fields
    stage.lay(sheet(rolling(source, 716, 14, 0.8), fields[1]), 7)
    path(stage, source, mix(scheme.stone, PAPER, 0.3))
    line = rolling(source, 770, 30, source.uniform(0.7, 1.1))
    stage.lay(sheet(line, fields[3]), 7)
    furrows(stage, line, mix(fields[3], fields[0], 0.35))
    stage.lay(sheet(rolling(source, 838, 26, source.uniform(0.7, 1.1)), fields[0]), 8)
    for side in (0, 1):
        for _ in range(3):
            x = source.uniform(20, 240) + side * 1340
            any_tree(stage, x, source.uniform(840, 885), source.uniform(120, 180), scheme, source)


def alpine(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """A meadow with a fence and firs in the corners."""
    fields = scheme.fields
    stage.lay(sheet(rolling(source, 716, 14, 0.8), fields[1]), 7)
    path(stage, source, mix(scheme.stone, PAPER, 0.3))
    for tone, y, swing in ((fields[2], 770, 30), (fields[0], 838, 26)):
        stage.lay(sheet(rolling(source, y, swing, source.uniform(0.7, 1.1)), tone), 8)
    for side in (0, 1):
        for _ in range(3):
            x = source.uniform(20, 240) + side * 1340
            y, h = source.uniform(845, 890), source.uniform(130, 220)
            conifer(stage, x, y, h, source.choice(scheme.trees), scheme.snow)
    fence(stage, 330, 1290, 872, scheme)


def lowland(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Fields that run to the horizon, poplars and grass."""
    fan(stage, scheme, source)
    for side in (0, 1):
        if source.random() < 0.75:
            for i in range(3):
                x = 60 + i * 78 + side * 1290
                if scheme.bare:
                    any_tree(stage, x, 842, 190 - 20 * i, scheme, source)
                else:
                    poplar(stage, x, 842 + i * 4, source.uniform(190, 260), scheme.trees[0])
    for _ in range(14):
        x, h = source.uniform(0, W), source.uniform(30, 62)
        grass(stage, x, 908, h, source.choice(scheme.fields[:3]), source)


def harbour(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """A quay wall, three sheets of water and four boats."""
    quay(stage, scheme, 716)
    spots = source.sample(range(140, 1500, 270), 4)
    for tone, y in zip(scheme.water, (748, 800, 856), strict=True):
        stage.lay(sheet(swell(y, 76, 9), tone), 6)
        for x in spots[:2] if y == 748 else spots[2:] if y == 800 else ():
            if source.random() < 0.6:
                sailing_boat(stage, x, y + 34, 92 + (y - 748), PAPER, scheme.roofs[0], source)
            else:
                boat(stage, x, y + 34, 130, source.choice(scheme.roofs), PAPER)
    ripples(stage, scheme, source, 870, 8)


def furrows(stage: Stage, line: list[Point], tone) -> None:
    """Curved plough lines that follow a hill."""
    marks = Cut()
    for i in range(1, 5):
        top = [(x, y + i * 17) for x, y in line]
        marks.poly(top + [(x, y + 5) for x, y in reversed(top)], tone)
    stage.lay(marks, 1)


def path(stage: Stage, source: random.Random, tone) -> None:
    """A way that winds from the viewer up to the houses."""
    lean = source.choice((-1, 1))
    middle = [(800, 722), (800 + lean * 60, 738), (800 - lean * 40, 770), (800 - lean * 130, 830),
              (800 - lean * 60, 910)]  # fmt: skip
    line = curve(middle, 10)
    widths = [7 + 34 * i / len(line) for i in range(len(line))]
    left = [(x - w, y) for (x, y), w in zip(line, widths, strict=True)]
    right = [(x + w, y) for (x, y), w in zip(line, widths, strict=True)]
    stage.lay(Cut().poly(left + right[::-1], tone), 3)


def fan(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Fields in perspective: strips that run towards one point on the horizon."""
    stage.lay(sheet(rolling(source, 712, 5, 1), scheme.fields[1]), 6)
    vx, edge = source.uniform(500, 1100), -700.0
    tones = [scheme.fields[i] for i in (3, 2, 4, 1, 0)]
    turn = source.randrange(5)
    while edge < 2300:
        w = source.uniform(120, 330)
        tone = tones[turn % 5]
        turn += 1
        top = [(vx + (edge - vx) * 0.42, 728), (vx + (edge + w - vx) * 0.42, 728)]
        strip = Cut().poly([top[0], top[1], (edge + w, 910), (edge, 910)], tone)
        for k in range(1, 4):
            a = top[0][0] + (top[1][0] - top[0][0]) * k / 4
            b = edge + w * k / 4
            strip.poly([(a - 1, 728), (a + 1, 728), (b + 3, 910), (b - 3, 910)],
                       mix(tone, scheme.fields[0], 0.3))  # fmt: skip
        stage.lay(strip, 2)
        edge += w
    hedge, x = Cut(), -20.0
    while x < W:
        r = source.uniform(12, 26)
        hedge.disc(x, 730, r, scheme.trees[0], r * 0.7)
        x += r * 1.3
    stage.lay(hedge, 4)


def quay(stage: Stage, scheme: Scheme, y: float) -> None:
    wall = Cut().rect(-20, y, W + 40, 70, scheme.stone)
    for i in range(34):
        wall.rect(i * 50 + (i % 2) * 11, y + 12 + (i % 3) * 9, 26, 3, mix(scheme.stone, INK, 0.18))
    stage.lay(wall, 6)
    stage.lay(Cut().rect(-20, y - 6, W + 40, 11, mix(scheme.stone, PAPER, 0.5)), 3)
    for x in range(90, W, 236):
        stage.lay(Cut().rect(x, y - 20, 10, 22, mix(WOOD, INK, 0.4)), 2)


def river(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """A broad bend with meadows on both banks."""
    lean = source.choice((False, True))
    stage.lay(sheet(rolling(source, 716, 7, 1), scheme.fields[1]), 6)
    for grow, tone in ((0, mix(scheme.stone, PAPER, 0.25)), (10, scheme.water[1])):
        upper = curve([(-30, 752 + grow), (420, 742 + grow), (800, 756 + grow), (1230, 744 + grow),
                       (1640, 790 + grow)])  # fmt: skip
        bend = Cut().poly([*upper, (1640, 920), (-30, 920)], tone)
        flipped = Cut().add(bend, W, 0, flip=True) if lean else bend
        stage.lay(flipped, 4)
    stage.lay(sheet(swell(812, 90, 6), scheme.water[2]), 4)
    ripples(stage, scheme, source, 775, 22)
    for x in (source.uniform(330, 640), source.uniform(900, 1250)):
        if source.random() < 0.5:
            boat(stage, x, 818, 130, source.choice(scheme.roofs), PAPER)
        else:
            sailing_boat(stage, x, 826, 96, PAPER, scheme.roofs[0], source)
    corner = curve([(-30, 790), (150, 800), (330, 850), (460, 920)])
    bank = Cut().poly([*corner, (-30, 920)], scheme.fields[0])
    stage.lay(Cut().add(bank, W if lean else 0, 0, flip=lean), 7)
    for x, h in ((60, 190), (190, 150)):
        any_tree(stage, W - x if lean else x, 850, h, scheme, source)
    for i in range(4):
        x = 270 + i * 45
        reed(stage, W - x if lean else x, 905, 90, scheme.fields[2], WOOD, source)


def street(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Pavement, tram and street trees."""
    stage.lay(Cut().rect(-20, 712, W + 40, 220, mix(scheme.stone, PAPER, 0.35)), 5)
    stage.lay(Cut().rect(-20, 758, W + 40, 180, mix(scheme.stone, INK, 0.3)), 3)
    rails = Cut()
    for y in (792, 806):
        rails.rect(-20, y, W + 40, 3, mix(scheme.stone, PAPER, 0.5))
    stage.lay(rails, 1)
    tram(stage, source.choice((190, 980)), 800, scheme)
    stage.lay(Cut().rect(-20, 838, W + 40, 80, scheme.fields[0]), 6)
    for i in range(5):
        x = 90 + i * 355 + source.uniform(-26, 26)
        if i in (1, 3):
            lamp(stage, x, 852, 190, scheme)
        else:
            any_tree(stage, x, 862, source.uniform(150, 190), scheme, source)
    for _ in range(12):
        bush(stage, source.uniform(0, W), 906, source.uniform(24, 44),
             source.choice(scheme.trees if not scheme.bare else (SNOW,)))  # fmt: skip


def banks(stage: Stage, scheme: Scheme, source: random.Random) -> None:
    """Two wooded corners that frame a piece of water."""
    for side in (0, 1):
        corner = curve([(-30, 800), (120, 822), (250, 864), (330, 920)])
        line = [(W - px, py) for px, py in corner] if side else corner
        end = W + 30 if side else -30
        stage.lay(Cut().poly([*line, (end, 920)], scheme.fields[0]), 7)
        for i in range(2):
            tx = W - 60 - i * 96 if side else 60 + i * 96
            any_tree(stage, tx, 866, 190 - 40 * i, scheme, source)
