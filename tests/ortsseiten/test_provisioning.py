"""`create_local_site` is the one way to make a place: repeatable, resumable, complete."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Collection, Page, Site

from ortsseiten import provisioning
from ortsseiten.provisioning import PlaceFacts, change_host, create_local_site, rename_place
from sites.places.models import Place

pytestmark = pytest.mark.django_db

HALLE = PlaceFacts(official_name="Halle (Saale)", short_name="Halle", postcode="06108")


def _counts():
    return [model.objects.count() for model in (Place, Page, Site, Collection)]


def test_a_place_has_everything_from_the_start(network):
    place = create_local_site(HALLE)
    assert (place.slug, place.state_key, place.district_key) == ("halle", "15", "15002")
    assert place.group_name == "Bürgernetz Halle"
    assert place.status == Place.Status.PREPARING
    home = place.site.root_page
    assert home.get_parent().pk == place.container.pk
    slugs = set(home.get_children().values_list("slug", flat=True))
    assert slugs == {
        *("kalender", "aktuelles", "projekte", "ueber-uns", "mitmachen"),
        *("impressum", "datenschutz", "barrierefreiheit"),
    }


def test_what_has_no_content_is_not_in_the_menu(goerlitz, public):
    menu = public(goerlitz).context["menu"]
    assert [entry["title"] for entry in menu] == ["Termine"]
    about = goerlitz.site.root_page.get_children().get(slug="ueber-uns").specific
    about.save_revision().publish()
    assert "Über uns" in [entry["title"] for entry in public(goerlitz).context["menu"]]


def test_a_second_call_changes_nothing(network):
    first = create_local_site(HALLE)
    before = _counts()
    second = create_local_site(HALLE)
    assert second.pk == first.pk
    assert _counts() == before


@pytest.mark.parametrize(
    "step", ["ensure_container", "ensure_site", "ensure_collection", "ensure_children"]
)
def test_a_place_left_half_made_is_completed(network, monkeypatch, step):
    def fail(*args, **kwargs):
        raise RuntimeError("power cut")

    with monkeypatch.context() as patch:
        patch.setattr(provisioning, step, fail)
        with pytest.raises(RuntimeError):
            create_local_site(HALLE)
    half = _counts()
    place = create_local_site(HALLE)
    assert place.site is not None
    assert place.site.root_page.get_children().count() == 8
    assert _counts() != half
    complete = _counts()
    create_local_site(HALLE)
    assert _counts() == complete


def test_a_town_without_a_position_is_refused_in_german(network):
    with pytest.raises(ValidationError, match="kennen wir keine Lage"):
        create_local_site(PlaceFacts(official_name="Nirgendwo", postcode="00000"))
    assert not Place.objects.exists()


def test_a_slug_that_means_something_else_is_refused(network):
    with pytest.raises(ValidationError, match="vergeben"):
        create_local_site(PlaceFacts(official_name="Redaktion", postcode="06108"))


def test_the_slug_of_another_place_is_refused(goerlitz):
    facts = PlaceFacts(official_name="Görlitz am See", slug="goerlitz", postcode="06108")
    with pytest.raises(ValidationError, match="gehört schon zu Görlitz"):
        create_local_site(facts)


def test_renaming_changes_names_only(goerlitz):
    rename_place(place=goerlitz, short_name="Görlitz-Zgorzelec", group_name="Europastadt")
    goerlitz.refresh_from_db()
    assert goerlitz.slug == "goerlitz"
    assert goerlitz.site.hostname == "goerlitz.localhost"
    assert goerlitz.sort_key == "gorlitz zgorzelec"


def test_a_host_of_another_site_is_refused(goerlitz, leer):
    with pytest.raises(ValidationError, match="gehört schon"):
        change_host(place=goerlitz, hostname="leer.localhost")


def test_moving_back_to_the_former_host_leaves_no_alias_of_itself(goerlitz, client):
    change_host(place=goerlitz, hostname="goerlitz.example")
    change_host(place=goerlitz, hostname="goerlitz.localhost")
    assert client.get("/", headers={"host": "goerlitz.localhost"}).status_code == 200
    assert client.get("/", headers={"host": "goerlitz.example"}).status_code == 301


def test_two_places_of_one_name_get_two_addresses(make_place):
    first = make_place("Naumburg", "06618")
    second = make_place("Naumburg", "34311")
    assert (first.slug, second.slug) == ("naumburg", "naumburg-kassel")
    assert make_place("Naumburg", "06618").pk == first.pk


@pytest.mark.parametrize("hostname", ["", "  ", "redaktion.localhost", "a b.example", "-x.example"])
def test_a_host_that_cannot_be_one_is_refused(goerlitz, hostname):
    with pytest.raises(ValidationError, match="kann keine Adresse"):
        change_host(place=goerlitz, hostname=hostname)


def test_a_new_name_reaches_the_home_page_whatever_an_older_draft_says(goerlitz, public):
    home = goerlitz.site.root_page.specific
    draft = home.save_revision()
    rename_place(place=goerlitz, group_name="Europastadt", short_name="Görlitz")
    draft.publish()
    text = public(goerlitz).text
    assert "Europastadt" in text
    assert "Bürgernetz Görlitz" not in text
