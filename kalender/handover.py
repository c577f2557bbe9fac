"""One place's calendar goes over to another one, when two places become one."""

from django.db import transaction

from kalender import scheduling
from kalender.models import EventListing
from kalender.scheduling.staleness import Touched
from sites.places.models import Place


@transaction.atomic
def hand_over_events(*, source: Place, target: Place) -> None:
    """After the pages moved below the target's calendar. UIDs stay, SEQUENCE goes up; owner,
    address and SUMMARY are the target's. Where `source` is a co-host, `target` is now, unless the
    event stands in its calendar already. About 25 queries per 100 events, and three an event."""
    moved = EventListing.objects.filter(
        place=source,
        role=EventListing.Role.OWNER,
        event__path__startswith=target.container.path,
    )
    own = list(moved.order_by("event_id").values_list("event_id", flat=True))
    cohosted = EventListing.objects.filter(place=source, role=EventListing.Role.COHOST)
    there = EventListing.objects.filter(place=target).values("event")
    events = list(cohosted.values_list("event_id", flat=True))
    cohosted.filter(event__in=there).delete()
    cohosted.update(place=target)
    touched = Touched()
    for slug in (source.slug, target.slug):
        touched.add_place(slug)
    touched.mark()
    scheduling.schedule_many([*own, *events])
