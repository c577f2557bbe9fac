"""The moving window: the nightly job, and what happens when the network's address changes."""

from django.db import transaction
from django.db.models import Q

from kalender.models import CalendarWindow, DayCount, EventRecord, Occurrence
from sites.places import hosts
from sites.runtime import clock

from .loading import live_originals
from .scheduler import schedule_many
from .staleness import mark


@transaction.atomic
def move_window() -> str:
    """Bring the window to today: drop dates older than 12 months, extend series to 18 months
    ahead, let every feed be looked at again. Idempotent; works in either direction.

    Costs one batch of queries per 100 events that gain a date; memory is bounded.
    """
    window = CalendarWindow.locked()
    before = (window.first_day, window.last_day)
    window.anchor = clock.today()
    window.save()
    outside = Q(last_day__lt=window.first_day) | Q(first_day__gt=window.last_day)
    dropped, _by_model = Occurrence.objects.filter(outside).delete()
    DayCount.objects.exclude(day__range=(window.first_day, window.last_day)).delete()
    extended = schedule_many(_gaining_dates(before, window))
    feeds = mark(Q())
    return (
        f"Stand {window.anchor:%d.%m.%Y}: {dropped} vergangene Termine entfernt, "
        f"{extended} Reihen verlängert, {feeds} Kalender-Abos zu prüfen"
    )


@transaction.atomic
def follow_address() -> int:
    """Render all events again if scheme, domain or port of the network changed since; the number
    of events that changed. One query when nothing did."""
    address = hosts.network_url()
    if CalendarWindow.get().address == address:
        return 0
    window = CalendarWindow.locked()
    window.address = address
    window.save()
    mark(Q())
    return schedule_many(live_originals().order_by("pk").values_list("pk", flat=True))


def _gaining_dates(before: tuple, window: CalendarWindow):
    """Events with dates beyond what was covered and within what is covered now."""
    first, last = before
    later = Q(last_day__gt=last, first_day__lte=window.last_day)
    earlier = Q(first_day__lt=first, last_day__gte=window.first_day)
    records = EventRecord.objects.filter(later | earlier, is_retired=False)
    events = records.order_by("event_id").values_list("event_id", flat=True).distinct()
    return list(events)
