"""Bad Langensalza: roses in front of the town wall."""

import math
import random

from PIL import Image

from .landmarks import church
from .landscapes import H, W, rolling, sheet, sky
from .palette import INK, PAPER, ROST, SCHEMES, SENF, Scheme, hexa, mix
from .paper import Cut, Stage, arc
from .plants import bush
from .streets import row
from .towers import tower


def bad_langensalza() -> Image.Image:
    """The rose garden in front of the town wall, timbered houses behind it."""
    scheme, source = SCHEMES["fruehling"], random.Random("bad-langensalza")
    stage = Stage((W, H), scheme.sky[0], "bad-langensalza")
    sky(stage, scheme, source, (310, 190))
    for tone, y in ((scheme.ridges[0], 470), (scheme.ridges[1], 520)):
        stage.lay(sheet(rolling(source, y, 26, 1.1), tone), 6)
    with stage.scaled(1.08, (1130, 600)):
        church(stage, 1150, 590, scheme, source, "stone")
    row(stage, scheme, source, (-40, 1640), 590, 0.8, ("timber", "gable", "timber-eaves"), 0.26)
    row(
        stage,
        scheme,
        source,
        (-40, 1640),
        646,
        1.0,
        ("timber", "timber-eaves", "timber", "gable"),
        0.04,
    )
    stage.lay(sheet(rolling(source, 650, 3, 1.0), scheme.ridges[2]), 4)
    wall = Cut().rect(-20, 596, W + 40, 104, mix(scheme.stone, INK, 0.16))
    for i in range(55):
        wall.rect(-20 + i * 30, 576, 17, 22, mix(scheme.stone, INK, 0.16))
        wall.rect(-14 + i * 30, 616 + (i * 37) % 62, 15, 7, mix(scheme.stone, INK, 0.28))
    stage.lay(wall, 5)
    for x, style in ((1500, "round"), (90, "gate"), (640, "timber")):
        with stage.scaled(1.16 if style == "timber" else 0.96, (x, 700)):
            tower(stage, x, 700, scheme, source, style)
    stage.lay(sheet(rolling(source, 698, 4, 1.0), scheme.fields[0]), 6)
    for x in range(-10, 1640, 66):
        bush(stage, x, 716, 40, scheme.trees[3] if x % 4 else scheme.fields[0])
    stage.lay(sheet([(-20, 714), (1620, 714)], scheme.fields[1]), 5)
    lane = [(760, 714), (860, 714), (1010, 910), (600, 910)]
    stage.lay(Cut().poly(lane, mix(scheme.stone, PAPER, 0.5)), 3)
    for i in range(3):
        arbour(stage, 810, 742 + i * 66, 0.7 + i * 0.34, scheme)
    for y, size, gap in ((752, 22, 62), (806, 30, 84), (870, 42, 112)):
        for side in (-1, 1):
            edge = 120 + (y - 714) * 0.86
            for i in range(12):
                x = 810 + side * (edge + i * gap + source.uniform(-8, 8))
                if -60 < x < W + 60:
                    tone = (ROST, hexa("#D98C86"), PAPER, hexa("#B5384A"), hexa("#E9B9A6"), SENF)[
                        source.randrange(6)
                    ]
                    rose(stage, x, y + source.uniform(-7, 7), size, tone, scheme.fields[0])
    return stage.image


def rose(stage: Stage, x: float, y: float, r: float, tone, green) -> None:
    """A flower of three discs on leaves."""
    leaves = Cut()
    for turn in (-118, 118, -64, 64):
        leaves.add(Cut().leaf(0, 0, r * 0.9, r * 1.7, green), x, y, 1, turn)
    leaves.rect(x - r * 0.07, y, r * 0.14, r * 1.5, green)
    stage.lay(leaves, 2, wobble=0)
    bloom = Cut()
    for i in range(6):
        a = math.radians(60 * i + 20)
        bloom.disc(x + r * 0.52 * math.cos(a), y + r * 0.52 * math.sin(a), r * 0.5, tone)
    bloom.disc(x, y, r * 0.62, mix(tone, INK, 0.12))
    bloom.disc(x + r * 0.06, y + r * 0.05, r * 0.42, mix(tone, PAPER, 0.22))
    bloom.disc(x - r * 0.03, y, r * 0.2, mix(tone, INK, 0.22))
    stage.lay(bloom, 4)


def arbour(stage: Stage, x: float, base: float, size: float, scheme: Scheme) -> None:
    """A rose arch over the path."""
    w, h = 150 * size, 210 * size
    frame = arc(x, base - h + w / 2, w / 2, w / 2, 180, 360)
    line = [(x - w / 2, base), *frame, (x + w / 2, base)]
    stage.lay(Cut().line(line, 9 * size, PAPER), 3)
    rim = [(x - w / 2, base - h * 0.2), (x - w / 2, base - h * 0.4), *frame[::3], (x + w / 2,
                                                                                   base - h * 0.4),
           (x + w / 2, base - h * 0.2)]  # fmt: skip
    for i, (px, py) in enumerate(rim):
        rose(
            stage,
            px,
            py,
            13 * size,
            (hexa("#B5384A"), hexa("#E9B9A6"), ROST)[i % 3],
            scheme.fields[0],
        )
