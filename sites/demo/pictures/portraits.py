"""Cut-paper portraits: heads and shoulders without faces, for the invented people."""

from PIL import Image

from .hair import CX, both, hair_behind, hair_front
from .palette import (
    INK,
    PAPER,
    SENF,
    Colour,
    mix,
)
from .paper import Cut, Stage, arc, curve
from .people import PEOPLE, Person

SIZE = (800, 800)


def draw_portrait(number: int) -> Image.Image:
    """Draw portrait 1 to 12, 800 by 800 pixels."""
    who = PEOPLE[number - 1]
    stage = Stage(SIZE, who.ground, f"portrait-{number}")
    stage.lay(Cut().disc(CX, 390, 310, who.disc), 7)
    stage.lay(Cut().disc(CX, 390, 268, mix(who.disc, who.ground, 0.42)), 4)
    hair_behind(stage, who)
    stage.lay(
        Cut().poly(both([(CX, 720), (474, 620), (456, 420), (CX, 420)]), mix(who.skin, INK, 0.14)),
        3,
    )
    body(stage, who)
    head(stage, who)
    hair_front(stage, who)
    extras(stage, who)
    if who.neck == "scarf":
        scarf(stage, who.accent)
    return stage.image


def body(stage: Stage, who: Person) -> None:
    side = curve([(CX + 62, 556), (500, 580), (610, 620), (680, 700), (706, 830)], 8)
    dip = {"v": 690, "collar": 650, "turtle": 566, "hood": 628}.get(who.neck, 618)
    neck = (
        curve([(CX, dip), (CX + 40, dip - 16), (CX + 62, 556)], 6)
        if who.neck != "v"
        else [(CX, dip), (CX + 62, 556)]
    )
    stage.lay(Cut().poly(both(neck + side), who.coat), 7)
    fold = mix(who.coat, INK, 0.2)
    for side_x in (-1, 1):
        stage.lay(
            Cut().poly(
                [(CX + side_x * 212, 690), (CX + side_x * 222, 830), (CX + side_x * 204, 830)], fold
            ),
            1,
        )
    if who.neck == "collar":
        for s in (-1, 1):
            flap = [(CX + s * 60, 546), (CX + s * 4, 652), (CX + s * 58, 690), (CX + s * 100, 578)]
            stage.lay(Cut().poly(flap, who.accent), 4)
        buttons = Cut()
        for y in (712, 772):
            buttons.disc(CX, y, 8, mix(who.coat, PAPER, 0.6))
        stage.lay(buttons, 2)
    elif who.neck == "turtle":
        roll = both([(CX, 590), (474, 580), (466, 500), (CX, 508)])
        stage.lay(Cut().poly(roll, mix(who.coat, PAPER, 0.1)), 4)
    elif who.neck == "hood":
        ring = both(
            [
                *curve([(CX, 690), (470, 660), (520, 590), (500, 540), (462, 520)], 6),
                (462, 560),
                (CX, 630),
            ]
        )
        stage.lay(Cut().poly(ring, mix(who.coat, PAPER, 0.14)), 5)
        for s in (-1, 1):
            stage.lay(Cut().rect(CX + s * 34 - 3, 668, 6, 84, PAPER), 2)
    elif who.neck == "knit":
        for s in (-1, 1):
            edge = [(CX + s * 62, 556), (CX + s * 4, 690), (CX + s * 4, 830), (CX + s * 40, 830),
                    (CX + s * 40, 700),
                    (CX + s * 104, 574)]  # fmt: skip
            stage.lay(Cut().poly(edge, mix(who.coat, INK, 0.16)), 3)
        dots = Cut()
        for y in (730, 782):
            dots.disc(CX + 22, y, 9, who.accent)
        stage.lay(dots, 2)
    elif who.neck == "round":
        band = both(
            [
                *curve([(CX, 640), (CX + 46, 622), (CX + 76, 556)], 6),
                (CX + 58, 556),
                (CX + 36, 604),
                (CX, 618),
            ]
        )
        stage.lay(Cut().poly(band, mix(who.coat, PAPER, 0.16)), 2)


def head(stage: Stage, who: Person) -> None:
    if who.style not in ("headscarf", "long", "bob", "curls"):
        for s in (-1, 1):
            stage.lay(Cut().disc(CX + s * 112, 362, 20, mix(who.skin, INK, 0.08), 32), 3)
    right = curve(
        [(CX, 210), (468, 226), (510, 300), (506, 384), (474, 456), (426, 496), (CX, 502)], 8
    )
    face = Cut().poly(both(right), who.skin)
    shade = right + curve([(CX, 502), (430, 440), (418, 360), (446, 290), (CX, 210)], 8)
    face.poly(shade, mix(who.skin, INK, 0.09))
    stage.lay(face, 5)


def extras(stage: Stage, who: Person) -> None:
    if "beard" in who.extra:
        outer = curve([(CX, 556), (454, 540), (500, 470), (512, 366)], 8)
        inner = curve([(500, 366), (484, 410), (440, 424), (CX, 418)], 8)
        stage.lay(Cut().poly(both(outer + inner), who.hair), 4)
        stage.lay(Cut().disc(CX, 462, 30, mix(who.hair, PAPER, 0.14), 9), 1)
    if "earrings" in who.extra:
        for s in (-1, 1):
            stage.lay(Cut().disc(CX + s * 118, 424, 17, SENF), 3)
    if "round glasses" in who.extra:
        rims = Cut()
        for s in (-1, 1):
            rims.ring(CX + s * 53, 352, 43, 8, INK)
            rims.bar((CX + s * 94, 346), (CX + s * 112, 338), 7, INK)
        rims.poly(arc(CX, 350, 13, 11, 180, 360) + arc(CX, 350, 8, 5, 360, 180), INK)
        stage.lay(rims, 3, wobble=0)
    if "square glasses" in who.extra:
        rims = Cut()
        for s in (-1, 1):
            x = CX + s * 54
            rims.rect(x - 44, 322, 88, 60, INK).rect(x - 36, 330, 72, 44, None)
            rims.bar((CX + s * 96, 338), (CX + s * 114, 334), 8, INK)
        rims.rect(CX - 12, 342, 24, 8, INK)
        stage.lay(rims, 3, wobble=0)


def scarf(stage: Stage, tone: Colour) -> None:
    loop = both(
        curve([(CX, 640), (490, 622), (530, 560), (500, 512), (470, 500)], 8)
        + curve([(470, 520), (CX, 548)], 4)
    )
    tail = Cut().poly([(430, 600), (500, 590), (530, 780), (450, 790)], mix(tone, INK, 0.14))
    for i in range(5):
        tail.rect(453 + i * 16, 780, 8, 30, mix(tone, INK, 0.14))
    stage.lay(tail, 5)
    wrap = Cut().poly(loop, tone)
    stage.lay(wrap, 5)
    fold = curve([(300, 540), (CX, 590), (512, 560)], 8)
    stage.lay(Cut().line(fold, 4, mix(tone, INK, 0.2)), 0)
