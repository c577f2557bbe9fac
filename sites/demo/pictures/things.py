"""Small things that give a picture life: boats, beach chairs, a tram, lamps, gulls, people."""

import random

from .palette import INK, PAPER, SENF, SNOW, TANNE, WOOD, Colour, Scheme, hexa, mix
from .paper import Cut, arc, curve

SKIN = (hexa("#E3BC9A"), hexa("#B98362"), hexa("#D6A27E"))


def hull(x: float, y: float, w: float, colour: Colour) -> Cut:
    h = w * 0.2
    shell = Cut().poly([(x - w / 2, y - h), (x + w / 2, y - h), (x + w * 0.36, y), (x - w * 0.38,
                                                                                    y)],
                       colour)  # fmt: skip
    return shell.rect(x - w * 0.49, y - h, w * 0.98, h * 0.25, mix(colour, PAPER, 0.6))


def sailing_boat(stage, x, y, w, sail: Colour, colour: Colour, source: random.Random) -> None:
    """A boat with two sails, hull length `w`."""
    side = source.choice((-1, 1))
    mast = y - w * 1.3
    stage.lay(Cut().rect(x - w * 0.02, mast, w * 0.04, w * 1.15, WOOD), 1)
    big = curve([(x + side * w * 0.05, mast + 2), (x + side * w * 0.3, y - w * 0.75),
                 (x + side * w * 0.46, y - w * 0.3)], 6)  # fmt: skip
    stage.lay(Cut().poly([*big, (x + side * w * 0.05, y - w * 0.3)], sail), 3)
    small = [(x - side * w * 0.05, mast + w * 0.15), (x - side * w * 0.4, y - w * 0.28),
             (x - side * w * 0.05, y - w * 0.28)]  # fmt: skip
    stage.lay(Cut().poly(small, mix(sail, SENF, 0.45)), 3)
    stage.lay(hull(x, y, w, colour), 3)


def boat(stage, x, y, w, colour: Colour, cabin: Colour) -> None:
    """A small cutter with a wheelhouse."""
    house = Cut().rect(x - w * 0.06, y - w * 0.46, w * 0.26, w * 0.3, cabin)
    house.rect(x - w * 0.02, y - w * 0.41, w * 0.07, w * 0.09, INK)
    house.rect(x + w * 0.08, y - w * 0.41, w * 0.07, w * 0.09, INK)
    house.rect(x - w * 0.09, y - w * 0.49, w * 0.32, w * 0.045, colour)
    house.bar((x - w * 0.2, y - w * 0.2), (x - w * 0.2, y - w * 0.78), w * 0.025, WOOD)
    house.poly([(x - w * 0.19, y - w * 0.77), (x - w * 0.02, y - w * 0.71), (x - w * 0.19,
                                                                             y - w * 0.65)],
               SENF)  # fmt: skip
    stage.lay(house, 2)
    stage.lay(hull(x, y, w, colour), 3)


def punt(stage, x, y, w, colour: Colour, people: int, tones: tuple[Colour, ...]) -> None:
    """A flat Spreewald boat with guests on benches and a ferryman at the pole."""
    cloth = Cut()
    for i in range(people):
        px = x - w * 0.24 + w * 0.5 * i / max(1, people - 1)
        tone = tones[i % len(tones)]
        cloth.poly([(px - 13, y), (px - 11, y - 34), (px, y - 42), (px + 11, y - 34), (px + 13, y)],
                   tone)  # fmt: skip
        cloth.disc(px, y - 50, 9.5, SKIN[i % 3])
        if i % 2 == 0:
            cloth.poly(arc(px, y - 51, 10.5, 10.5, 170, 370), (INK, WOOD, PAPER)[i // 2 % 3])
        else:
            cloth.poly([(px - 16, y - 53), (px + 16, y - 53), (px + 8, y - 57), (px + 6, y - 64),
                        (px - 6, y - 64), (px - 8, y - 57)], SENF)  # fmt: skip
    fx = x + w * 0.4
    cloth.poly(
        [(fx - 12, y), (fx - 14, y - 62), (fx, y - 72), (fx + 14, y - 62), (fx + 12, y)], INK
    )
    cloth.disc(fx, y - 82, 10.5, SKIN[0])
    cloth.rect(fx - 14, y - 92, 28, 7, TANNE)
    cloth.bar((fx - 26, y - 150), (fx + 40, y + 26), 4, WOOD)
    stage.lay(cloth, 2.5)
    body = [(x - w * 0.56, y - 26), (x - w * 0.46, y - 10), (x + w * 0.44, y - 10), (x + w * 0.54,
                                                                                     y - 22),
            (x + w * 0.47, y + 14), (x - w * 0.44, y + 14)]  # fmt: skip
    stage.lay(Cut().poly(body, colour).rect(x - w * 0.45, y - 6, w * 0.9, 4, mix(colour, PAPER,
                                                                                 0.4)),
              4)  # fmt: skip


def beach_chair(stage, x, y, h, colour: Colour) -> None:
    """A Strandkorb: hooded wicker chair with striped lining."""
    w = h * 0.82
    shell = Cut().poly([(x, y), (x, y - h * 0.72), *arc(x + w / 2, y - h * 0.72, w / 2, h * 0.28,
                                                        180, 360),
                        (x + w, y - h * 0.72), (x + w, y)], mix(PAPER, SENF, 0.3))  # fmt: skip
    stage.lay(shell, 4)
    inner = Cut().rect(x + w * 0.12, y - h * 0.78, w * 0.76, h * 0.62, colour)
    for i in range(3):
        inner.rect(x + w * (0.2 + i * 0.24), y - h * 0.78, w * 0.11, h * 0.62, PAPER)
    inner.rect(x + w * 0.08, y - h * 0.3, w * 0.84, h * 0.16, mix(colour, INK, 0.2))
    stage.lay(inner, 1)


def lamp(stage, x, base, h, scheme: Scheme) -> None:
    post = Cut().rect(x - 3, base - h, 6, h, mix(INK, scheme.sky[0], 0.1))
    post.rect(x - 9, base - 12, 18, 12, INK)
    post.poly([(x - 15, base - h - 4), (x - 10, base - h + 28), (x + 10, base - h + 28),
               (x + 15, base - h - 4)], SENF if scheme.lit else mix(SENF, PAPER, 0.55))  # fmt: skip
    post.poly([(x - 19, base - h - 2), (x, base - h - 18), (x + 19, base - h - 2)], INK)
    stage.lay(post, 3)


def tram(stage, x, base, scheme: Scheme) -> None:
    """A tram of two cars, 420 px long."""
    body = Cut()
    glass = scheme.window if scheme.lit else mix(scheme.window, PAPER, 0.1)
    for car in range(2):
        left = x + car * 214
        body.rect(left, base - 92, 206, 80, SENF if not scheme.lit else mix(SENF, INK, 0.25))
        body.rect(left, base - 34, 206, 8, PAPER)
        for i in range(5):
            body.rect(left + 12 + i * 38, base - 80, 28, 34, glass)
        body.rect(left + 30, base - 12, 52, 10, INK)
        body.rect(left + 126, base - 12, 52, 10, INK)
        body.rect(left + 6, base - 100, 194, 9, mix(INK, PAPER, 0.25))
    body.bar((x + 100, base - 98), (x + 130, base - 126), 4, INK)
    body.bar((x + 130, base - 126), (x + 96, base - 150), 4, INK)
    stage.lay(body, 5)
    stage.lay(Cut().rect(-20, base - 152, 1640, 2, mix(INK, scheme.sky[-1], 0.3)), 0)


def fence(stage, x0, x1, y, scheme: Scheme) -> None:
    rail = Cut()
    tone = mix(WOOD, PAPER, 0.15)
    for level in (16, 34):
        rail.rect(x0, y - level, x1 - x0, 6, tone)
    x = float(x0)
    while x <= x1:
        rail.rect(x, y - 46, 9, 52, tone)
        if scheme.snow:
            rail.rect(x - 2, y - 50, 13, 6, SNOW)
        x += 68
    stage.lay(rail, 3)


def gulls(
    stage, source: random.Random, area: tuple[float, float, float, float], count: int
) -> None:
    flock = Cut()
    for _ in range(count):
        x, y, r = (
            source.uniform(area[0], area[2]),
            source.uniform(area[1], area[3]),
            source.uniform(15, 27),
        )
        left = curve([(x, y), (x - r * 0.5, y - r * 0.5), (x - r * 1.2, y - r * 0.2)], 5)
        under = curve(
            [(x - r * 1.2, y - r * 0.2), (x - r * 0.5, y - r * 0.26), (x, y + r * 0.2)], 5
        )
        flock.poly(left + under, PAPER)
        flock.poly([(2 * x - px, py) for px, py in left + under], PAPER)
    stage.lay(flock, 3)


def flag(stage, x, top, h, colour: Colour) -> None:
    pole = Cut().rect(x - 1.6, top, 3.2, h, mix(INK, PAPER, 0.2))
    pole.poly([(x + 1, top + 2), (x + h * 0.6, top + h * 0.14), (x + 1, top + h * 0.36)], colour)
    stage.lay(pole, 2)


def person(cut: Cut, x, base, h, coat: Colour, skin: Colour, hair: Colour) -> None:
    """A small standing figure without features."""
    cut.poly([(x - h * 0.13, base), (x - h * 0.17, base - h * 0.62), (x, base - h * 0.78),
              (x + h * 0.17, base - h * 0.62), (x + h * 0.13, base)], coat)  # fmt: skip
    cut.disc(x, base - h * 0.87, h * 0.12, skin)
    cut.poly(arc(x, base - h * 0.88, h * 0.13, h * 0.13, 180, 360), hair)
