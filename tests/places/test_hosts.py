"""Whose host is asked decides what is answered; public hosts know no cookie."""

import pytest
from django.core.cache import cache
from django.db import OperationalError, connection
from django.forms import model_to_dict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Site

from ortsseiten.provisioning import change_host, change_status, rename_place
from sites.places import known_hosts
from sites.places.models import HostAlias, Place

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


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """Changes inside `with committing():` are committed; what was made before was so long ago."""
    cache.clear()
    return lambda: django_capture_on_commit_callbacks(execute=True)


def queries_of(ask, path="/") -> int:
    """Of the second request: what is kept in a cache is there by then."""
    assert ask(path).status_code == 200
    with CaptureQueriesContext(connection) as queries:
        assert ask(path).status_code == 200
    return len(queries)


def test_a_request_costs_the_same_with_two_and_with_twelve_places(make_place, public):
    first = [make_place("Görlitz", "02826"), make_place("Leer", "26789")][0]
    cache.clear()
    paths = ("/", "/kalender/", "/impressum/", "/robots.txt", "/sitemap.xml")
    with_two = [queries_of(lambda path: public(first, path), path) for path in paths]
    for number in range(10):
        make_place(f"Ort {number}", "10115")
    cache.clear()
    assert [queries_of(lambda path: public(first, path), path) for path in paths] == with_two


def test_the_first_request_after_a_new_place_costs_what_others_cost(
    goerlitz, leer, make_place, public, committing
):
    cache.clear()
    usual = queries_of(lambda path: public(goerlitz, path))
    with committing():
        new = make_place("Kyritz", "16866")
    with CaptureQueriesContext(connection) as queries:
        public(goerlitz)
    assert len(queries) == usual
    with CaptureQueriesContext(connection) as queries:
        assert public(new).status_code == 200
    assert len(queries) <= usual + 3  # its host, its home and the site that the home is the root of


def test_a_known_host_is_found_without_a_query(
    goerlitz, public, committing, django_assert_num_queries
):
    for place in (goerlitz, None):
        assert public(place, "/robots.txt").status_code == 200
        with django_assert_num_queries(0):
            assert public(place, "/robots.txt").status_code == 200


def test_what_is_kept_of_a_host_is_what_the_database_says(goerlitz, committing):
    for hostname in ("goerlitz.localhost", "localhost"):
        known_hosts.site_of(hostname)
        site = known_hosts.site_of(hostname)
        stored = Site.objects.select_related("place").get(hostname=hostname)
        assert site == stored
        assert model_to_dict(site) == model_to_dict(stored)
        assert site.root_page.specific == stored.root_page.specific
        assert site.root_page.get_children().count() == stored.root_page.get_children().count() > 0
        assert site.root_page.title == stored.root_page.title
    place = known_hosts.site_of("goerlitz.localhost").place
    assert model_to_dict(place) == model_to_dict(goerlitz)
    assert place.site.root_page_id == goerlitz.site.root_page_id
    assert place.last_activity_at == goerlitz.last_activity_at


def test_changes_of_a_place_show_at_once(goerlitz, public, committing):
    """Within the transaction and after it; each time with a warm cache before."""

    def shows(text: str, status: int = 200) -> bool:
        answer = public(goerlitz)
        return answer.status_code == status and text in answer.text

    preparing = Place.Status.PREPARING
    assert shows("Bürgernetz Görlitz")
    with committing():
        change_status(place=goerlitz, status=preparing)
        assert shows("Hier entsteht")
    assert shows("Hier entsteht")
    with committing():
        change_status(place=goerlitz, status=Place.Status.ACTIVE)
    assert not shows("Hier entsteht")
    with committing():
        rename_place(place=goerlitz, group_name="Netz an der Neiße")
        assert shows("Netz an der Neiße")
    assert shows("Netz an der Neiße")
    with committing():
        change_host(place=goerlitz, hostname="neisse.example")
    goerlitz.refresh_from_db()
    assert shows("Netz an der Neiße")


def test_a_host_that_was_unknown_answers_as_soon_as_it_exists(goerlitz, client, committing):
    def ask(host):
        return client.get("/", headers={"host": host}).status_code

    assert ask("neu.example") == 404
    with committing():
        HostAlias.objects.create(hostname="neu.example", site=goerlitz.site)
    assert ask("neu.example") == 301
    with committing():
        HostAlias.objects.all().delete()
    assert ask("neu.example") == 404
    with committing():
        Site.objects.create(hostname="neu.example", root_page=goerlitz.site.root_page)
    assert ask("neu.example") == 200
    with committing():
        Site.objects.get(hostname="neu.example").delete()
    assert ask("neu.example") == 404


def test_calendars_of_a_former_host_move_with_308(goerlitz, client):
    """ICSx5 stores the new address of a subscription on 308 only."""
    change_host(place=goerlitz, hostname="neu.example")
    for path, status in (("/kalender.ics", 308), ("/kalender.google.ics", 308), ("/x/", 301)):
        answer = client.get(path, headers={"host": "goerlitz.localhost"})
        assert (answer.status_code, answer["Location"]) == (status, f"http://neu.example{path}")


@pytest.fixture
def merged(goerlitz, leer):
    """Görlitz, merged into Leer."""
    goerlitz.merged_into = leer
    goerlitz.status = Place.Status.CLOSED
    goerlitz.save()
    return goerlitz


@pytest.mark.parametrize(
    ("path", "status", "target"),
    [
        ("/", 301, "/"),
        ("/kalender/?zeit=heute", 301, "/kalender/?zeit=heute"),
        ("/kalender/sommerfest/2026-07-01/", 301, "/kalender/"),
        ("/gibt/es/nicht/", 301, "/"),
        ("/sitemap.xml", 301, "/sitemap.xml"),
        ("/kalender.ics", 308, "/kalender.ics"),
        ("/kalender/sommerfest/termin.ics", 308, "/kalender/sommerfest/termin.ics"),
    ],
)
def test_a_merged_place_leads_to_its_heir(merged, client, path, status, target):
    answer = client.get(path, headers={"host": "goerlitz.localhost"})
    assert (answer.status_code, answer["Location"]) == (status, f"http://leer.localhost{target}")


def test_a_merged_place_follows_further_mergers_and_former_hosts(
    merged, leer, make_place, client, committing
):
    heir = make_place("Emden", "26721")
    change_host(place=merged, hostname="alt.example")
    assert client.get("/", headers={"host": "alt.example"})["Location"] == "http://leer.localhost/"
    with committing():
        leer.merged_into = heir
        leer.save()
    for host in ("alt.example", "goerlitz.localhost", "leer.localhost"):
        answer = client.get("/impressum/", headers={"host": host})
        assert answer["Location"] == "http://emden.localhost/impressum/"
    heir.merged_into = merged  # nobody may, and it must not turn for ever
    heir.save()
    assert client.get("/", headers={"host": "alt.example"}).status_code == 301


def test_files_and_previews_of_a_merged_place_stay(merged, superuser, editing, public):
    assert public(merged, "/media/gibt-es-nicht.jpg").status_code == 404
    draft = reverse("wagtailadmin_pages:view_draft", args=[merged.site.root_page_id])
    assert editing(superuser).get(draft).status_code == 200


@pytest.mark.parametrize("failing", ["sites.places.known_hosts._load", "wagtail.views.serve_chain"])
def test_without_a_database_we_ask_to_come_back(goerlitz, client, monkeypatch, failing, caplog):
    """In the host middleware and behind it."""
    cache.clear()
    client.raise_request_exception = False

    def away(*args):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(failing, away)
    answer = client.get("/", headers={"host": "goerlitz.localhost"})
    assert (answer.status_code, answer["Retry-After"]) == (503, "600")
    assert "in ein paar Minuten" in answer.text


def test_without_a_database_a_calendar_gets_no_page(goerlitz, client, monkeypatch, caplog):
    cache.clear()

    def away(*args):
        raise OperationalError("server closed the connection")

    monkeypatch.setattr(known_hosts, "_load", away)
    answer = client.get("/kalender.ics", headers={"host": "goerlitz.localhost"})
    assert (answer.status_code, answer.content) == (503, b"")
    assert answer["Content-Type"].startswith("text/plain")
