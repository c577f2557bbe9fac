"""The network's own picture: many small towns around one table, seen on one map."""

import math
import random

from PIL import Image

from .hilltop import windmill
from .landmarks import church, townhall
from .landscapes import H, W
from .palette import INK, PAPER, ROST, SCHEMES, SENF, SLATE, TANNE, WOOD, hexa, mix
from .paper import Cut, Point, Stage, curve
from .plants import conifer, round_tree
from .streets import row
from .things import sailing_boat
from .towers import tower, water_tower
from .waterside import lighthouse

CENTRE: Point = (800, 470)


def network() -> Image.Image:
    """A green sheet of land with towns on paths that all lead to a round table."""
    scheme, source = SCHEMES["fruehling"], random.Random("network")
    stage = Stage((W, H), hexa("#8FB3BC"), "network")
    land = [(60, 250), (300, 90), (640, 60), (900, 96), (1240, 50), (1500, 190), (1550, 470),
            (1490, 720),
            (1200, 850), (820, 830), (420, 868), (140, 740), (40, 500)]  # fmt: skip
    for grow, tone in (
        (1.07, hexa("#A9C6CB")),
        (1.035, hexa("#E9DFC2")),
        (1.0, hexa("#7FA05C")),
        (0.8, hexa("#A3B978")),
    ):
        ring = [(800 + (x - 800) * grow, 460 + (y - 460) * grow) for x, y in land]
        stage.lay(Cut().poly(curve(ring, 12, True), tone), 7)
    river = curve(
        [
            (300, -40),
            (330, 60),
            (420, 190),
            (360, 320),
            (250, 430),
            (300, 600),
            (240, 720),
            (300, 900),
        ]
    )
    stage.lay(Cut().line(river, 24, hexa("#8FB3BC")), 3)
    spots = [(330 if i % 2 else 300, i) for i in range(12)]
    homes = []
    for _, i in spots:
        a = math.tau * (i + 0.5) / 12 - math.pi / 2
        homes.append((800 + 610 * math.cos(a), 492 + 312 * math.sin(a)))
    paths = Cut()
    for i, (x, y) in enumerate(homes):
        nx, ny = homes[(i + 1) % 12]
        mid = ((x + nx) / 2 + (x + nx - 1600) * 0.05, (y + ny) / 2 + (y + ny - 984) * 0.05)
        paths.line(curve([(x, y), mid, (nx, ny)], 10), 9, PAPER)
        bow = ((x + 800) / 2 + (y - 470) * 0.1, (y + 470) / 2 - (x - 800) * 0.05)
        paths.line(curve([(x, y), bow, CENTRE], 10), 12, PAPER)
    stage.lay(paths, 3, wobble=0)
    trees = [(source.uniform(120, 1480), source.uniform(150, 800)) for _ in range(120)]
    things: list[tuple[float, str, float]] = [
        (y + 1, f"home {i}", x) for i, (x, y) in enumerate(homes)
    ]
    for x, y in trees:
        off_table = ((x - 800) / 340) ** 2 + ((y - 470) / 215) ** 2 > 1
        on_land = ((x - 800) / 690) ** 2 + ((y - 460) / 355) ** 2 < 1
        free = all(abs(x - hx) > 105 or not -20 < hy - y < 130 for hx, hy in homes)
        if off_table and on_land and free:
            things.append((y, "tree", x))
    for y, what, x in sorted(things):
        if what == "tree":
            if source.random() < 0.4:
                conifer(stage, x, y, source.uniform(40, 56), TANNE)
            else:
                round_tree(stage, x, y, source.uniform(38, 54), scheme.trees[0 if x > 700 else 3])
        else:
            hamlet(stage, int(what.split()[1]), x, y, scheme, source)
    for x, y in ((60, 840), (1545, 840), (56, 110)):
        sailing_boat(stage, x, y, 60, PAPER, ROST, source)
    table(stage)
    return stage.image


def hamlet(stage: Stage, number: int, x: float, y: float, scheme, source: random.Random) -> None:
    """A few houses around a landmark, a quarter of the usual size."""
    marks = (
        (church, "brick"), (water_tower, "brick"), (church, "onion"), (townhall, "curved"), (tower,
            "round"), None,
        (church, "stone"), (townhall, "timber"), None, (windmill, "gallery"), (lighthouse,
            "striped"), (townhall, "stepped"),
    )  # fmt: skip
    kinds = (("stepped", "gable", "curved"), ("timber", "gable", "eaves"))[number % 2]
    with stage.scaled(0.34, (x, y), (x, y + 8)):
        row(stage, scheme, source, (x - 260, x + 190), y - 34, 1.1, kinds, 0.1)
        mark = marks[number]
        if mark:
            draw, style = mark
            draw(stage, x, y, scheme, source, style)
            row(
                stage, scheme, source, (x - 270, x + 180), y + 40, 1.1, kinds, 0.0, (x - 96, x + 96)
            )
        else:
            row(stage, scheme, source, (x - 270, x + 180), y + 40, 1.2, kinds, 0.0)


def table(stage: Stage) -> None:
    """The round table in the middle, seen from above, with twelve chairs."""
    cx, cy = CENTRE
    stage.lay(Cut().disc(cx, cy, 244, hexa("#E9DFC2")), 6)
    tones = (TANNE, ROST, SENF, SLATE)
    for i in range(12):
        a = math.tau * i / 12 + 0.26
        chair = (
            Cut()
            .rect(-26, -22, 52, 44, tones[i % 4])
            .rect(-30, -32, 60, 14, mix(tones[i % 4], INK, 0.25))
        )
        turned = Cut().add(
            chair, cx + 194 * math.cos(a), cy + 194 * math.sin(a), 1, math.degrees(a) + 90
        )
        stage.lay(turned, 5)
    stage.lay(Cut().disc(cx, cy, 166, mix(WOOD, PAPER, 0.3)), 9)
    stage.lay(Cut().disc(cx, cy, 154, PAPER), 1)
    plan = Cut().rect(-84, -52, 168, 104, hexa("#C9D8B4"))
    plan.line(curve([(-84, 20), (-30, -6), (20, 24), (84, -14)], 8), 9, hexa("#7CB0B0"))
    for x, y in ((-46, -26), (38, -30), (6, 34), (56, 26), (-58, 36)):
        plan.rect(x - 8, y - 6, 16, 12, ROST).poly(
            [(x - 11, y - 6), (x, y - 17), (x + 11, y - 6)], INK
        )
    stage.lay(Cut().add(plan, cx, cy, 1, -7), 3)
    for i in range(8):
        a = math.tau * i / 8 + 0.5
        x, y = cx + 126 * math.cos(a), cy + 126 * math.sin(a)
        cup = Cut().disc(x, y, 19, (SENF, TANNE, ROST, SLATE)[i % 4]).disc(x, y, 13, PAPER)
        cup.disc(x, y, 10, WOOD)
        stage.lay(cup, 3)
