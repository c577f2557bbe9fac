"""Keys and names of Länder and Kreise, postcodes and distances."""

import pytest

from sites.places import hosts, postcodes, regions
from sites.places.slugs import slugify_german


def test_there_are_sixteen_states_and_every_district_belongs_to_one():
    assert len(regions.STATES) == 16
    assert {key[:2] for key in regions.districts()} == set(regions.STATES)
    for row in postcodes.rows():
        assert regions.STATES[row.district_key[:2]].name == row.state


@pytest.mark.parametrize(
    ("key", "label", "slug"),
    [
        ("14626", "Landkreis Görlitz", "goerlitz-14626"),
        ("14612", "Stadt Dresden", "dresden-14612"),
        ("09162", "Stadt München", "muenchen-09162"),
        ("09184", "Landkreis München", "muenchen-09184"),
        ("11000", "Berlin", "berlin-11000"),
        ("01057", "Kreis Plön", "ploen-01057"),
        ("08226", "Rhein-Neckar-Kreis", "rhein-neckar-kreis-08226"),
        ("03241", "Region Hannover", "region-hannover-03241"),
    ],
)
def test_a_district_is_named_as_people_name_it(key, label, slug):
    district = regions.districts()[key]
    assert (district.label, district.slug) == (label, slug)
    assert regions.district_by_slug(slug) == district


def test_only_the_key_of_a_district_address_decides():
    assert regions.district_by_slug("frueherer-name-14626").name == "Görlitz"
    assert regions.district_by_slug("goerlitz") is None


def test_neuwerk_belongs_to_hamburg():
    assert postcodes.find("27499").district_key == "02000"


def test_the_distance_from_goerlitz_to_leer():
    """2.08 degrees of latitude and 7.53 of longitude at 52 degrees north: about 563 km."""
    a, b = postcodes.find("02826"), postcodes.find("26789")
    distance = postcodes.distance_km(a.latitude, a.longitude, b.latitude, b.longitude)
    assert 557 < distance < 569


def test_the_box_around_a_circle_contains_the_circle():
    for code in ("25980", "83471", "10551"):
        here = postcodes.find(code)
        south, north, west, east = postcodes.bounding_box(here.latitude, here.longitude, 50)
        for row in postcodes.rows():
            if (
                postcodes.distance_km(here.latitude, here.longitude, row.latitude, row.longitude)
                <= 50
            ):
                assert south <= row.latitude <= north
                assert west <= row.longitude <= east


@pytest.mark.parametrize(
    ("text", "slug"),
    [("Groß Köris", "gross-koeris"), ("Übach-Palenberg", "uebach-palenberg"), ("Łódź", "odz")],
)
def test_german_slugs(text, slug):
    assert slugify_german(text) == slug


def test_names_sort_as_in_a_german_dictionary():
    names = ["Zwiesel", "Öhringen", "Oelsnitz", "Ohlstadt", "Übach", "Uhingen"]
    assert sorted(names, key=hosts.sort_key) == [
        "Oelsnitz", "Ohlstadt", "Öhringen", "Übach", "Uhingen", "Zwiesel",
    ]  # fmt: skip


def test_host_names_are_compared_in_idna_form():
    assert hosts.normalise("Görlitz.Example.:8000") == "xn--grlitz-wxa.example"
    assert hosts.for_people("xn--grlitz-wxa.example") == "görlitz.example"
