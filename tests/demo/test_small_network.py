"""What the real builder makes of two showcases, a lively place, a quiet one and a new one."""

from datetime import date

from django.db.models import Count
from wagtail.models import Page, Revision

from home.models import HomePage, StandardPage
from kalender.models import (
    CalendarWindow,
    EventException,
    EventListing,
    EventPage,
    EventRecord,
    Occurrence,
)
from ortsseiten.models import LocalHomePage, LocalPage
from sites.content.models import Image, PlaceSettings
from sites.demo.plan import plan
from sites.demo.repertoire import NETWORK
from sites.news.models import NewsPage
from sites.news.posts import news_for
from sites.places.models import Network, Place
from sites.projects.models import ProjectPage
from tests.demo.small import NOW, SMALL, TODAY


def test_a_place_has_all_its_parts(small_network, words):
    place = Place.objects.select_related("site__root_page").get(slug="goerlitz")
    home = LocalHomePage.objects.get(pk=place.site.root_page_id)
    assert place.status == Place.Status.ACTIVE
    assert home.picture.description
    assert home.welcome == words.place("goerlitz").welcome
    assert home.ways.count() == 3
    pages = LocalPage.objects.child_of(home).live()
    assert set(pages.values_list("slug", flat=True)) == {"ueber-uns", "mitmachen"}
    settings = PlaceSettings.for_site(place.site)
    assert settings.contact_mail.endswith(".example")
    assert settings.contact_phone.startswith("030 23125-")
    assert NewsPage.objects.descendant_of(home).count() == 5
    assert ProjectPage.objects.descendant_of(home).count() == 4


def test_the_planned_events_stand_with_their_dates(small_network, words):
    planned = list(plan(words, TODAY, slugs=[NETWORK, *SMALL]))
    events = EventPage.objects.all()
    assert sorted(events.values_list("title", flat=True)) == sorted(p.title for p in planned)
    for item in planned:
        event = events.get(title=item.title)
        days = Occurrence.objects.filter(event=event).values_list("original_date", flat=True)
        window = CalendarWindow.get()
        within = [day for day in item.instance.days if window.first_day <= day <= window.last_day]
        assert sorted(days) == sorted(within), item.key


def test_every_kind_of_event_and_change_is_there(small_network, words):
    assert set(EventPage.objects.values_list("repeats", flat=True)) == {"none", "rule", "dates"}
    assert set(EventException.objects.values_list("kind", flat=True)) >= {"cancelled", "moved"}
    statuses = set(Occurrence.objects.values_list("status", flat=True))
    assert statuses >= {"planned", "cancelled", "moved"}
    assert EventPage.objects.filter(online_url__contains=".example").exists()
    assert EventPage.objects.filter(end_date__isnull=False).exists()
    assert EventPage.objects.filter(open_end=True).exists()
    reaches = EventPage.objects.values_list("reach", flat=True)
    assert set(reaches) == {"place", "nearby", "network"}
    network = Network.objects.get()
    foreign = EventPage.objects.filter(reach="network")
    assert not foreign.exclude(path__startswith=network.container.path).exists()


def test_nothing_happens_on_christmas_eve_and_nothing_is_dated_later_than_now(small_network):
    eve = Occurrence.objects.filter(first_day=date(2026, 12, 24)).exclude(status="cancelled")
    assert not eve.exists()
    for model, field in (
        (Page, "first_published_at"),
        (Page, "last_published_at"),
        (Page, "latest_revision_created_at"),
        (Revision, "created_at"),
        (EventRecord, "created_at"),
    ):
        assert not model.objects.filter(**{f"{field}__gt": NOW}).exists(), (model, field)
    assert not NewsPage.objects.filter(date__gt=TODAY).exists()
    dates = NewsPage.objects.values_list("date", flat=True)
    assert len(set(dates)) > len(dates) / 2


def test_editors_find_a_revision_behind_every_page_of_theirs(small_network):
    for model in (EventPage, NewsPage, ProjectPage, StandardPage):
        for page in model.objects.all():
            assert page.latest_revision_id
            assert page.latest_revision_id == page.live_revision_id
            assert not page.has_unpublished_changes
            draft = page.get_latest_revision_as_object()
            assert (draft.title, draft.slug, draft.url_path) == (
                page.title,
                page.slug,
                page.url_path,
            )
    event = EventPage.objects.filter(repeats="dates").first()
    draft = event.get_latest_revision_as_object()
    assert draft.dates.count() == event.dates.count() > 0
    assert list(draft.topics.all()) == list(event.topics.all())


def test_a_place_in_preparation_is_empty_and_a_quiet_one_has_a_past(small_network):
    preparing = Place.objects.get(slug="neustrelitz")
    assert preparing.status == Place.Status.PREPARING
    assert not EventPage.objects.filter(path__startswith=preparing.container.path).exists()
    assert not NewsPage.objects.filter(path__startswith=preparing.container.path).exists()
    quiet = Place.objects.get(slug="daun")
    rows = Occurrence.objects.filter(place=quiet)
    assert rows.count() >= 2
    assert not rows.filter(end__gt=NOW).exists()


def test_the_network_speaks_to_all_places(small_network):
    place = Place.objects.get(slug="isny")
    foreign = [post for post in news_for(place) if post.audience == NewsPage.Audience.ALL]
    assert len(foreign) == 3
    home = HomePage.objects.get()
    assert home.welcome
    slugs = StandardPage.objects.child_of(home).live().values_list("slug", flat=True)
    assert set(slugs) == {"ueber-uns", "mitmachen"}
    assert Network.objects.get().claim


def test_pictures_lie_in_the_network_s_collection_once(small_network):
    network = Network.objects.get()
    assert set(Image.objects.values_list("collection", flat=True)) == {network.collection_id}
    assert not Image.objects.filter(description="").exists()
    assert not Image.objects.filter(credit="").exists()
    doubles = Image.objects.values("file_hash").annotate(n=Count("pk")).filter(n__gt=1)
    assert not doubles.exists()


def test_listings_and_records_belong_together(small_network):
    assert EventListing.objects.count() == EventPage.objects.count()
    uids = EventRecord.objects.values_list("uid", flat=True)
    assert len(set(uids)) == len(uids) > EventPage.objects.count()
