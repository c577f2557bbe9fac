"""One place's calendar goes over to another one, when two places become one."""

from django.db import transaction

from kalender import scheduling
from kalender.models import EventListing
from kalender.scheduling.staleness import Touched
from sites.places.models import Place


@transaction.atomic
def hand_over_listings(*, source: Place, target: Place) -> int:
    """Where `source` is a co-host, `target` is now, unless the event stands in its calendar
    already. Own events follow their pages (`scheduling`). Returns how many went over."""
    cohosted = EventListing.objects.filter(place=source, role=EventListing.Role.COHOST)
    there = EventListing.objects.filter(place=target).values("event")
    events = list(cohosted.values_list("event_id", flat=True))
    cohosted.filter(event__in=there).delete()
    went_over = cohosted.update(place=target)
    touched = Touched()
    for slug in (source.slug, target.slug):
        touched.add_place(slug)
    touched.mark()
    scheduling.schedule_many(events)
    return went_over
