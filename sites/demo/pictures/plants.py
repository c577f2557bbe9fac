"""Trees, bushes, reeds and flowers as cut leaves; `base` is the line they stand on."""

import random

from .palette import INK, PAPER, SNOW, WOOD, Colour, Scheme, mix
from .paper import Cut, Stage, arc


def light(colour: Colour) -> Colour:
    return mix(colour, PAPER, 0.25)


def round_tree(stage: Stage, x, base, h, colour: Colour, trunk: Colour = WOOD) -> None:
    r = h * 0.33
    stage.lay(Cut().poly([(x - h * 0.035, base), (x - h * 0.018, base - h * 0.6),
                          (x + h * 0.018, base - h * 0.6), (x + h * 0.035, base)], trunk),
              2)  # fmt: skip
    crown = Cut().disc(x, base - h + r, r, colour, r * 1.05)
    veins = light(colour)
    crown.bar((x, base - h * 0.2), (x, base - h + r * 0.5), max(1.5, h * 0.014), veins)
    for level in (0.42, 0.56, 0.7):
        y, reach = base - h * level, r * (0.62 if level < 0.6 else 0.45)
        for side in (-1, 1):
            crown.bar((x, y), (x + side * reach, y - reach * 0.7), max(1.3, h * 0.011), veins)
    stage.lay(crown, 4)


def poplar(stage: Stage, x, base, h, colour: Colour, trunk: Colour = WOOD) -> None:
    stage.lay(Cut().rect(x - h * 0.015, base - h * 0.14, h * 0.03, h * 0.14, trunk), 1)
    crown = Cut().leaf(x, base - h * 0.08, h * 0.27, h * 0.92, colour)
    crown.bar((x, base - h * 0.1), (x, base - h * 0.8), max(1.4, h * 0.011), light(colour))
    stage.lay(crown, 3.5)


def conifer(stage: Stage, x, base, h, colour: Colour, snow: bool = False) -> None:
    stage.lay(Cut().rect(x - h * 0.025, base - h * 0.14, h * 0.05, h * 0.14, WOOD), 1)
    for low, high, half in ((0.1, 0.55, 0.24), (0.32, 0.77, 0.19), (0.56, 1.0, 0.135)):
        skirt = [
            (x - h * half, base - h * low),
            (x, base - h * high),
            (x + h * half, base - h * low),
        ]
        stage.lay(Cut().poly(skirt, colour), 2)
        if snow:
            share = 0.42
            a = h * half * share
            y = base - h * (high - (high - low) * share)
            cap = [(x - a, y), (x, base - h * high - 1), (x + a, y), (x + a * 0.4, y - h * 0.03),
                   (x, y + h * 0.02), (x - a * 0.45, y - h * 0.035)]  # fmt: skip
            stage.lay(Cut().poly(cap, SNOW), 1)


def bare_tree(stage: Stage, x, base, h, colour: Colour, source: random.Random) -> None:
    """A winter tree: boughs only, built from ever shorter strips."""
    tree = Cut()

    def bough(px: float, py: float, angle: float, length: float, level: int) -> None:
        turn = angle + source.uniform(-0.12, 0.12)
        qx, qy = px + turn * length * 0.75, py - length * (1 - abs(turn) * 0.28)
        tree.bar((px, py), (qx, qy), max(1.4, length * 0.085), colour)
        if level:
            for side in (-0.55, 0.0, 0.55):
                bough(qx, qy, turn * 0.7 + side, length * source.uniform(0.52, 0.66), level - 1)

    bough(x, base, 0, h * 0.42, 3)
    stage.lay(tree, 2.5, wobble=0)


def bush(stage: Stage, x, base, r, colour: Colour) -> None:
    sheet = Cut().poly([(x - r, base), *arc(x, base, r, r * 0.82, 180, 360), (x + r, base)], colour)
    stage.lay(sheet, 3)


def grass(stage: Stage, x, base, h, colour: Colour, source: random.Random, blades=7) -> None:
    tuft = Cut()
    for i in range(blades):
        foot = x + (i - blades / 2) * h * 0.09
        tip = foot + (i - (blades - 1) / 2) * h * 0.14 + source.uniform(-3, 3)
        top = base - h * source.uniform(0.7, 1.05)
        tuft.poly([(foot - h * 0.04, base), (tip, top), (foot + h * 0.04, base)], colour)
    stage.lay(tuft, 2.5, wobble=0)


def reed(stage: Stage, x, base, h, stem: Colour, head: Colour, source: random.Random) -> None:
    """Bulrushes with brown heads."""
    sheet = Cut()
    for i in range(5):
        foot = x + (i - 2) * h * 0.11
        lean = (i - 2) * h * 0.07 + source.uniform(-4, 4)
        top = base - h * source.uniform(0.72, 1.0)
        sheet.poly([(foot - 2.4, base), (foot + lean - 1, top), (foot + lean + 1, top),
                    (foot + 2.4, base)], stem)  # fmt: skip
        if i % 2 == 0:
            sheet.line([(foot + lean, top + h * 0.02), (foot + lean * 0.9, top + h * 0.17)],
                       h * 0.045, head)  # fmt: skip
        else:
            sheet.poly([(foot - 3, base), (foot + lean * 3, top + h * 0.2), (foot + 3, base)], stem)
    stage.lay(sheet, 3, wobble=0)


def any_tree(stage: Stage, x, base, h, scheme: Scheme, source: random.Random, fade=0.0) -> None:
    """A tree that suits the season; `fade` moves it back into the haze."""
    haze = scheme.sky[-1]
    colour = mix(source.choice(scheme.trees), haze, fade)
    trunk = mix(mix(WOOD, INK, 0.3 if scheme.lit else 0), haze, fade)
    if scheme.bare:
        if source.random() < 0.5:
            conifer(stage, x, base, h, colour, scheme.snow)
        else:
            bare_tree(stage, x, base, h, trunk, source)
    elif source.random() < 0.4:
        poplar(stage, x, base, h * 1.2, colour, trunk)
    else:
        round_tree(stage, x, base, h, colour, trunk)


def grove(
    stage: Stage, scheme: Scheme, source: random.Random, span: tuple[float, float], base: float,
    h: float, count: int, fade: float = 0.0,
) -> None:  # fmt: skip
    """Several trees spread over a span, taller ones behind."""
    spots = sorted(source.uniform(*span) for _ in range(count))
    sizes = [h * source.uniform(0.7, 1.15) for _ in spots]
    for size, x in sorted(zip(sizes, spots, strict=True), reverse=True):
        any_tree(stage, x, base + source.uniform(-4, 6), size, scheme, source, fade)


def conifers(
    stage: Stage, source: random.Random, span: tuple[float, float], base, h: float, count: int,
    colour: Colour, snow: bool = False,
) -> None:  # fmt: skip
    for i in range(count):
        x = span[0] + (span[1] - span[0]) * (i + source.uniform(0.1, 0.9)) / count
        y = base(x) if callable(base) else base
        conifer(stage, x, y, h * source.uniform(0.65, 1.1), colour, snow)
