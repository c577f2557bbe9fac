"""UIDs and stamps: which records an event needs, and which of them changed.

The one stamp rule: whenever the rendering without stamps changes, for any reason, LAST-MODIFIED
(= DTSTAMP) is now and SEQUENCE one higher on all components of the UID. Stamps never go back.
"""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.conf import settings

from kalender.event_facts import EventFacts
from kalender.ical.composer import compose, record_keys
from kalender.ical.writer import Stamps, VEvent, digest, render_vevents
from kalender.models import EventRecord
from kalender.series import OccurrenceFacts

from .loading import Loaded
from .rows import last_day


@dataclass
class RecordChanges:
    """What is to be written; bulk writes come at the end of a batch."""

    made: list[EventRecord] = field(default_factory=list)
    changed: list[EventRecord] = field(default_factory=list)

    def write(self) -> None:
        """Two queries, whatever the number of records."""
        EventRecord.objects.bulk_create(self.made)
        EventRecord.objects.bulk_update(self.changed, WRITTEN, batch_size=200)


WRITTEN = [
    "sequence",
    "last_modified",
    "digest",
    "vevents",
    "component_count",
    "size",
    "first_day",
    "last_day",
    "is_cancelled",
    "is_retired",
]


def new_uid() -> str:
    """A random UUID at the network's fixed domain (RFC 7986 5.3)."""
    return f"{uuid.uuid4()}@{settings.CALENDAR_UID_DOMAIN}"


def keep_records(
    item: Loaded,
    facts: EventFacts,
    dates: Sequence[OccurrenceFacts],
    now: datetime,
    changes: RecordChanges,
) -> bool:
    """Make, render, stamp and retire the records of a live event; True when any changed."""
    keys = record_keys(facts)
    for key in keys:
        if key not in item.records:
            item.records[key] = EventRecord(
                event=item.event, key=key, uid=new_uid(), created_at=now, last_modified=now
            )
    composed = compose(facts, {key: record.uid for key, record in item.records.items()})
    touched = False
    for key, components in composed.items():
        own = [held for held in dates if held.record_key == key]
        touched |= _render(item.records[key], components, own, now, changes)
    return touched | retire(item, set(item.records) - set(keys), now, changes)


def retire(item: Loaded, keys: set[str], now: datetime, changes: RecordChanges) -> bool:
    """Take records out of use; their UIDs stay. Without a digest a return counts as a change.

    Being taken away is a change of the event's file as well, so it is stamped.
    """
    touched = False
    for key in keys:
        record = item.records[key]
        if record.digest or not record.is_retired:
            record.digest = ""
            record.is_retired = True
            record.last_modified = _later(now, record)
            changes.changed.append(record)
            touched = True
    return touched


def _render(
    record: EventRecord,
    components: Sequence[VEvent],
    dates: Sequence[OccurrenceFacts],
    now: datetime,
    changes: RecordChanges,
) -> bool:
    fresh = digest(components)
    if record.digest == fresh and not record.is_retired:
        return False
    if record.pk:
        record.sequence += 1
        record.last_modified = _later(now, record)
    stamps = Stamps(record.created_at, record.last_modified, record.sequence)
    record.digest = fresh
    record.vevents = render_vevents(components, stamps)
    record.component_count = len(components)
    record.size = len(record.vevents)
    record.first_day = min(held.start_local.date() for held in dates)
    record.last_day = max(last_day(held) for held in dates)
    record.is_cancelled = all(held.status in ("cancelled", "postponed") for held in dates)
    record.is_retired = False
    (changes.changed if record.pk else changes.made).append(record)
    return True


def _later(now: datetime, record: EventRecord) -> datetime:
    """Now, but in any case a second after the last stamp."""
    return max(now, record.last_modified + timedelta(seconds=1))
