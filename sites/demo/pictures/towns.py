"""Town pictures: a landscape, rows of roofs and one landmark, put together by recipe."""

import random
from collections.abc import Callable

from PIL import Image

from .foregrounds import banks, front
from .hilltop import castle, windmill
from .lakes import harbour_light, lake_scene
from .landmarks import church, townhall
from .landscapes import H, W, back, flakes, ground, sheet, sky, swell
from .palette import PAPER, SCHEMES, Scheme, mix
from .paper import Cut, Stage, curve
from .plants import any_tree, grove
from .recipes import Town
from .streets import row
from .things import beach_chair, gulls, sailing_boat
from .towers import tower, water_tower
from .waterside import bridge, dune, lighthouse, pier

DRAW: dict[str, Callable] = {
    "church": church,
    "townhall": townhall,
    "tower": tower,
    "waterTower": water_tower,
    "windmill": windmill,
    "castle": castle,
}
KINDS = {
    "coast": ("stepped", "gable", "eaves", "curved", "cottage"),
    "plain": ("eaves", "gable", "cottage", "eaves", "stepped"),
    "hills": ("timber", "gable", "timber-eaves", "eaves", "timber"),
    "mountains": ("gable", "eaves", "timber", "cottage"),
    "river": ("gable", "curved", "timber", "eaves", "stepped"),
    "city": ("tenement", "tenement", "curved", "tenement", "gable"),
}
REACH = {
    "church": 78,
    "townhall": 180,
    "castle": 208,
    "windmill": 120,
    "tower": 100,
    "waterTower": 84,
}


def draw_town(town: Town) -> Image.Image:
    """Draw one town picture, 1600 by 900 pixels."""
    scheme = SCHEMES[town.scheme]
    source = random.Random(f"{town.key}/{town.seed}")
    stage = Stage((W, H), scheme.sky[0], town.key)
    side = source.choice((-1, 1))
    x = 800 + side * source.uniform(70, 190)
    disc = (800 - side * source.uniform(400, 560), source.uniform(160, 230))
    sky(stage, scheme, source, disc)
    match town.landmark:
        case "lighthouse" if town.landscape != "coast":
            harbour_light(stage, scheme, source, town.landscape, KINDS[town.landscape])
        case "pier" if town.landscape != "coast":
            lake_scene(stage, scheme, source, town.landscape, KINDS[town.landscape], town.style)
        case "lighthouse":
            lighthouse_scene(stage, scheme, source, town, side)
        case "pier":
            pier_scene(stage, scheme, source, town)
        case "bridge":
            bridge_scene(stage, scheme, source, town, x)
        case _:
            street_scene(stage, scheme, source, town, x)
    return stage.image


def street_scene(stage: Stage, scheme: Scheme, source, town: Town, x: float) -> None:
    """The usual composition: far rows, the landmark, a near row, the land in front."""
    land, kinds = town.landscape, KINDS[town.landscape]
    back(stage, scheme, source, land)
    on_hill = town.landmark == "castle" and town.style == "hill"
    if on_hill:
        castle(stage, x, 588, scheme, source, "hill")
    with stage.scaled(1.17, (800, 712)):
        free = (x - 330, x + 330) if on_hill else (0, 0)
        if land in ("hills", "river", "mountains") and not on_hill:
            row(stage, scheme, source, (x - 420, x + 420), 604, 0.56, kinds, 0.5)
        far = (230, 1370) if land in ("hills", "mountains", "plain") else (60, 1540)
        row(stage, scheme, source, far, 640, 0.72, kinds, 0.34, free)
        if on_hill:
            grove(stage, scheme, source, (x - 300, x + 300), 668, 88, 9, 0.1)
        else:
            grove(stage, scheme, source, (100, x - 220), 672, 92, 3, 0.12)
            grove(stage, scheme, source, (x + 220, 1500), 672, 92, 3, 0.12)
            DRAW[town.landmark](stage, x, 676, scheme, source, town.style)
        reach = REACH[town.landmark]
        keep = (0, 0) if on_hill else (x - reach, x + reach)
        span = {"city": (60, 1500), "coast": (90, 1480), "river": (150, 1430)}.get(
            land, (190, 1370)
        )
        ground(stage, scheme, source, 694)
        row(stage, scheme, source, span, 712, 0.98, kinds, 0.0, keep)
        if not on_hill:
            for edge in (keep[0] + 16, keep[1] - 16):
                any_tree(stage, edge, 716, source.uniform(64, 84), scheme, source)
    front(stage, scheme, source, land)
    if land == "coast" and not scheme.moon:
        gulls(stage, source, (200, 150, 1400, 420), 5)


def bridge_scene(stage: Stage, scheme: Scheme, source, town: Town, x: float) -> None:
    """A bridge over the water, the town on the far bank."""
    land, kinds = town.landscape, KINDS[town.landscape]
    back(stage, scheme, source, land)
    crown = {"coast": "brick", "plain": "stone", "hills": "stone", "mountains": "onion",
             "river": "onion",
             "city": "twin"}[land]  # fmt: skip
    cx = 1600 - x
    with stage.scaled(1.12, (800, 640)):
        row(stage, scheme, source, (0, 1580), 588, 0.7, kinds, 0.36)
        church(stage, cx, 612, scheme, source, crown)
        grove(stage, scheme, source, (60, 1540), 622, 80, 8, 0.15)
        row(stage, scheme, source, (0, 1560), 640, 0.86, kinds, 0.1, (cx - 70, cx + 70))
    ground(stage, scheme, source, 634, 1)
    stage.lay(sheet(swell(668, 66, 6), scheme.water[0]), 4)
    stage.lay(sheet(swell(704, 76, 7), scheme.water[1]), 4)
    bridge(stage, x, 742, scheme, source, town.style)
    stage.lay(sheet(swell(768, 90, 8), scheme.water[1]), 5)
    for bx in (source.uniform(260, 560), source.uniform(1060, 1340)):
        sailing_boat(stage, bx, 826, 108, PAPER, scheme.roofs[0], source)
    stage.lay(sheet(swell(836, 104, 9), scheme.water[2]), 6)
    banks(stage, scheme, source)
    if scheme.snow:
        flakes(stage, source)


def lighthouse_scene(stage: Stage, scheme: Scheme, source, town: Town, side: int) -> None:
    back(stage, scheme, source, "coast")
    sand = mix(scheme.stone, PAPER, 0.2) if not scheme.snow else scheme.fields[1]

    def turned(points: list) -> list:
        line = curve(points)
        return line if side > 0 else [(W - px, py) for px, py in reversed(line)]

    low = turned([(-40, 700), (240, 672), (520, 690), (820, 716), (1200, 700), (1640, 690)])
    stage.lay(sheet(low, mix(scheme.ridges[2], sand, 0.3)), 6)
    with stage.scaled(1.14, (800, 712)):
        span = (120, 720) if side > 0 else (880, 1480)
        row(stage, scheme, source, span, 706, 0.84, ("cottage", "eaves", "gable"), 0.08)
        high = turned(
            [(-60, 800), (300, 775), (620, 745), (900, 690), (1160, 664), (1400, 672), (1660, 700)]
        )
        dune(stage, source, high, sand, scheme)
        lighthouse(stage, 1110 if side > 0 else 490, 690, scheme, source, town.style)
    near = turned([(-40, 780), (300, 806), (700, 834), (1100, 818), (1640, 780)])
    dune(stage, source, near, mix(sand, scheme.fields[-1], 0.25), scheme)
    for i in range(4):
        bx = (150 if side > 0 else 900) + i * 152 + source.uniform(-22, 22)
        cloth = scheme.roofs[i % 2] if not scheme.snow else scheme.trees[0]
        beach_chair(stage, bx, 866 + source.uniform(-8, 22), 100, cloth)
    if not scheme.moon:
        gulls(stage, source, (200, 150, 1400, 430), 6)
    if scheme.snow:
        flakes(stage, source)


def pier_scene(stage: Stage, scheme: Scheme, source, town: Town) -> None:
    back(stage, scheme, source, "coast")
    x = 860 + source.uniform(-40, 80)
    for end, tone in ((560, scheme.ridges[1]), (430, scheme.ridges[2])):
        cape = curve([(-40, 470), (120, 478), (280, 520), (end - 90, 592), (end + 40, 640)])
        stage.lay(Cut().poly([*cape, (-40, 700)], tone), 6)
    row(stage, scheme, source, (-30, 330), 604, 0.62, ("curved", "gable", "eaves"), 0.22)
    grove(stage, scheme, source, (0, 430), 634, 74, 8, 0.1)
    sailing_boat(stage, 1420, 664, 84, PAPER, scheme.roofs[0], source)
    stage.lay(sheet(swell(652, 84, 8), mix(scheme.water[2], scheme.water[1], 0.4)), 5)
    with stage.scaled(1.16, (x, 712)):
        pier(stage, x, 706, scheme, source, town.style)
    stage.lay(sheet(swell(748, 90, 9), scheme.water[2]), 5)
    sand = mix(scheme.stone, PAPER, 0.3) if not scheme.snow else scheme.fields[1]
    beach = curve([(-40, 786), (300, 816), (760, 838), (1200, 816), (1640, 776)])
    stage.lay(sheet(beach, mix(sand, PAPER, 0.4)), 4)
    stage.lay(sheet([(px, py + 16) for px, py in beach], sand), 5)
    for i in range(7):
        bx = 60 + i * 222 + source.uniform(-46, 46)
        cloth = scheme.roofs[i % 2] if not scheme.snow else scheme.trees[0]
        beach_chair(stage, bx, 888 + source.uniform(-22, 6), 92, cloth)
    gulls(stage, source, (150, 140, 1450, 400), 7)
