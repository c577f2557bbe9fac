"""Every editorial change is announced here, in the transaction that saves it.

Whoever keeps something derived from content (feeds now; written files, digests and search later)
listens to `changed` and does its part in the same transaction, or enqueues it.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction
from django.dispatch import Signal

from sites.places.models import Place
from sites.runtime import clock

from .models import Topic

changed = Signal()  # sent with change=Change


@dataclass(frozen=True)
class Change:
    """What happened. `what` is "<thing>.<verb>": "page.published", "page.removed",
    "place.renamed", "topic.renamed", "event.cancelled" …"""

    what: str
    place: Place | None  # None: the network's own
    subject: object | None = None
    topics: tuple[Topic, ...] = ()
    at: datetime = field(default_factory=clock.now)


def announce(
    what: str,
    *,
    place: Place | None,
    subject: object | None = None,
    topics: tuple[Topic, ...] = (),
) -> Change:
    """Tell all listeners; a listener's error undoes the change itself (same transaction).

    What is not about the place itself is the team's work: it counts as a sign of life."""
    with transaction.atomic():
        change = Change(what, place, subject, topics)
        if place and not what.startswith("place."):
            place.last_activity_at = change.at
            Place.objects.filter(pk=place.pk).update(last_activity_at=change.at)
        changed.send(sender=type(subject), change=change)
    return change
