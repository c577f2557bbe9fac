"""The drawn pictures of the example network: repeatable, complete, described, small enough."""

from collections import Counter

import pytest
from PIL import Image

from sites.demo.pictures import load_catalogue, town_pictures
from sites.demo.pictures.catalogue import FILES, motif_pictures, picture
from sites.demo.pictures.descriptions import all_entries
from sites.demo.pictures.studio import draw, draw_all

SIZES = {
    "town": (1600, 900),
    "showcase": (1600, 900),
    "network": (1600, 900),
    "motif": (1200, 800),
    "portrait": (800, 800),
    "map": (720, 880),
}
PLACES = [
    (landscape, landmark)
    for landscape in ("coast", "plain", "hills", "mountains", "river", "city")
    for landmark in (
        "church",
        "townhall",
        "lighthouse",
        "windmill",
        "castle",
        "bridge",
        "waterTower",
        "pier",
        "tower",
    )
]


@pytest.mark.parametrize(
    ("kind", "key"),
    [("town", "hills-church-1"), ("motif", "chairs-2"), ("portrait", "05"), ("map", "14")],
)
def test_a_picture_drawn_twice_has_equal_pixels(kind, key):
    entry = picture(kind, key)
    first, second = draw(entry), draw(entry)
    assert first.size == SIZES[kind]
    assert first.tobytes() == second.tobytes()


def test_two_recipes_give_two_pictures():
    assert draw(picture("motif", "cups")).tobytes() != draw(picture("motif", "cups-2")).tobytes()


def test_the_catalogue_names_exactly_the_shipped_files():
    assert {entry.file for entry in load_catalogue()} == {path.name for path in FILES.iterdir()}
    assert list(load_catalogue()) == all_entries()


def test_every_kind_is_there_in_full():
    counts = Counter(entry.kind for entry in load_catalogue())
    assert counts["town"] >= 36
    assert {k: counts[k] for k in ("showcase", "network", "portrait", "map")} == {
        "showcase": 6,
        "network": 1,
        "portrait": 12,
        "map": 16,
    }
    names = {entry.key.removesuffix("-2") for entry in load_catalogue() if entry.kind == "motif"}
    assert len(names) == 24


def test_titles_and_alt_texts_say_something_of_their_own():
    entries = load_catalogue()
    assert len({entry.alt for entry in entries}) == len(entries)
    assert len({(entry.kind, entry.key) for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.title
        assert 30 <= len(entry.alt) <= 300, entry.alt
        assert entry.credit == "Illustration: Bürgernetzwerk"
        if entry.kind == "portrait":
            assert entry.alt.startswith("Illustration, kein Foto")


def test_the_files_are_few_and_small():
    files = list(FILES.iterdir())
    assert len(files) <= 120
    assert sum(path.stat().st_size for path in files) <= 8_000_000
    assert max(path.stat().st_size for path in files) <= 200_000


def test_shipped_files_open_in_the_promised_size():
    for entry in load_catalogue():
        with Image.open(entry.path) as image:
            assert (image.format, image.size) == ("WEBP", SIZES[entry.kind]), entry.file


@pytest.mark.parametrize(("landscape", "landmark"), PLACES)
def test_every_place_finds_a_town_picture_that_suits(landscape, landmark):
    found = town_pictures(landscape, landmark)
    assert found
    keys = [entry.key.split("-") for entry in found]
    assert all(landmark == key[1] or landscape == key[0] for key in keys)
    if any(key[:2] == [landscape, landmark] for key in keys):
        assert all(key[:2] == [landscape, landmark] for key in keys)
    else:
        assert keys[0][1] == landmark


def test_a_motif_has_one_or_two_colourings():
    assert [entry.key for entry in motif_pictures("chairs")] == ["chairs", "chairs-2"]
    assert [entry.key for entry in motif_pictures("bus")] == ["bus"]


def test_drawing_again_leaves_equal_files_alone(tmp_path):
    first = draw_all(tmp_path, only="map-14")
    assert [drawn.changed for drawn in first] == [True]
    assert [drawn.changed for drawn in draw_all(tmp_path, only="map-14")] == [False]
    assert [path.name for path in tmp_path.iterdir()] == ["map-14.webp"]
