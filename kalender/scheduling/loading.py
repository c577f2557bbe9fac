"""Everything that scheduling needs to know about some events, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from kalender.event_facts import EventFacts
from kalender.facts import exception_facts, facts_of
from kalender.models import (
    EventDate,
    EventException,
    EventListing,
    EventPage,
    EventRecord,
    EventState,
    Occurrence,
)
from sites.content.models import Topic, TopicName
from sites.content.models.base import attach_places
from sites.places.models import Place


@dataclass
class Loaded:
    """An original page as the database has it, with its rows of all other tables."""

    event: EventPage
    place: Place | None
    state: EventState | None = None
    dates: list = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    records: dict[str, EventRecord] = field(default_factory=dict)
    exceptions: list[EventException] = field(default_factory=list)
    listings: list[EventListing] = field(default_factory=list)
    rows: list[Occurrence] = field(default_factory=list)
    is_live: bool = True

    def facts(self) -> EventFacts:
        return facts_of(
            self.event,
            place=self.place,
            dates=self.dates,
            topic_names=[_german_name(topic) for topic in self.topics],
            state=self.state,
            exceptions=[exception_facts(exception) for exception in self.exceptions],
        )


def originals() -> QuerySet[EventPage]:
    """Pages that hold facts: no aliases, no translations."""
    older = EventPage.objects.filter(
        translation_key=OuterRef("translation_key"), alias_of__isnull=True, pk__lt=OuterRef("pk")
    )
    return EventPage.objects.filter(alias_of__isnull=True).exclude(Exists(older))


def live_originals() -> QuerySet[EventPage]:
    return originals().filter(live=True, binned_at__isnull=True)


def load(pks: Iterable[int]) -> list[Loaded]:
    """The originals among these pages, fresh from the database. Nine queries in all."""
    events = originals().filter(pk__in=list(pks)).select_related("locale").order_by("pk")
    found = {
        event.pk: Loaded(
            event=event, place=event._place, is_live=event.live and event.binned_at is None
        )
        for event in attach_places(events)
    }
    for state in EventState.objects.filter(event__in=found):
        found[state.event_id].state = state
    for event_id, day in EventDate.objects.filter(event__in=found).values_list("event_id", "date"):
        found[event_id].dates.append(day)
    for event_id, topic in _topics(found):
        found[event_id].topics.append(topic)
    for record in EventRecord.objects.filter(event__in=found):
        found[record.event_id].records[record.key] = record
    exceptions = EventException.objects.filter(record__event__in=found).select_related("record")
    for exception in exceptions:
        found[exception.record.event_id].exceptions.append(exception)
    for listing in EventListing.objects.filter(event__in=found).select_related("place"):
        found[listing.event_id].listings.append(listing)
    for row in Occurrence.objects.filter(event__in=found):
        found[row.event_id].rows.append(row)
    return list(found.values())


def _topics(events: dict[int, Loaded]) -> Iterable[tuple[int, Topic]]:
    """(event, topic) by slug; two queries with the names."""
    through = EventPage.topics.through.objects.filter(eventpage_id__in=events)
    pairs = defaultdict(list)
    for event_id, topic_id in through.values_list("eventpage_id", "topic_id"):
        pairs[topic_id].append(event_id)
    names = Prefetch("names", queryset=TopicName.objects.order_by("pk"))
    for topic in Topic.objects.filter(pk__in=pairs).order_by("slug").prefetch_related(names):
        for event_id in pairs[topic.pk]:
            yield event_id, topic


def _german_name(topic: Topic) -> str:
    """The same bytes whatever language the editor works in."""
    names = {row.language: row.name for row in topic.names.all()}
    return names.get("de") or topic.slug
