"""Pages that are planned for later, in places that end meanwhile."""

from datetime import timedelta

import pytest
from django.core.management import call_command

from ortsseiten import lifecycle
from ortsseiten.merging import merge_places
from ortsseiten.models import LocalPage
from sites.content import order
from sites.news.models import NewsIndexPage, NewsPage
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def plan():
    """plan(place) → a post whose time has just come."""

    def make(place):
        index = NewsIndexPage.objects.descendant_of(place.container).get()
        post = index.add_child(instance=NewsPage(title=f"Neu: {place.slug}", live=False))
        _due(post)
        return post

    return make


def _due(page) -> None:
    page.save_revision(approved_go_live_at=clock.now() - timedelta(minutes=1))


def goes_live(page) -> bool:
    call_command("publish_scheduled")
    page.refresh_from_db()
    return page.live


def test_closing_leaves_drafts(goerlitz, leer, plan):
    here, there = plan(goerlitz), plan(leer)
    lifecycle.close_place(place=goerlitz, reason="Ende")
    assert not goes_live(here)
    assert goes_live(there)


def test_a_pause_stops_nothing(goerlitz, plan):
    post = plan(goerlitz)
    lifecycle.pause_place(place=goerlitz)
    assert goes_live(post)


def test_what_stays_behind_after_merging_is_not_published(goerlitz, leer, plan):
    post = plan(goerlitz)
    about = LocalPage.objects.descendant_of(goerlitz.container).get(slug="ueber-uns")
    _due(about)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    assert not goes_live(about)
    assert goes_live(post)
    assert post.path.startswith(leer.container.path)


def test_merging_is_no_way_round_a_freeze(goerlitz, leer, plan):
    post = plan(goerlitz)
    order.freeze_publishing(place=leer, reason="Werbung")
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    assert not goes_live(post)


def test_half_made_places_have_nothing_planned(goerlitz):
    goerlitz.container = None
    order.unschedule(goerlitz)
