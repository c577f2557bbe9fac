"""The real builder on a small network: once only, resumable, and careful."""

from datetime import UTC, date, datetime, timedelta

import pytest
from wagtail.models import Page, Revision, Site

from home.models import HomePage
from kalender.models import EventException, EventPage, EventRecord, Occurrence
from ortsseiten.models import LocalHomePage
from sites.content.bin import put_into_bin
from sites.content.models import Image, Topic
from sites.demo.event_pages import EventWriter
from sites.demo.models import DemoItem
from sites.demo.plan import plan
from sites.demo.repertoire import NETWORK
from sites.news.models import NewsPage
from sites.places.models import Place
from sites.runtime import clock
from tests.demo.small import NOW, SMALL, TODAY

PAIR = ("goerlitz", "isny")


def contents() -> dict:
    """Everything that must not change when the builder runs again."""
    return {
        "pages": list(Page.objects.order_by("path").values_list("path", "title", "live")),
        "revisions": Revision.objects.count(),
        "sites": list(Site.objects.order_by("pk").values_list("hostname", "root_page_id")),
        "images": Image.objects.count(),
        "topics": Topic.objects.count(),
        "records": list(EventRecord.objects.order_by("pk").values_list("uid", "sequence")),
        "occurrences": Occurrence.objects.count(),
        "exceptions": EventException.objects.count(),
        "items": set(DemoItem.objects.values_list("key", flat=True)),
    }


def test_the_front_page_tells_its_stories_once_their_places_stand(build):
    build(["goerlitz"])
    assert HomePage.objects.get().stories.count() == 0
    build(["goerlitz", "luebbenau", "rottenacker"])
    stories = HomePage.objects.get().stories.all()
    assert [story.place.slug for story in stories] == ["goerlitz", "luebbenau", "rottenacker"]


def test_a_second_start_adds_nothing(build):
    build(SMALL)
    before = contents()
    foundation, rest = build(SMALL)
    assert (str(foundation), str(rest)) == ("nichts Neues", "nichts Neues")
    assert contents() == before


@pytest.mark.parametrize("step", [1, 5, 12])
def test_what_was_killed_in_the_middle_is_completed(build, words, monkeypatch, step):
    """Killed while writing the n-th event of a place: its handful is lost, nothing is doubled."""
    real, calls = EventWriter._page, iter(range(1, 10_000))

    def dies(self, item):
        page = real(self, item)
        if self.place and next(calls) == step:
            raise KeyboardInterrupt
        return page

    monkeypatch.setattr(EventWriter, "_page", dies)
    with pytest.raises(KeyboardInterrupt):
        build(PAIR)
    monkeypatch.undo()
    assert Place.objects.count() == 1
    build(PAIR)
    planned = list(plan(words, TODAY, slugs=[NETWORK, *PAIR]))
    assert EventPage.objects.count() == len(planned)
    keys = DemoItem.objects.filter(key__startswith="event/").values_list("key", flat=True)
    assert set(keys) == {f"event/{item.key}" for item in planned}
    assert Place.objects.count() == 2
    assert EventRecord.objects.filter(event__live=True, vevents=b"").count() == 0


def test_killed_while_making_a_place(build, monkeypatch):
    monkeypatch.setattr("sites.demo.place_sites._furnish", lambda *args: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        build(["isny"])
    monkeypatch.undo()
    build(["isny"])
    place = Place.objects.get()
    assert LocalHomePage.objects.get(pk=place.site.root_page_id).welcome
    assert Page.objects.filter(depth=2, slug="isny").count() == 1


def test_edits_and_deletions_of_people_are_left_alone(build):
    build()
    event = EventPage.objects.filter(repeats="rule").first()
    event.title = "Umbenannt von der Redaktion"
    event.save_revision().publish()
    gone = EventPage.objects.filter(repeats="none").first()
    put_into_bin(page=gone)
    really_gone = NewsPage.objects.last()
    really_gone.delete()
    home = LocalHomePage.objects.first()
    home.welcome = "Unser eigener Gruß"
    home.save()
    before = contents()
    build()
    assert contents() == before
    assert EventPage.objects.get(pk=event.pk).title == "Umbenannt von der Redaktion"
    assert not EventPage.objects.get(pk=gone.pk).live
    assert LocalHomePage.objects.get(pk=home.pk).welcome == "Unser eigener Gruß"


def test_a_later_start_tops_up_the_coming_weeks(build):
    build()
    before = set(EventPage.objects.values_list("pk", flat=True))
    titles = set(EventPage.objects.values_list("title", flat=True))
    later = NOW + timedelta(weeks=6)
    build(at=later)
    added = EventPage.objects.exclude(pk__in=before)
    assert before <= set(EventPage.objects.values_list("pk", flat=True))
    assert added.count() >= 5
    assert not added.filter(title__in=titles).exists()
    assert not added.filter(first_published_at__gt=later).exists()
    assert not Occurrence.objects.filter(event__in=added, end__lt=later).exists()


def test_a_place_that_people_paused_gets_no_new_events(build):
    build(["isny"])
    Place.objects.filter(slug="isny").update(status=Place.Status.PAUSED)
    before = EventPage.objects.filter(listings__place__slug="isny").count()
    build(["isny"], at=NOW + timedelta(weeks=10))
    assert EventPage.objects.filter(listings__place__slug="isny").count() == before


def test_the_clock_moves_the_whole_demo(build):
    """A demo of another day is a demo of that season."""
    august = datetime(2027, 8, 1, 8, tzinfo=UTC)
    build(["goerlitz", "isny"], at=august)
    with clock.stand_at(august):
        soon = Occurrence.objects.filter(start__gt=clock.now()).order_by("start")
        assert soon.first().first_day < date(2027, 9, 5)
        assert not Page.objects.filter(first_published_at__gt=clock.now()).exists()
