"""Every editorial change is announced once, in the transaction that saves it."""

import pytest
from django.urls import reverse

from ortsseiten.provisioning import change_status, rename_place
from sites.content.changes import announce, changed
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    found = []

    def listen(sender, change, **kwargs):
        found.append((change.what, change.place))

    changed.connect(listen)
    yield found
    changed.disconnect(listen)


def test_publishing_and_unpublishing_are_announced(goerlitz, heard):
    index = NewsIndexPage.objects.descendant_of(goerlitz.container).get()
    post = NewsPage(title="Neue Bank")
    index.add_child(instance=post)
    post.save_revision().publish()
    post.unpublish()
    assert heard == [("page.published", goerlitz), ("page.removed", goerlitz)]


def test_places_announce_names_and_status(goerlitz, heard):
    rename_place(place=goerlitz, tagline="Ein neuer Satz.")
    change_status(place=goerlitz, status=Place.Status.PAUSED)
    assert [what for what, _place in heard] == ["place.renamed", "place.status"]


def test_a_listener_that_fails_undoes_the_change(goerlitz):
    def fail(sender, change, **kwargs):
        raise RuntimeError("no")

    changed.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            rename_place(place=goerlitz, tagline="Ein Satz, der nicht bleibt.")
    finally:
        changed.disconnect(fail)
    goerlitz.refresh_from_db()
    assert goerlitz.tagline == ""
    announce("place.renamed", place=goerlitz)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_form_saves_announces_and_derives_together_or_not_at_all(
    network, make_place, superuser, editing
):
    """Wagtail's own publishing is no transaction: without ours the page would be live here."""
    place = make_place("Görlitz", "02826")
    index = NewsIndexPage.objects.descendant_of(place.container).get()
    post = NewsPage(title="Neue Bank", live=False)
    index.add_child(instance=post)
    client = editing(superuser)
    client.raise_request_exception = False
    data = {"title": "Neue Bank", "date": "2026-11-03", "body-count": "0"}
    url = reverse("wagtailadmin_pages:edit", args=[post.pk])

    def fail(sender, change, **kwargs):
        raise RuntimeError("no")

    changed.connect(fail)
    try:
        answer = client.post(url, {**data, "action-publish": "1"})
    finally:
        changed.disconnect(fail)
    assert answer.status_code == 500
    post.refresh_from_db()
    assert not post.live
    assert client.post(url, {**data, "action-publish": "1"}).status_code == 302
    post.refresh_from_db()
    assert post.live
