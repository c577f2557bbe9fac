"""Towns at a lake: a landing stage with its boathouse, or a harbour light on a mole."""

import random

from .foregrounds import banks
from .landmarks import church, dress, finial, paint
from .landscapes import back, flakes, ground, sheet, swell
from .palette import INK, PAPER, ROST, SENF, SNOW, WOOD, Scheme, hexa, mix
from .paper import Cut, Stage, arc
from .plants import grove, reed
from .streets import row
from .things import flag, gulls, sailing_boat


def far_bank(stage: Stage, scheme: Scheme, source, land: str, kinds: tuple, x: float) -> None:
    """The town across the water, its church near x, and the lake in front of it."""
    back(stage, scheme, source, land)
    crown = {"plain": "brick", "hills": "stone", "mountains": "onion"}.get(land, "stone")
    with stage.scaled(1.1, (800, 640)):
        row(stage, scheme, source, (120, 1480), 588, 0.66, kinds, 0.4)
        church(stage, x, 612, scheme, source, crown)
        grove(stage, scheme, source, (40, 1560), 622, 84, 11, 0.12)
        row(stage, scheme, source, (60, 1540), 634, 0.8, kinds, 0.1, (x - 70, x + 70))
    grove(stage, scheme, source, (-20, 320), 652, 96, 5, 0.05)
    grove(stage, scheme, source, (1300, 1620), 652, 96, 5, 0.05)
    ground(stage, scheme, source, 640, 1)
    for tone, y in zip((scheme.water[0], scheme.water[1]), (664, 706), strict=True):
        stage.lay(sheet(swell(y, 74, 6), tone), 4)


def lake_scene(stage: Stage, scheme: Scheme, source, land: str, kinds: tuple, style: str) -> None:
    """The pier of a town without a sea; styles: thatch, red (the boathouse's roof)."""
    left = source.random() < 0.5
    far_bank(stage, scheme, source, land, kinds, 1120 if left else 480)
    for x in (700, 930):
        sailing_boat(stage, x + source.uniform(-50, 50), 728, 76, PAPER, scheme.roofs[0], source)
    with stage.scaled(1.12, (800, 800)):
        jetty(stage, 470 if left else 1130, 806, scheme, source, style, left)
    stage.lay(sheet(swell(826, 96, 8), scheme.water[2]), 5)
    sailing_boat(stage, 1060 if left else 540, 862, 150, PAPER, scheme.roofs[0], source)
    stage.lay(sheet(swell(872, 104, 8), mix(scheme.water[2], INK, 0.12)), 5)
    banks(stage, scheme, source)
    for i in range(5):
        x = 1180 + i * 62 if left else 420 - i * 62
        reed(
            stage, x, 908, 104, scheme.fields[2] if not scheme.snow else scheme.stone, WOOD, source
        )
    if scheme.snow:
        flakes(stage, source)


def jetty(stage, x, base, scheme: Scheme, source: random.Random, style: str, left: bool) -> None:
    """A boathouse on stilts at the end of a wooden landing stage."""
    wood = paint(scheme, mix(WOOD, PAPER, 0.22))
    side = -1 if left else 1
    far = 40 if left else 1560
    posts = Cut()
    for i in range(14):
        px = x - side * 250 + (far - x + side * 250) * i / 13
        posts.rect(px - 5, base - 34, 10, 70, mix(wood, INK, 0.35))
    stage.lay(posts, 3)
    low, high = sorted((x - side * 262, far))
    deck = Cut().rect(low, base - 42, high - low, 14, wood)
    for i in range(int((high - low) / 26)):
        deck.rect(low + i * 26, base - 42, 2, 14, mix(wood, INK, 0.25))
    stage.lay(deck, 5)
    look = dress(scheme, source, hexa("#8C5A3C"), SNOW if scheme.snow else ROST)
    roof = hexa("#B99B5E") if style == "thatch" else hexa("#A8431F")
    roof = SNOW if scheme.snow else paint(scheme, roof)
    floor = base - 40
    face = Cut().poly([(x - 116, floor), (x - 116, floor - 104), (x, floor - 216), (x + 116,
                                                                                    floor - 104),
                       (x + 116, floor)], look.wall)  # fmt: skip
    for i in range(15):
        face.rect(x - 112 + i * 15.6, floor - 102, 2.4, 102, mix(look.wall, INK, 0.22))
    face.rect(x - 116, floor - 106, 232, 6, look.frame)
    face.arch(x - 58, floor, 116, 92, mix(INK, look.wall, 0.15))
    face.arch(x - 17, floor - 124, 34, 46, look.window)
    for dx in (-96, 70):
        face.rect(x + dx, floor - 78, 26, 34, look.frame)
        face.rect(x + dx + 3, floor - 75, 20, 28, look.window)
    stage.lay(face, 6)
    thick = 34 if style == "thatch" else 20
    cap = [(x - 146, floor - 84), (x, floor - 226), (x + 146, floor - 84), (x + 146,
                                                                            floor - 84 - thick),
           (x, floor - 232 - thick), (x - 146, floor - 84 - thick)]  # fmt: skip
    stage.lay(Cut().poly(cap, roof), 5)
    flag(stage, x - side * 226, floor - 150, 150, SENF)
    bench = Cut().rect(x + side * 170 - 44, floor - 30, 88, 7, look.wall)
    bench.rect(x + side * 170 - 44, floor - 50, 88, 7, look.wall)
    for dx in (-36, 30):
        bench.rect(x + side * 170 + dx, floor - 52, 6, 52, look.wall)
    stage.lay(bench, 2)


def harbour_light(stage: Stage, scheme: Scheme, source, land: str, kinds: tuple) -> None:
    """An inland lighthouse on the harbour mole, mountains beyond the lake."""
    far_bank(stage, scheme, source, land, kinds, 560)
    for x in (640, 860):
        sailing_boat(stage, x, 726, 76, PAPER, scheme.roofs[0], source)
    x, base = 1130, 772
    stone = paint(scheme, hexa("#DCCBA4"))
    mole = Cut().poly(
        [(880, 776), (900, 744), (1620, 744), (1620, 850), (870, 850)], mix(scheme.stone, INK, 0.08)
    )
    for i in range(26):
        mole.rect(900 + (i * 53) % 680, 758 + (i * 23) % 62, 26, 8, mix(scheme.stone, INK, 0.22))
    stage.lay(mole, 6)
    stage.lay(Cut().rect(890, 738, 730, 12, mix(scheme.stone, PAPER, 0.5)), 3)
    base = 740
    shaft = Cut().poly(
        [(x - 66, base), (x - 48, base - 372), (x + 48, base - 372), (x + 66, base)], stone
    )
    shaft.poly(
        [(x + 20, base), (x + 14, base - 372), (x + 48, base - 372), (x + 66, base)],
        mix(stone, INK, 0.12),
    )
    shaft.disc(x - 8, base - 196, 30, SENF).disc(x - 8, base - 196, 25, PAPER)
    shaft.bar((x - 8, base - 194), (x - 8, base - 214), 5, INK)
    shaft.bar((x - 8, base - 196), (x + 6, base - 190), 5, INK)
    for y in (80, 270, 328):
        shaft.arch(x - 18, base - y, 20, 38, scheme.window)
    stage.lay(shaft, 7)
    stage.lay(Cut().rect(x - 62, base - 384, 124, 16, mix(stone, PAPER, 0.4)), 4)
    room = Cut().rect(x - 28, base - 432, 56, 50, mix(SENF, PAPER, 0.4))
    for dx in (-28, -2, 24):
        room.rect(x + dx, base - 432, 4, 50, INK)
    stage.lay(room, 4)
    hat = [(x - 40, base - 430), *arc(x, base - 430, 34, 44, 180, 360), (x + 40, base - 430)]
    stage.lay(Cut().poly(hat, paint(scheme, ROST)), 4)
    finial(stage, x, base - 470, 32, False)
    stage.lay(sheet(swell(806, 92, 8), scheme.water[2]), 5)
    sailing_boat(stage, 420, 858, 160, PAPER, scheme.roofs[0], source)
    stage.lay(sheet(swell(866, 104, 8), mix(scheme.water[2], INK, 0.12)), 5)
    gulls(stage, source, (200, 120, 1000, 330), 6)
