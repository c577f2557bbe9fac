"""Colours: the five of the house, their companions, and the schemes of day and season."""

from dataclasses import dataclass

Colour = tuple[int, int, int]


def hexa(value: str) -> Colour:
    """Turn "#RRGGBB" into a tuple of three bytes."""
    return (int(value[1:3], 16), int(value[3:5], 16), int(value[5:7], 16))


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """Blend `share` (0..1) of the second colour into the first."""
    return tuple(round(a + (b - a) * share) for a, b in zip(first, second, strict=True))


PAPER = hexa("#FBF7EF")
INK = hexa("#20262E")
TANNE = hexa("#1F5A4C")
ROST = hexa("#A8431F")
SENF = hexa("#D9A21B")

CREAM = hexa("#F1E2C4")
SAND = hexa("#E3CC9F")
BLUE = hexa("#7F9FB0")
MIST = hexa("#C9D8DA")
NIGHT = hexa("#26394B")
MOSS = hexa("#7C8B4F")
SAGE = hexa("#A9BCA0")
BRICK = hexa("#B9583A")
ROSE = hexa("#DBA58C")
SLATE = hexa("#51606B")
SNOW = hexa("#F4F6F5")
WOOD = hexa("#7A5236")
PLUM = hexa("#7B4650")
TIMBER = hexa("#5A3A28")
STONE = hexa("#CFC3AC")


@dataclass(frozen=True)
class Scheme:
    """All papers of one town picture, from the sky to the nearest meadow."""

    name: str
    sky: tuple[Colour, ...]  # back to front, one to three sheets
    disc: Colour  # sun or moon
    cloud: Colour
    ridges: tuple[Colour, Colour, Colour]  # far to near
    fields: tuple[Colour, ...]  # stripes of the land in front
    water: tuple[Colour, Colour, Colour]  # far to near
    walls: tuple[Colour, ...]
    roofs: tuple[Colour, ...]
    window: Colour
    trees: tuple[Colour, ...]
    timber: Colour = TIMBER
    stone: Colour = STONE
    lit: bool = False  # windows shine
    snow: bool = False
    bare: bool = False  # trees without leaves
    moon: bool = False


_WALLS = (PAPER, CREAM, hexa("#EBCB7E"), ROSE, hexa("#B9CBCB"), hexa("#C9CDA6"))
_ROOFS = (ROST, BRICK, hexa("#8E3B22"), SLATE)

SCHEMES = {
    scheme.name: scheme
    for scheme in (
        Scheme(
            "morgen",
            (hexa("#DDE7E2"), hexa("#E8ECDF"), hexa("#F3EEDD")),
            SENF,
            PAPER,
            (hexa("#A9C0B8"), hexa("#75998D"), hexa("#447869")),
            (hexa("#2E6A58"), TANNE, MOSS, hexa("#9BA65F"), hexa("#DDB54E")),
            (hexa("#A5C3C6"), hexa("#7AA5AD"), hexa("#4F818D")),
            _WALLS,
            _ROOFS,
            hexa("#3B4A55"),
            (TANNE, hexa("#35705A"), MOSS),
        ),
        Scheme(
            "mittag",
            (hexa("#A9C6CF"), hexa("#BDD3D6"), hexa("#D3E0DC")),
            hexa("#F6E3A1"),
            PAPER,
            (hexa("#9DB79F"), hexa("#7C9C6C"), hexa("#5F8254")),
            (hexa("#4C7547"), MOSS, hexa("#A9AE5C"), hexa("#E0BC55"), hexa("#37664A")),
            (hexa("#8FB6C3"), hexa("#5F93A8"), hexa("#3B7189")),
            _WALLS,
            _ROOFS,
            hexa("#344754"),
            (hexa("#3F6E4A"), MOSS, TANNE),
        ),
        Scheme(
            "abend",
            (hexa("#E9A977"), hexa("#F0BE8C"), hexa("#F5D3A6")),
            hexa("#BF4B22"),
            hexa("#FBE6CB"),
            (hexa("#C48A76"), hexa("#95656A"), hexa("#5E4A5C")),
            (hexa("#3B4650"), hexa("#2C4B4C"), hexa("#56584C"), hexa("#8A6A4A"), TANNE),
            (hexa("#D99C7E"), hexa("#A9727A"), hexa("#6C5468")),
            (hexa("#F8E3C4"), hexa("#EBC28E"), hexa("#D99A78"), hexa("#B98590"), CREAM),
            (hexa("#7E2F24"), hexa("#5B3440"), hexa("#93402A"), hexa("#3F4552")),
            hexa("#4A3540"),
            (hexa("#2C4B4C"), hexa("#3E5248"), hexa("#5E4A5C")),
        ),
        Scheme(
            "nacht",
            (hexa("#1F3144"), hexa("#283D52"), hexa("#344C62")),
            hexa("#F6ECCB"),
            hexa("#55708A"),
            (hexa("#3C566B"), hexa("#2D4659"), hexa("#203647")),
            (hexa("#1B3B3A"), hexa("#17312F"), hexa("#2A4A44"), hexa("#3A5650"), hexa("#22423F")),
            (hexa("#4B6B84"), hexa("#36566F"), hexa("#243F56")),
            (hexa("#8296A3"), hexa("#6F8592"), hexa("#A9A99A"), hexa("#8C7F84"), hexa("#7C8E86")),
            (hexa("#7A3A2C"), hexa("#5E3434"), hexa("#2C3644"), hexa("#8C4630")),
            hexa("#F2C14E"),
            (hexa("#17312F"), hexa("#1F403C"), hexa("#2A4A44")),
            stone=hexa("#8E958F"),
            lit=True,
            moon=True,
        ),
        Scheme(
            "herbst",
            (hexa("#EBD9B4"), hexa("#F1E3C4"), hexa("#F7EDD8")),
            ROST,
            PAPER,
            (hexa("#D3B184"), hexa("#BD8344"), hexa("#94592C")),
            (hexa("#6D4A2C"), hexa("#8C6A30"), hexa("#C98F2E"), SENF, hexa("#54542F")),
            (hexa("#B5C0B5"), hexa("#86A09E"), hexa("#577A7D")),
            (PAPER, CREAM, hexa("#E8C77A"), hexa("#D9A07C"), hexa("#C9C6AE")),
            (hexa("#8E3B22"), ROST, hexa("#6B3A2A"), SLATE),
            hexa("#3F3A3A"),
            (hexa("#B8682A"), hexa("#D08A28"), hexa("#8C3E20"), hexa("#6F6B34")),
        ),
        Scheme(
            "winter",
            (hexa("#8FAEBD"), hexa("#A5BEC9"), hexa("#BACED5")),
            hexa("#F6E0A8"),
            SNOW,
            (hexa("#8AA5B3"), hexa("#A9C0CA"), hexa("#D3E0E4")),
            (SNOW, hexa("#E3EBED"), hexa("#CBDAE0"), hexa("#EEF3F3"), hexa("#B9CDD6")),
            (hexa("#8FB0BF"), hexa("#6B93A6"), hexa("#4C788E")),
            (hexa("#E6BF77"), hexa("#C06B4C"), hexa("#7F9C9A"), hexa("#D69A80"), hexa("#A8A87C")),
            (SNOW,),
            hexa("#3B4A55"),
            (hexa("#2F5F55"), TANNE, hexa("#44695F")),
            snow=True,
            bare=True,
        ),
        Scheme(
            "senf",
            (hexa("#DDAE3C"), hexa("#E5BC57"), hexa("#ECCB77")),
            PAPER,
            hexa("#F8E8BD"),
            (hexa("#A9A45A"), hexa("#6C8758"), hexa("#3C7057")),
            (TANNE, hexa("#2D6A55"), hexa("#174538"), hexa("#6C8758"), hexa("#B9AF5E")),
            (hexa("#8EAE9C"), hexa("#5B8C84"), hexa("#2F6A68")),
            (PAPER, CREAM, hexa("#F6DFA5"), hexa("#E6B79A"), hexa("#CFD3B2")),
            (ROST, hexa("#8E3B22"), hexa("#7A3324"), INK),
            hexa("#2B3A3A"),
            (TANNE, hexa("#174538"), hexa("#3C7057")),
        ),
        Scheme(
            "fruehling",
            (hexa("#E7E3D2"), hexa("#EEEADB"), hexa("#F6F2E6")),
            hexa("#E7B43C"),
            hexa("#FFFDF8"),
            (hexa("#C3D0A8"), hexa("#A3B978"), hexa("#7FA05C")),
            (hexa("#5D8A4C"), hexa("#7FA052"), hexa("#B4BF5E"), hexa("#E8CB62"), hexa("#3F7352")),
            (hexa("#A9C9C6"), hexa("#7CB0B0"), hexa("#4F8B90")),
            _WALLS,
            (ROST, BRICK, hexa("#C9694A"), SLATE),
            hexa("#41505A"),
            (hexa("#5D8A4C"), hexa("#E6B9AE"), hexa("#F2DCD0"), hexa("#3F7352")),
        ),
    )
}
