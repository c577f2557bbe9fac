"""Events on a small real network, on a day that stands still."""

from datetime import UTC, date, datetime, time

import pytest
from wagtail.models import Page

from kalender.models import CalendarPage, EventPage
from sites.content.models import Topic, TopicName
from sites.runtime import clock
from tests.kalender.feeds import ALL

NOW = datetime(2026, 11, 3, 10, tzinfo=UTC)  # a Tuesday, 11 o'clock in Germany


@pytest.fixture(autouse=True)
def now():
    """The clock stands still, also for what happens "now" in the editor."""
    with clock.stand_at(NOW):
        yield NOW


@pytest.fixture
def berlin(make_place):
    return make_place("Berlin-Moabit", "10551", short_name="Moabit")


@pytest.fixture
def make_event(network):
    """make_event(place_or_None, title, day, **facts) → a published event."""

    def make(place, title="Bürgertisch", day=date(2026, 11, 17), *, publish=True, **facts):
        topics = facts.pop("topics", [])
        dates = facts.pop("dates", [])
        facts = {"start_time": time(19), "end_time": time(21), **facts}
        container = place.container if place else network.container
        calendar = CalendarPage.objects.get(path__startswith=container.path)
        event = EventPage(title=title, start_date=day, live=False, **facts)
        Page.objects.get(pk=calendar.pk).add_child(instance=event)
        event.topics.set(topics)
        event.dates.set([event.dates.model(date=single) for single in dates])
        event.save()
        revision = event.save_revision()
        if publish:
            revision.publish()
        return EventPage.objects.get(pk=event.pk)

    return make


@pytest.fixture
def publish():
    """publish(event, title="…") → a new revision of the page, published."""

    def change(event, **values):
        page = EventPage.objects.get(pk=event.pk)
        for name, value in values.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return EventPage.objects.get(pk=event.pk)

    return change


@pytest.fixture
def topic(db):
    topic = Topic.objects.create(slug="klima")
    TopicName.objects.create(topic=topic, name="Klima")
    return topic


@pytest.fixture
def feed(public, topic):
    """feed("kreis") → the response of one of the shared addresses, on the network's host."""

    def get(name, **headers):
        return public(None, ALL.get(name, name), **headers)

    return get
