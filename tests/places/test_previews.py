"""Previews run on the editing side's host: nothing that somebody typed runs there as a script."""

import re

import pytest
from django.urls import reverse

from sites.news.models import NewsIndexPage, NewsPage
from sites.places import gate
from sites.places.previews import PREVIEWS
from sites.places.roles import Role

pytestmark = pytest.mark.django_db
HEADER = "Content-Security-Policy"


@pytest.fixture
def post(goerlitz):
    index = NewsIndexPage.objects.child_of(goerlitz.site.root_page).get()
    page = NewsPage(title="Bank", slug="bank", date="2026-11-03", live=False)
    index.add_child(instance=page)
    page.save_revision()
    return page


def directives(answer) -> dict[str, str]:
    found = [part.strip().partition(" ") for part in answer[HEADER].split(";")]
    return {name: value for name, _space, value in found}


def test_every_preview_says_where_scripts_come_from(goerlitz, post, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    form = {"title": "Bank", "slug": "bank", "date": "2026-11-03", "body-count": "0"}
    add = reverse(
        "wagtailadmin_pages:preview_on_add", args=["news", "newspage", post.get_parent().pk]
    )
    edit = reverse("wagtailadmin_pages:preview_on_edit", args=[post.pk])
    for url in (add, edit):
        assert client.post(url, form).json()["is_valid"]
    urls = [
        *(add, edit, edit + "?in_preview_panel=true"),
        reverse("wagtailadmin_pages:view_draft", args=[post.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[post.pk, post.latest_revision_id]),
    ]
    for url in urls:
        answer = client.get(url)
        assert answer.status_code == 200
        assert "Bank" in answer.content.decode()
        assert directives(answer) == {
            "default-src": "'self'",
            "script-src": "http://redaktion.localhost/static/",
            "object-src": "'none'",
            "base-uri": "'none'",
            "form-action": "'none'",
            "frame-ancestors": "'self'",
        }, url
        assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_the_editor_itself_keeps_its_scripts(goerlitz, post, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    assert HEADER not in client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))


def test_no_preview_is_forgotten():
    """An address whose name says so, and every name of the list is an address."""
    names = {name for name in gate.registered() if re.search("preview|view_draft|_view$", name)}
    # Closed, or a picture.
    assert names - PREVIEWS <= {"wagtailimages:preview"}
    assert names >= PREVIEWS


def test_public_templates_have_nothing_that_the_policy_stops(goerlitz, public):
    """A script without address is a data block (JSON-LD); no styles and no handlers in the HTML."""
    for path in ("/", "/kalender/", "/aktuelles/", "/impressum/"):
        html = public(goerlitz, path).content.decode()
        scripts = re.findall(r"<script\b[^>]*>", html)
        assert scripts
        for tag in scripts:
            assert 'type="application/ld+json"' in tag or 'src="/static/' in tag
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", html)
