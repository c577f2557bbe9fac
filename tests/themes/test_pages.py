"""Real pages of a small network, as a visitor gets them: outline, names, no empty parts."""

import io
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from django.core.files.images import ImageFile
from PIL import Image as Picture

from ortsseiten.models import Way
from sites.content.models import Image, PlaceSettings
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Place
from sites.projects.models import ProjectIndexPage, ProjectPage

# Wagtail leaves the temporary file of a rendition to the garbage collector.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")

LEGAL = ("/impressum/", "/datenschutz/", "/barrierefreiheit/")


@pytest.fixture
def picture(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    buffer = io.BytesIO()
    Picture.new("RGB", (1200, 800), "#1f5a4c").save(buffer, "PNG")
    buffer.seek(0)
    return Image.objects.create(
        title="Bank",
        description="Eine Bank am Ortseingang",
        file=ImageFile(buffer, name="bank.png"),
        credit="Illustration: Bürgernetzwerk",
    )


@pytest.fixture
def filled(goerlitz, leer, picture):
    """Görlitz with a picture, a project, a post, ways to join in and a neighbour."""
    home = goerlitz.site.root_page.specific
    home.picture = picture
    home.teaser = "Wir reden am Küchentisch."
    home.ways = [Way(title="Suppe kochen", text="Einmal im Jahr.")]
    home.save_revision().publish()
    projects = ProjectIndexPage.objects.child_of(home).get()
    projects.add_child(
        instance=ProjectPage(
            title="Mitfahrbank",
            slug="mitfahrbank",
            teaser="Wer sich setzt, wird mitgenommen.",
            status=ProjectPage.Status.DONE,
            image=picture,
            about="<p>Eine Bank.</p>",
            partners="Bauhof",
            contact_text="goerlitz@netz.example",
        )
    )
    news = NewsIndexPage.objects.child_of(home).get()
    news.add_child(
        instance=NewsPage(
            title="Erster Bürgertisch",
            slug="erster-buergertisch",
            teaser="Zwölf Ideen.",
            author_name="Jana Wegner",
            image=picture,
            body=[
                ("heading", "Was geschah"),
                ("paragraph", "<p>Wir waren <b>38</b>.</p>"),
                ("image", {"image": picture, "caption": "Die Bank"}),
                ("quote", {"text": "Endlich.", "source": "Ein Nachbar"}),
                ("button", {"label": "Mehr", "page": None, "address": "https://netz.example/"}),
            ],
        )
    )
    settings = PlaceSettings.for_site(goerlitz.site)
    settings.contact_person = "Jana Wegner"
    settings.save()
    return goerlitz


@pytest.fixture
def read(public):
    """read(place, path) → the parsed page; checks what every page must have."""

    def get(place, path="/", status=200):
        response = public(place, path)
        assert response.status_code == status
        soup = BeautifulSoup(response.content, "html.parser")
        check_outline(soup)
        assert "sessionid" not in response.cookies
        assert not response.cookies
        return soup

    return get


def check_outline(soup) -> None:
    assert soup.html["lang"] == "de"
    assert len(soup.select("h1")) == 1
    assert soup.title.get_text(strip=True)
    assert soup.select_one(".skip-link")["href"] == "#" + soup.main["id"]
    levels = [int(heading.name[1]) for heading in soup.main.select("h1, h2, h3, h4")]
    assert levels[0] == 1
    for before, after in pairwise(levels):
        assert after <= before + 1, levels
    for element in soup.select("h1, h2, h3, h4, a, button, section, nav, ul, li, summary"):
        name = element.get_text(strip=True) or element.get("aria-label")
        assert name or element.select("img[alt]"), element
    for section in soup.select("section"):
        assert section.select("h1, h2, h3") or section.get("aria-label"), section
    for picture in soup.select("img"):
        assert picture.has_attr("alt")
        assert picture["width"]
        assert picture["height"]
    ids = [element["id"] for element in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    for element in soup.select("[aria-labelledby]"):
        assert element["aria-labelledby"] in ids


def test_home_of_a_filled_place(read, filled):
    soup = read(filled)
    assert soup.h1.get_text() == "Görlitz"
    assert soup.select_one(".strip").get_text(strip=True) == "Teil des Bürgernetzwerks"
    assert soup.select_one(".town__picture img")["alt"] == "Eine Bank am Ortseingang"
    headings = [heading.get_text() for heading in soup.main.select("h2")]
    assert headings[-3:] == ["Woran wir arbeiten", "Aktuelles", "Mitmachen"]
    assert soup.select_one(".badge--soon").get_text(strip=True) == "geschafft"
    assert "Jana Wegner" in soup.select_one(".contact-card").get_text()


def test_home_of_a_new_place_shows_no_empty_part(read, leer):
    headings = [heading.get_text() for heading in read(leer).main.select("h2")]
    assert "Woran wir arbeiten" not in headings
    assert "Aktuelles" not in headings


def test_a_place_that_pauses_says_so(read, goerlitz):
    goerlitz.status = Place.Status.PAUSED
    goerlitz.save()
    assert "macht gerade Pause" in read(goerlitz).select_one(".banner").get_text()


def test_a_place_in_preparation(read, make_place):
    place = make_place("Leer (Ostfriesland)", "26789", status=Place.Status.PREPARING)
    soup = read(place)
    assert soup.h1.get_text() == "Hier entsteht die Ortsseite für Leer (Ostfriesland)"
    assert soup.select_one("meta[name=robots]")["content"].startswith("noindex")


@pytest.mark.parametrize("path", LEGAL)
def test_legal_pages_name_the_responsible_body(read, goerlitz, path):
    for place in (goerlitz, None):
        text = read(place, path).main.get_text(" ", strip=True)
        assert "Bürgernetzwerk Trägerverein" in text
        assert "10117 Berlin" in text
        assert "post@netz.example" in text
        assert "§" not in text


def test_accessibility_never_claims_to_be_complete(read, goerlitz):
    text = read(goerlitz, "/barrierefreiheit/").main.get_text(" ", strip=True)
    assert "Wir behaupten nicht, dass die Seite sie überall erfüllt" in text
    assert "vollständig barrierefrei" not in text


def test_a_post_with_every_block(read, filled):
    soup = read(filled, "/aktuelles/erster-buergertisch/")
    prose = soup.select_one(".prose")
    assert prose.h2.get_text() == "Was geschah"
    assert prose.b.get_text() == "38"
    assert prose.img["alt"]
    assert prose.figcaption.get_text(" ", strip=True).startswith("Die Bank")
    assert prose.blockquote.footer.get_text() == "Ein Nachbar"
    assert prose.select_one("a.button")["href"] == "https://netz.example/"


@pytest.mark.parametrize(
    "path", ["/aktuelles/", "/projekte/", "/projekte/mitfahrbank/", "/gibt-es-nicht/"]
)
def test_other_pages_of_a_place(read, filled, path):
    read(filled, path, 404 if path == "/gibt-es-nicht/" else 200)


@pytest.mark.parametrize(
    "path", ["/", "/orte/", "/orte/?q=02826", "/orte/?q=xyz", "/orte/sachsen/"]
)
def test_pages_of_the_network(read, filled, path):
    read(None, path)
