"""What every page promises: nothing from elsewhere, nothing inline, small, logical sides."""

import gzip
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.template.loader import get_template, render_to_string

import themes
from themes.stylesheets import current_sheet, source_paths

ROOT = Path(themes.__file__).parent
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
STATIC = ROOT / "static" / "themes"
SCRIPTS = sorted((STATIC / "js").glob("*.js"))

# Sides that turn over in a right-to-left script must be named logically.
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border)-(?:left|right|top|bottom)|left|right|top|bottom|width"
    r"|height|text-align:\s*(?:left|right)|float)\s*:"
)


def render(template: str, **context) -> str:
    return engines["django"].from_string("{% load surface %}" + template).render(context)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_every_template_compiles_and_has_nothing_inline(path):
    get_template(str(path.relative_to(ROOT / "templates")))
    source = path.read_text()
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", source)
    assert not re.search(r'(?:src|href)="(?:https?:)?//', source)
    for script in re.findall(r"<script[^>]*>", source):
        assert "src=" in script


def test_scripts_are_small_and_ask_nobody():
    assert sum(path.stat().st_size for path in SCRIPTS) < 20_000
    for path in SCRIPTS:
        source = path.read_text()
        assert not re.search(r"https?://|fetch\(|localStorage|sessionStorage|cookie", source), path


def test_styles_are_logical_and_ask_nobody():
    for path in source_paths():
        css = re.sub(r"/\*.*?\*/|@media[^{]*|@page[^}]*", "", path.read_text(), flags=re.DOTALL)
        assert not PHYSICAL.findall(css), path.name
        assert not re.search(r"https?://|@import", css), path.name


def test_what_a_first_visit_loads_is_lean():
    latin = sum((STATIC / "fonts" / f"{name}-latin.woff2").stat().st_size for name in FIRST_FONTS)
    sheet = len(gzip.compress(current_sheet().text.encode()))
    scripts = sum(len(gzip.compress(path.read_bytes())) for path in SCRIPTS)
    assert latin < 75_000
    assert latin + sheet + scripts < 85_000


FIRST_FONTS = ("text", "heading")


def test_every_icon_that_templates_name_is_in_the_sprite():
    sprite = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "icons/sprite.svg").read_text()))
    named = {
        name for path in TEMPLATES for name in re.findall(r'{% icon "([^"]+)" %}', path.read_text())
    }
    assert named
    assert named <= sprite


def test_linked_data_cannot_end_its_block():
    text = render("{% json_ld data %}", data={"name": "</script><b>"})
    assert text.count("</script>") == 1
    assert render("{% json_ld data %}", data=None) == ""


@pytest.mark.parametrize(
    ("number", "expected"),
    [("030 23125-104", "tel:+493023125104"), ("+49 30 23125104", "tel:+493023125104")],
)
def test_phone_links(number, expected):
    assert render("{{ number|phone_link }}", number=number) == expected


@pytest.mark.parametrize(
    ("distance", "expected"),
    [(12.4, "12\u00a0km"), (0.3, "unter 1\u00a0km"), (None, "")],
)
def test_kilometres(distance, expected):
    assert render("{{ distance|kilometres }}", distance=distance) == expected


def test_a_mail_address_breaks_after_its_at_sign_only():
    assert render("{{ a|breakable }}", a="a<b@c.example") == "a&lt;b@<wbr>c.example"


def test_what_one_can_reach_becomes_a_link():
    html = render("{{ t|reachable }}", t="<b> Jana, jana@ort.example, 030 23125-103, Nr. 12")
    assert html.startswith("&lt;b&gt; Jana, ")
    links = BeautifulSoup(html, "html.parser").find_all("a")
    assert [link["href"] for link in links] == ["mailto:jana@ort.example", "tel:+493023125103"]
    assert links[1].get_text() == "030\u00a023125-103"


def test_a_date_is_no_phone_number():
    assert "<a" not in render("{{ t|reachable }}", t="bis 10. Februar 2027, 18 Uhr, 02826 Görlitz")


def test_the_longest_word_counts_between_blanks_and_hyphens():
    assert render("{{ t|longest_word }}", t="Bürger-Netz Hohenbogennetz") == "14"


def test_mail_links_are_encoded():
    address = render("{% mail_link 'Über & mehr' 'http://a/?b=c' 'post@netz.example' %}")
    assert address == (
        "mailto:post@netz.example?subject=%C3%9Cber%20%26%20mehr&amp;body=http%3A//a/%3Fb%3Dc"
    )


def test_a_claim_is_split_into_its_sentences():
    text = render("{{ claim|sentences|join:'/' }}", claim="Miteinander reden. Gemeinsam handeln.")
    assert text == "Miteinander reden./ Gemeinsam handeln."


def test_the_server_error_page_needs_no_context():
    soup = BeautifulSoup(render_to_string("500.html"), "html.parser")
    assert soup.html["lang"] == "de"
    assert len(soup.select("h1")) == 1


def test_the_page_of_an_unknown_host_says_so_and_leads_on():
    context = {
        "hostname": "nirgendwo.example",
        "network_url": "http://netz.example/",
        "search_url": "http://netz.example/orte/",
    }
    soup = BeautifulSoup(render_to_string("errors/unknown_host.html", context), "html.parser")
    assert soup.h1.get_text() == "Unter dieser Adresse gibt es (noch) keine Ortsseite."
    assert soup.form["action"] == context["search_url"]
    assert not soup.select("nav")
