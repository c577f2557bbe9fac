"""Whose host is asked decides what is answered; public hosts know no cookie."""

import pytest
from django.urls import reverse

from ortsseiten.provisioning import change_host
from sites.places.models import Place

pytestmark = pytest.mark.django_db


def test_each_host_shows_its_own_place(goerlitz, leer, public):
    assert "Bürgernetz Görlitz" in public(goerlitz).text
    page = public(leer).text
    assert "Bürgernetz Leer" in page
    assert "Bürgernetz Görlitz" not in page.partition("<main")[0]


def test_an_unknown_host_gets_our_own_page(goerlitz, client):
    answer = client.get("/", headers={"host": "nirgendwo.localhost"})
    assert answer.status_code == 404
    assert "Unter dieser Adresse gibt es (noch) keine Ortsseite" in answer.text
    assert "http://localhost/" in answer.text


@pytest.mark.parametrize(
    "host", ["..", "a" * 70 + "ö.example", "<script>", "[::1]", "", "goerlitz.localhost:abc"]
)
def test_an_impossible_host_is_unknown_and_harmless(network, client, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 404
    assert "<script>" not in answer.text.partition("<main")[2]


def test_a_former_host_leads_to_the_new_one(goerlitz, client):
    change_host(place=goerlitz, hostname="Görlitz.example")
    answer = client.get("/kalender/?zeit=heute", headers={"host": "goerlitz.localhost"})
    assert answer.status_code == 301
    assert answer["Location"] == "http://xn--grlitz-wxa.example/kalender/?zeit=heute"
    assert client.get("/", headers={"host": "xn--grlitz-wxa.example"}).status_code == 200


def test_the_editing_side_answers_on_its_own_host_only(goerlitz, public, client):
    for place in (None, goerlitz):
        assert public(place, "/redaktion/").status_code == 404
        assert public(place, "/redaktion/login/").status_code == 404
    login = client.get("/redaktion/login/", headers={"host": "redaktion.localhost"})
    assert login.status_code == 200
    assert client.get("/kalender/", headers={"host": "redaktion.localhost"}).status_code == 404
    home = client.get("/", headers={"host": "redaktion.localhost"})
    assert (home.status_code, home["Location"]) == (301, "/redaktion/")


def test_no_public_answer_sets_a_cookie_or_depends_on_one(goerlitz, public, client):
    for place in (None, goerlitz):
        for path in ("/", "/kalender/", "/aktuelles/", "/impressum/", "/gibt-es-nicht/"):
            answer = public(place, path, cookie="redaktion=abc; redaktion_csrf=def")
            assert not answer.cookies
            assert "Cookie" not in answer.get("Vary", "")
    login = client.get("/redaktion/login/", headers={"host": "redaktion.localhost"})
    assert login.cookies  # the twin: where cookies belong, there is one


def test_a_language_nobody_switched_on_is_not_found(goerlitz, public):
    assert public(goerlitz, "/uk/").status_code == 404
    answer = public(goerlitz, "/", **{"accept-language": "uk"})
    assert answer.status_code == 200
    assert answer["Content-Language"] == "de"
    assert "Accept-Language" not in answer.get("Vary", "")


def test_a_place_in_preparation_shows_that_something_is_coming(make_place, public):
    place = make_place("Kyritz", "16866", status=Place.Status.PREPARING)
    home = public(place)
    assert home.status_code == 200
    assert "Hier entsteht" in home.text
    assert home["X-Robots-Tag"] == "noindex"
    assert public(place, "/impressum/").status_code == 200
    make_place("Wittstock", "16909")
    listed = public(None, "/orte/").text
    assert "Wittstock" in listed
    assert "Kyritz" not in listed


def test_robots_forbid_nothing(goerlitz, public):
    """calendar.md, 1.1: Google's importer refuses calendars that robots.txt forbids."""
    text = public(goerlitz, "/robots.txt").text
    assert "Disallow: /" not in text
    assert "Sitemap: http://goerlitz.localhost/sitemap.xml" in text
    assert public(goerlitz, "/sitemap.xml").status_code == 200


def test_a_preview_runs_on_the_places_host(goerlitz, superuser, editing):
    """Wagtail renders a preview with a dummy request that carries the place's host name."""
    home = goerlitz.site.root_page.specific
    client = editing(superuser)
    edit = reverse("wagtailadmin_pages:view_draft", args=[home.pk])
    answer = client.get(edit)
    assert answer.status_code == 200
    assert "Bürgernetz Görlitz" in answer.text
