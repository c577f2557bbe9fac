"""What every site has: menu, legal pages, footer, sitemap; what preparation hides."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kalender.models import CalendarPage, EventPage
from ortsseiten.provisioning import change_status
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Place
from sites.projects.models import ProjectIndexPage, ProjectPage
from sites.runtime import clock

pytestmark = pytest.mark.django_db


def add_events(place, count: int, start: int = 0) -> None:
    calendar = CalendarPage.objects.child_of(place.site.root_page).get()
    for number in range(start, start + count):
        event = EventPage(title=f"Treffen {number}", start_date=clock.today(), start_time="19:00")
        calendar.add_child(instance=event)


def add_post(place_or_network, title: str, **fields) -> NewsPage:
    index = NewsIndexPage.objects.descendant_of(place_or_network.container).get()
    post = NewsPage(title=title, **fields)
    index.add_child(instance=post)
    return post


def test_the_legal_pages_are_composed_from_the_responsible_body(goerlitz, network, public):
    text = public(goerlitz, "/impressum/").text
    for words in ("Bürgernetzwerk Trägerverein", "Musterweg 5", "10117 Berlin", "Karin Ahlers"):
        assert words in text
    goerlitz.responsible_body.represented_by = "Ute Brandt, Vorsitz"
    goerlitz.responsible_body.save()
    assert "Ute Brandt" in public(goerlitz, "/impressum/").text
    assert "Ute Brandt" in public(None, "/impressum/").text  # the same Träger


def test_the_accessibility_statement_claims_no_full_conformity(goerlitz, public):
    text = public(goerlitz, "/barrierefreiheit/").text
    assert "vollständig vereinbar" not in text
    assert "vollständig barrierefrei" not in text
    assert "goerlitz@netz.example" in text


def test_the_footer_leads_to_the_form_of_the_page(goerlitz, public):
    home = goerlitz.site.root_page
    form = f"http://redaktion.localhost/redaktion/pages/{home.pk}/edit/"
    assert form in public(goerlitz).text


def test_a_place_in_preparation_hides_all_but_its_first_and_legal_pages(goerlitz, public):
    add_events(goerlitz, 1)
    add_post(goerlitz, "Erster Beitrag")
    hidden = ("/kalender/", "/kalender/treffen-0/", "/aktuelles/", "/aktuelles/erster-beitrag/")
    shown = ("/", "/impressum/", "/datenschutz/", "/barrierefreiheit/")
    for path in (*hidden, *shown):
        assert public(goerlitz, path).status_code == 200, path
    change_status(place=goerlitz, status=Place.Status.PREPARING)
    for path in hidden:
        assert public(goerlitz, path).status_code == 404, path
    for path in shown:
        assert public(goerlitz, path).status_code == 200, path
    assert list(public(goerlitz).context["menu"]) == []
    assert "/kalender/" not in public(goerlitz, "/sitemap.xml").text


def add_project(place, title: str) -> None:
    index = ProjectIndexPage.objects.descendant_of(place.container).get()
    index.add_child(instance=ProjectPage(title=title, about="<p>Eine Bank.</p>"))


@pytest.mark.parametrize("path", ["/", "/kalender/", "/sitemap.xml", "/aktuelles/", "/projekte/"])
def test_queries_do_not_grow_with_the_content(path, goerlitz, public):
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert public(goerlitz, path).status_code == 200
        return len(queries)

    add_events(goerlitz, 2)
    add_post(goerlitz, "Beitrag 0")
    add_project(goerlitz, "Projekt 0")
    count()
    few = count()
    add_events(goerlitz, 10, start=2)
    for number in range(1, 6):
        add_post(goerlitz, f"Beitrag {number}")
        add_project(goerlitz, f"Projekt {number}")
    assert count() <= few + 2


@pytest.mark.parametrize("path", ["/", "/orte/", "/orte/sachsen/", "/kalender/", "/projekte/"])
def test_queries_of_the_network_do_not_grow_with_the_places(path, make_place, public):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert public(None, path).status_code == 200
        return len(queries)

    def fill(place) -> None:
        add_events(place, 1)
        add_project(place, f"Bank in {place.short_name}")

    codes = [("Görlitz", "02826"), ("Zittau", "02763")]
    for name, code in codes:
        fill(make_place(name, code))
    count()
    few = count()
    more = [("Bautzen", "02625"), ("Kamenz", "01917"), ("Pirna", "01796"), ("Torgau", "04860")]
    more += [("Leer", "26789"), ("Daun", "54550"), ("Isny", "88316"), ("Zeitz", "06712")]
    for name, code in more:
        fill(make_place(name, code))
    count()  # Wagtail makes its table of sites anew after each new one
    assert count() <= few + 2


def test_news_of_a_place_are_its_own_and_what_the_network_sends(goerlitz, leer, network, public):
    add_post(goerlitz, "Aus Görlitz")
    add_post(leer, "Aus Leer")
    add_post(network, "Nur Netzwerk")
    add_post(network, "An alle", audience=NewsPage.Audience.ALL)
    text = public(goerlitz, "/aktuelles/").text
    assert "Aus Görlitz" in text
    assert "An alle" in text
    assert "Aus Leer" not in text
    assert "Nur Netzwerk" not in text
    assert "Nur Netzwerk" in public(None, "/aktuelles/").text


def test_scheme_and_port_come_from_the_settings_not_from_the_site(goerlitz, settings):
    settings.PUBLIC_SCHEME, settings.PUBLIC_PORT = "https", 8443
    page = goerlitz.site.root_page.specific
    assert page.full_url == "https://goerlitz.localhost:8443/"
    assert goerlitz.url == "https://goerlitz.localhost:8443/"
