"""Every editorial change is announced once, in the transaction that saves it."""

import pytest
from django.db import transaction

from ortsseiten.provisioning import change_status, rename_place
from sites.content.changes import announce, changed
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard():
    found = []

    def listen(sender, change, **kwargs):
        found.append((change.what, change.place, transaction.get_connection().in_atomic_block))

    changed.connect(listen)
    yield found
    changed.disconnect(listen)


def test_publishing_and_unpublishing_are_announced(goerlitz, heard):
    index = NewsIndexPage.objects.descendant_of(goerlitz.container).get()
    post = NewsPage(title="Neue Bank")
    index.add_child(instance=post)
    post.save_revision().publish()
    post.unpublish()
    assert heard == [("page.published", goerlitz, True), ("page.removed", goerlitz, True)]


def test_places_announce_names_and_status(goerlitz, heard):
    rename_place(place=goerlitz, tagline="Ein neuer Satz.")
    change_status(place=goerlitz, status=Place.Status.PAUSED)
    assert [what for what, _place, _atomic in heard] == ["place.renamed", "place.status"]


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
