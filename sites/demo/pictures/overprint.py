"""Two inks on paper: each a plate, multiplied where they meet, printed slightly out of register."""

import random

from PIL import Image, ImageChops, ImageDraw

from .palette import INK, PAPER, ROST, SENF, TANNE, Colour, hexa, mix
from .paper import SCALE, Cut, grain

SIZE = (1200, 800)
WHITE: Colour = (255, 255, 255)
INKS: dict[str, tuple[Colour, Colour]] = {
    "tanne": (SENF, TANNE),
    "rost": (mix(ROST, PAPER, 0.16), INK),
    "blau": (hexa("#E3A79A"), hexa("#2B5470")),
}


class Plates:
    """What each of the two inks prints; a shape without colour is left white."""

    def __init__(self) -> None:
        self.light = Cut()
        self.dark = Cut()


ON: Colour = WHITE


def plate(cut: Cut, shift: tuple[float, float], source: random.Random) -> Image.Image:
    """The plate as a mask, its ink a little thin here and there as on soft paper."""
    mask = Image.new("L", (SIZE[0] * SCALE, SIZE[1] * SCALE), 0)
    draw = ImageDraw.Draw(mask)
    for points, colour in cut.shapes:
        corners = [((x + shift[0]) * SCALE, (y + shift[1]) * SCALE) for x, y in points]
        draw.polygon(corners, fill=255 if colour else 0)
    mask = mask.reduce(SCALE)
    left, top = source.randrange(2048 - SIZE[0]), source.randrange(2048 - SIZE[1])
    return ImageChops.multiply(mask, grain(34).crop((left, top, left + SIZE[0], top + SIZE[1])))


def press(plates: Plates, inks: str, seed: str, mirrored: bool = False) -> Image.Image:
    """Print both plates; the second lies four pixels off, as on a hand press."""
    source = random.Random(seed)
    sheet = Image.new("RGB", SIZE, PAPER)
    paper = grain(10).crop((300, 500, 300 + SIZE[0], 500 + SIZE[1]))
    sheet = ImageChops.multiply(sheet, Image.merge("RGB", (paper, paper, paper)))
    shifts = ((0.0, 0.0), (source.choice((-4.5, 4.5)), source.choice((-3.0, 3.0))))
    for cut, ink, shift in zip((plates.light, plates.dark), INKS[inks], shifts, strict=True):
        drawn = Cut().add(cut, SIZE[0], 0, flip=True) if mirrored else cut
        film = Image.new("RGB", SIZE, WHITE)
        film.paste(Image.new("RGB", SIZE, ink), (0, 0), plate(drawn, shift, source))
        sheet = ImageChops.multiply(sheet, film)
    return sheet
