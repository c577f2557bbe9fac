"""Addresses by lookup give the answers of stock Wagtail, and never those of yesterday."""

import hashlib
import inspect

import pytest
from django.core.cache import cache
from django.test import RequestFactory
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import AbstractPage, Locale, Page, Site

from ortsseiten.provisioning import change_host
from sites.content.models import LegalPage
from sites.news.models import NewsIndexPage, NewsPage
from sites.places import root_paths
from sites.places.models import Network

pytestmark = pytest.mark.django_db

# Digests of the stock functions that are replaced, and of those that call or feed them (8.0.1).
# When one changes: read it, adapt sites/places/root_paths.py, then put the new digest here.
STOCK_FUNCTIONS = {
    AbstractPage._get_site_root_paths: "ca9efde7ab98c4ce",
    AbstractPage._get_relevant_site_root_paths: "5fa0944fdee2eeb1",
    AbstractPage.get_url_parts: "be4f52b3a4585295",
    AbstractPage.get_full_url: "0ae99af78c04bf8c",
    AbstractPage.get_url: "c5ab8ff7e1eb617b",
    AbstractPage.relative_url: "84d60532311548c2",
    root_paths.stock_table: "166eac326fa05dce",
}


@pytest.fixture
def stock(monkeypatch):
    """stock(call) → what `call()` gives with Wagtail's own functions and an empty table."""

    def ask(call):
        with monkeypatch.context() as patch:
            for name in ("get_url", "url", "_get_relevant_site_root_paths"):
                patch.setattr(Page, name, AbstractPage.__dict__[name])
            patch.setattr(Site, "get_site_root_paths", staticmethod(root_paths.stock_table))
            Site.clear_site_root_paths_cache()
            return call()

    return ask


@pytest.fixture
def several_languages(goerlitz, leer):
    """Homes of three languages beside each other, with a page below each; two sites on one root,
    and one rooted at a container."""
    for code in ("uk", "en"):
        locale = Locale.objects.create(language_code=code)
        for home in (goerlitz.site.root_page.specific, Network.get().site.root_page.specific):
            translated = home.copy_for_translation(locale)
            translated.refresh_from_db()
            assert translated.depth == 3
            translated.add_child(instance=LegalPage(kind="imprint", slug="i", title="I", live=True))
    Site.objects.create(hostname="zweite.example", root_page=leer.site.root_page)
    Site.objects.create(hostname="aussen.example", root_page=leer.container)


def everything_about(pages, requests, sites) -> list:
    answers = []
    for page in pages:
        answers += [page.pk, page.get_url_parts(), page.full_url, page.get_site()]
        for request in requests:
            fresh = Page.objects.get(pk=page.pk)
            answers += [fresh._get_relevant_site_root_paths(request), fresh.get_url_parts(request)]
            answers += [fresh.get_url(request), fresh.get_full_url(request), fresh.specific.url]
        answers += [page.relative_url(site) for site in sites]
    return answers


def test_all_answers_are_those_of_stock_wagtail(several_languages, network, goerlitz, leer, stock):
    def ask():
        sites = list(Site.objects.all())
        requests = [None]
        for site in (*sites, None):
            request = RequestFactory().get("/")
            request._wagtail_site = site
            requests.append(request)
        pages = [*Page.objects.all(), *Page.objects.specific()]
        return everything_about(pages, requests, sites)

    ours, theirs = ask(), stock(ask)
    assert len(ours) > 1000
    assert len({str(answer) for answer in ours if isinstance(answer, str)}) > 50
    assert ours == theirs


def test_the_whole_table_is_that_of_stock_wagtail(several_languages, stock):
    ours = Site.get_site_root_paths()
    assert {root.language_code for root in ours} == {"de", "en", "uk"}
    assert ours == stock(Site.get_site_root_paths)


def test_stock_wagtail_has_not_changed():
    found = {
        function: hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:16]
        for function in STOCK_FUNCTIONS
    }
    assert found == STOCK_FUNCTIONS


def test_the_editing_side_gets_absolute_addresses_even_of_a_single_site(network):
    """Stock Wagtail would give "/", which on the editing host is not the page."""
    assert Site.objects.count() == 1
    assert Network.get().site.root_page.url == "http://localhost/"


def test_a_page_with_many_links_reads_the_cache_once_per_site(goerlitz, leer, monkeypatch):
    reads = []
    get = root_paths.known_roots.get_many
    monkeypatch.setattr(
        root_paths.known_roots, "get_many", lambda keys, load: reads.append(keys) or get(keys, load)
    )
    request = RequestFactory().get("/")
    request._wagtail_site = goerlitz.site
    for place in (goerlitz, leer):
        pages = list(Page.objects.descendant_of(place.container))
        assert len(pages) > 5
        assert all(page.get_url(request) for page in pages * 5)
    assert len(reads) == 2


def test_a_list_of_pages_asks_for_all_addresses_at_once(
    make_place, committing, django_assert_num_queries
):
    names = ("Görlitz", "Leer", "Kyritz", "Wittstock")
    places = [make_place(name, "10115") for name in names]
    pages = [Page.objects.descendant_of(place.container).last() for place in places]
    cache.clear()
    with django_assert_num_queries(2):
        root_paths.attach(pages)
    with django_assert_num_queries(0):
        hosts = [page.full_url.split("/")[2] for page in pages]
    assert hosts == [place.site.hostname for place in places]


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    """Changes inside `with committing():` are committed: the cache is used again afterwards. What
    was made before is as if it had been committed long ago."""
    cache.clear()
    return lambda: django_capture_on_commit_callbacks(execute=True)


def url_of(pk: int) -> str | None:
    """As in a request of its own."""
    return Page.objects.get(pk=pk).get_full_url()


def test_a_known_root_costs_no_query(goerlitz, committing, django_assert_num_queries):
    pages = list(Page.objects.descendant_of(goerlitz.container))
    assert pages[0].full_url
    with django_assert_num_queries(0):
        assert {page.full_url.split("/")[2] for page in pages} == {"goerlitz.localhost"}


def test_a_changed_host_shows_at_once_and_after_the_commit(goerlitz, leer, committing):
    home, other = goerlitz.site.root_page_id, leer.site.root_page_id
    assert url_of(home) == "http://goerlitz.localhost/"
    with committing():
        change_host(place=goerlitz, hostname="neiss.example")
        assert url_of(home) == "http://neiss.example/"
    assert url_of(home) == "http://neiss.example/"
    assert url_of(other) == "http://leer.localhost/"


def test_what_a_slow_reader_leaves_behind_is_not_taken(goerlitz, committing):
    """It read the row before the commit and writes its value after it."""
    home = goerlitz.site.root_page

    def slow():
        with committing():
            change_host(place=goerlitz, hostname="neu.example")
        return [[goerlitz.site_id, home.url_path, "goerlitz.localhost", "de"]]

    assert root_paths.known_roots.get(home.path, slow)[0][2] == "goerlitz.localhost"
    assert url_of(home.pk) == "http://neu.example/"


def test_what_was_read_during_an_undone_change_is_not_kept(goerlitz, committing):
    """The test's own transaction stands for the one that is rolled back."""
    site, home = goerlitz.site, goerlitz.site.root_page_id
    before = url_of(home)
    Site.objects.filter(pk=site.pk).update(hostname="verworfen.example")
    root_paths.known_roots.forget(goerlitz.site.root_page.path)
    assert url_of(home) == "http://verworfen.example/"
    Site.objects.filter(pk=site.pk).update(hostname="goerlitz.localhost")  # the rollback
    assert url_of(home) == before


def test_a_new_home_beside_another_has_an_address_at_once(goerlitz, committing):
    locale = Locale.objects.create(language_code="uk")
    home = goerlitz.site.root_page.specific
    lonely = goerlitz.container.add_child(
        instance=type(home)(slug="einsam", title="Einsam", locale=locale)
    )
    assert url_of(lonely.pk) is None  # nobody's home; and that is not remembered
    with committing():
        translated = home.copy_for_translation(locale)
    assert url_of(translated.pk) == "http://goerlitz.localhost/uk/"
    with committing():
        translated.get_descendants(inclusive=True).delete()
    again = goerlitz.container.add_child(
        instance=type(home)(slug="wieder", title="Wieder", locale=locale)
    )
    assert again.path == translated.path
    assert url_of(again.pk) is None


def test_a_renamed_container_takes_its_pages_along(goerlitz, committing):
    """Nobody may, but a repair by hand must not leave dead links behind."""
    page = Page.objects.descendant_of(goerlitz.site.root_page).first()
    before = url_of(page.pk)
    container = Page.objects.get(pk=goerlitz.container_id)
    with committing():
        container.slug = "anders"
        container.save()
    assert Page.objects.get(pk=page.pk).url_path.startswith("/anders/")
    assert url_of(page.pk) == before


def test_redirects_after_a_new_slug_and_after_a_move(goerlitz, leer, committing):
    """Wagtail makes them with dummy requests that share the table of root paths."""
    index = NewsIndexPage.objects.descendant_of(goerlitz.container).get()
    post = index.add_child(instance=NewsPage(title="Fest", slug="fest", live=True))
    with committing():
        post.slug = "grosses-fest"
        post.save()
    made = Redirect.objects.get(old_path="/aktuelles/fest")
    assert (made.site_id, made.redirect_page_id) == (goerlitz.site_id, post.pk)
    assert made.link == "http://goerlitz.localhost/aktuelles/grosses-fest/"

    post.refresh_from_db()
    post.move(NewsIndexPage.objects.descendant_of(leer.container).get(), pos="last-child")
    assert not Redirect.objects.filter(old_path="/aktuelles/grosses-fest").exists()
    assert url_of(post.pk) == "http://leer.localhost/aktuelles/grosses-fest/"
