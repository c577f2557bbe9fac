"""Bringing everything that is derived from event pages up to date, in the caller's transaction.

A batch costs a fixed number of queries (about 20), whatever the number of places, events and
dates in it.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from django.db import transaction

from kalender.models import CalendarWindow, EventListing, EventPage, Occurrence
from sites.content.models import Topic
from sites.places.models import Place
from sites.runtime import clock

from . import counts, rows
from .loading import Loaded, live_originals, load
from .records import RecordChanges, keep_records, retire
from .staleness import Touched

BATCH = 100


def schedule(event: EventPage) -> None:
    """Bring records, occurrences, day counts and feeds of an event up to what the database says.

    A page that is not live loses its occurrences and keeps its UIDs. For a translation or an alias
    nothing happens: the original holds the facts.
    """
    schedule_many([event.pk])


def unschedule(event: EventPage) -> None:
    """Take an event out of all calendars, whatever its row says: Wagtail announces a page that is
    being deleted as unpublished while the row is still live."""
    with transaction.atomic():
        _run([event.pk], CalendarWindow.locked(), withdrawn=True)


def schedule_many(pks: Iterable[int]) -> int:
    """`schedule` for many pages, 100 at a time; the number of events that changed."""
    changed = 0
    with transaction.atomic():
        window = CalendarWindow.locked()
        for batch in batches(pks):
            changed += _run(batch, window)
    return changed


def schedule_place(place: Place) -> int:
    """After a place's names, host, position or status changed: SUMMARY and URL name them, and
    events of a place in preparation are in no shared list and no co-host's. Returns how many
    events changed."""
    with transaction.atomic():
        touched = Touched()
        touched.add_place(place.slug)
        if not place.container_id:
            touched.mark()
            return 0
        pks = live_originals().filter(path__startswith=place.container.path)
        co_hosts = EventListing.objects.filter(event__in=pks, place__isnull=False)
        for slug in co_hosts.order_by().values_list("place__slug", flat=True).distinct():
            touched.add_place(slug)
        touched.mark()
        return schedule_many(pks.order_by("pk").values_list("pk", flat=True))


def schedule_topic(topic: Topic) -> int:
    """After a topic was renamed: CATEGORIES carries its name."""
    with transaction.atomic():
        Touched(topics=True).mark()
        pks = live_originals().filter(topics=topic).order_by("pk")
        return schedule_many(pks.values_list("pk", flat=True))


def batches(pks: Iterable[int]) -> Iterator[list[int]]:
    """Lists of at most BATCH; memory stays bounded."""
    iterator = iter(pks)
    while batch := list(islice(iterator, BATCH)):
        yield batch


def _run(pks: list[int], window: CalendarWindow, *, withdrawn: bool = False) -> int:
    now = clock.now()
    changes, touched = RecordChanges(), Touched()
    before: list[Occurrence] = []
    after: list[Occurrence] = []
    listings: list[EventListing] = []
    changed = 0
    for item in load(pks):
        moved = _keep_owner(item, listings)
        fresh: list[Occurrence] = []
        if item.is_live and not withdrawn:
            facts = item.facts()
            dates = rows.all_dates(facts)
            touched_records = keep_records(item, facts, dates, now, changes)
            shown = rows.within(dates, window.first_day, window.last_day)
            fresh = rows.rows_of(item.event, item.place, facts, shown, item.records)
        else:
            touched_records = retire(item, set(item.records), now, changes)
        if not (moved or touched_records) and rows.same(item.rows, fresh):
            continue
        changed += 1
        before += item.rows
        after += fresh
        touched.add_rows([*item.rows, *fresh])
        for listing in item.listings:
            if listing.place:
                touched.add_place(listing.place.slug)
    _write(changes, listings, before, after)
    counts.recount([*before, *after])
    touched.mark()
    return changed


def _keep_owner(item: Loaded, listings: list[EventListing]) -> bool:
    """The owner's listing follows the page's place in the tree; True when it had to change."""
    owner = next((row for row in item.listings if row.role == EventListing.Role.OWNER), None)
    place_id = item.place.pk if item.place else None
    if owner and owner.place_id == place_id:
        return False
    if owner is None:
        owner = EventListing(event=item.event, role=EventListing.Role.OWNER)
        item.listings.append(owner)
    elif owner.place:
        # Its former calendar loses it.
        item.listings.append(EventListing(event=item.event, place=owner.place))
    owner.place = item.place
    listings.append(owner)
    return True


def _write(
    changes: RecordChanges,
    listings: list[EventListing],
    before: list[Occurrence],
    after: list[Occurrence],
) -> None:
    _write_owners(listings)
    changes.write()
    Occurrence.objects.filter(pk__in=[row.pk for row in before]).delete()
    for row in after:
        row.record_id = row.record.pk  # known since the record was written
    Occurrence.objects.bulk_create(after, batch_size=500)


def _write_owners(listings: list[EventListing]) -> None:
    """A place that co-hosted an event and now owns it has one row, not two."""
    moved = [listing for listing in listings if listing.pk]
    for listing in moved:
        twins = EventListing.objects.filter(event=listing.event, place=listing.place)
        twins.exclude(pk=listing.pk).delete()
        listing.save()
    EventListing.objects.bulk_create([listing for listing in listings if not listing.pk])
