"""The twelve invented people of the portraits: their papers, and what is to be seen."""

from typing import NamedTuple

from .palette import (
    INK,
    MOSS,
    PAPER,
    PLUM,
    ROST,
    SAGE,
    SENF,
    SLATE,
    TANNE,
    Colour,
    hexa,
)

PALE, FAIR, TAN, BROWN, DARK = (
    hexa(v) for v in ("#EBCDB2", "#DDB08C", "#C68E66", "#9A6446", "#6E4632")
)
BLACK, GREY, WHITE, BLOND, RED, CHESTNUT = (
    hexa(v) for v in ("#2A2628", "#9A9C9C", "#ECE9E2", "#D3A64E", "#A9532B", "#5B3A28")
)


class Person(NamedTuple):
    """The papers of one portrait."""

    ground: Colour
    disc: Colour
    skin: Colour
    hair: Colour
    style: str
    coat: Colour
    neck: str
    accent: Colour
    extra: tuple[str, ...]
    shows: str


PEOPLE = (
    Person(SAGE, SENF, FAIR, GREY, "bun", TANNE, "scarf", ROST, ("round glasses",),
           "Frau mit grauem Dutt, runder Brille und rostrotem Schal"),
    Person(hexa("#C9D8DA"), TANNE, PALE, CHESTNUT, "short", ROST, "collar", PAPER, ("beard",),
           "Mann mit kurzem braunem Haar, Vollbart und Hemdkragen"),
    Person(hexa("#E8C77A"), ROST, BROWN, BLACK, "curls", hexa("#2B5470"), "round", PAPER,
           ("earrings",),
           "Frau mit schwarzen Locken, Ohrringen und blauem Pullover"),
    Person(hexa("#E9C9B6"), SLATE, PALE, WHITE, "fringe", hexa("#8C6A30"), "knit", SENF,
           ("square glasses",),
           "Mann mit weißem Haarkranz, eckiger Brille und Strickjacke"),
    Person(hexa("#D5DCC0"), PLUM, TAN, BLACK, "headscarf", SLATE, "round", SENF, (),
           "Frau mit senfgelbem Kopftuch und grauer Jacke"),
    Person(hexa("#F1E2C4"), MOSS, FAIR, BLOND, "long", hexa("#B9583A"), "v", PAPER, (),
           "Frau mit langem blondem Haar und ziegelroter Bluse"),
    Person(hexa("#BFD0D6"), SENF, DARK, BLACK, "crop", TANNE, "collar", SENF, ("round glasses",),
           "Mann mit sehr kurzem schwarzem Haar, runder Brille und grünem Hemd"),
    Person(hexa("#DDB9A4"), TANNE, PALE, RED, "bob", INK, "turtle", INK, (),
           "Frau mit rotem Pagenkopf und dunklem Rollkragen"),
    Person(hexa("#C8D2B2"), ROST, TAN, CHESTNUT, "beanie", hexa("#3E6B86"), "hood", PAPER,
           ("beard",),
           "Mann mit grüner Mütze, Bart und blauem Kapuzenpullover"),
    Person(hexa("#EBD3A0"), SLATE, FAIR, CHESTNUT, "braid", MOSS, "round", PAPER, (),
           "Frau mit braunem Zopf über der Schulter und moosgrünem Pullover"),
    Person(hexa("#CBD8DC"), hexa("#B9583A"), FAIR, GREY, "cap", hexa("#33464F"), "scarf", SENF,
           ("beard",),
           "Mann mit Schirmmütze, grauem Bart und gelbem Schal"),
    Person(hexa("#E4CDBF"), MOSS, BROWN, BLACK, "side", PLUM, "collar", PAPER, ("square glasses",),
           "junger Mensch mit seitlich gescheiteltem Haar, eckiger Brille und pflaumenblauem Hemd"),
)  # fmt: skip
