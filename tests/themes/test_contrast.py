"""WCAG 2.2 contrast of every pair of colours that meet, computed from the tokens."""

import re

import pytest

from themes.stylesheets import SOURCE_DIR

TEXT = 4.5
EDGE = 3.0
# Text and its ground.
TEXT_PAIRS = [
    *(("ink", ground) for ground in ("paper", "sheet", "band", "alert-wash", "highlight-wash")),
    *(("ink-soft", ground) for ground in ("paper", "sheet", "band", "highlight-wash")),
    *(("link", ground) for ground in ("paper", "sheet", "band", "highlight-wash", "good-wash")),
    *(("link-hover", ground) for ground in ("paper", "sheet", "good-wash")),
    *(("alert", ground) for ground in ("paper", "sheet", "alert-wash")),
    ("good", "good-wash"),
    ("on-button", "button"),
    ("on-button", "button-hover"),
    ("on-panel", "panel"),
    ("on-panel", "panel-deep"),
    ("on-panel-soft", "panel"),
    ("on-footer", "footer"),
    ("on-highlight", "highlight"),
    ("on-highlight", "highlight-hover"),
    ("leaf-ink", "leaf-paper"),
    ("leaf-on-band", "leaf-band"),
    ("leaf-sunday", "leaf-paper"),
]
# Edges of controls, focus rings, icons, numbers of 24 px and more.
EDGE_PAIRS = [
    ("line-strong", "paper"),
    ("line-strong", "sheet"),
    ("button", "paper"),
    ("button", "sheet"),
    ("on-panel-soft", "panel"),
    ("highlight", "panel"),
    ("focus-colour", "paper"),
    ("focus-colour", "sheet"),
    ("focus-colour", "band"),
]


def tokens(css: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+):\s*(#[0-9a-f]{6});", css))


def themes() -> dict[str, dict[str, str]]:
    light, dark = (SOURCE_DIR / "rathaus.css").read_text().split("@media", 1)
    return {"light": tokens(light), "dark": {**tokens(light), **tokens(dark)}}


def luminance(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("pairs", "least"), [(TEXT_PAIRS, TEXT), (EDGE_PAIRS, EDGE)], ids=["text", "edges"]
)
def test_contrast(scheme, pairs, least):
    colours = themes()[scheme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in pairs}
    assert {pair: ratio for pair, ratio in found.items() if ratio < least} == {}


def test_dark_names_only_tokens_that_light_has():
    light, dark = (SOURCE_DIR / "rathaus.css").read_text().split("@media", 1)
    assert set(tokens(dark)) <= set(tokens(light))
