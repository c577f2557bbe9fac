"""Tenements with shops, and whole rows of houses."""

import random
from collections.abc import Sequence

from .buildings import chimney, coat, eaves, gable, show_gable, windows
from .palette import INK, PAPER, Colour, Scheme, mix
from .paper import Cut, Stage


def tenement(stage, x, base, w, h, rise, look, source) -> None:
    """A town house of four or five floors with a shop."""
    chimney(stage, x + w * source.uniform(0.15, 0.75), base - h - rise - 14, 11, look)
    roof = [(x + 2, base - h), (x + w * 0.07, base - h - rise), (x + w * 0.93, base - h - rise),
            (x + w - 2, base - h)]  # fmt: skip
    stage.lay(Cut().poly(roof, look.roof), 4)
    size = 15
    shop = 46
    face = Cut().rect(x, base - h, w, h, look.wall)
    windows(face, x + 4, base - h + 10, w - 8, h - shop - 12, size, look, source)
    face.rect(x, base - shop - 4, w, 4, look.frame)
    for i in range(2):
        left = x + w * (0.08 + 0.47 * i)
        face.rect(left, base - shop + 8, w * 0.37, shop - 8, look.window)
    stage.lay(face, 5)
    trim = Cut().rect(x - 3, base - h - 2, w + 6, 7, mix(look.wall, look.frame, 0.7))
    stage.lay(trim, 2)
    if source.random() < 0.6:
        awning(stage, x + w * 0.05, base - shop + 4, w * 0.43, look.door)
    if source.random() < 0.5:
        for row in (0.42, 0.68):
            y = base - h + (h - shop) * row + 9
            rail = Cut().rect(x + w * 0.34, y + 12, w * 0.32, 4, look.frame)
            rail.rect(x + w * 0.34, y, w * 0.32, 2.4, mix(look.wall, INK, 0.6))
            for i in range(8):
                rail.rect(x + w * (0.34 + 0.044 * i), y, 2, 13, mix(look.wall, INK, 0.6))
            stage.lay(rail, 2)


def awning(stage: Stage, x: float, y: float, w: float, colour: Colour) -> None:
    sheet, count = Cut(), 6
    for i in range(count):
        part = w / count
        tone = colour if i % 2 == 0 else PAPER
        sheet.poly([(x + part * i, y), (x + part * (i + 1), y), (x + part * (i + 1) + 1, y + 15),
                    (x + part * i - 1, y + 15)], tone)  # fmt: skip
    stage.lay(sheet, 3)


def build(kind: str, stage, x, base, w, h, rise, look, source) -> None:
    """Draw one house of the named kind."""
    match kind:
        case "stepped" | "curved":
            show_gable(stage, x, base, w, h, rise, look, source, kind)
        case "tenement":
            tenement(stage, x, base, w * 1.25, h * 1.75, rise * 0.45, look, source)
        case "timber" | "gable":
            gable(stage, x, base, w, h, rise, look, source, kind == "timber")
        case "cottage":
            eaves(stage, x, base, w * 1.2, h * 0.62, rise * 1.1, look, source)
        case _:
            eaves(stage, x, base, w * 1.1, h, rise, look, source, kind == "timber-eaves")


def row(
    stage: Stage, scheme: Scheme, source: random.Random, span: tuple[float, float], base: float,
    size: float, kinds: Sequence[str], fade: float = 0.0, keep: tuple[float, float] = (0, 0),
) -> None:  # fmt: skip
    """A street of houses from span[0] to span[1]; the stretch `keep` stays free."""
    x = span[0]
    plan = []
    while x < span[1]:
        kind = source.choice(kinds)
        w = source.uniform(74, 112) * size
        full = w * {"tenement": 1.25, "cottage": 1.2, "eaves": 1.1}.get(kind, 1.0)
        h = source.uniform(74, 124) * size
        rise = w * source.uniform(0.55, 0.78)
        if not (x + full > keep[0] and x < keep[1]):
            plan.append((source.random(), kind, x, w, h, rise))
        x += full * source.uniform(0.9, 1.02)
    for _, kind, left, w, h, rise in sorted(plan):
        look = coat(scheme, source, fade)
        shift = source.uniform(-5, 5) * size
        build(kind, stage, left, base + shift, w, h, rise, look, source)
