"""The `Occurrence` rows of an event: built here, compared and written by the scheduler."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from kalender.event_facts import EventFacts
from kalender.localtime import BERLIN, to_utc
from kalender.models import EventRecord, Occurrence, Reach
from kalender.series import YEARS, OccurrenceFacts, occurrences
from sites.places.models import Place

_COMPARED = [field.attname for field in Occurrence._meta.concrete_fields if field.name != "id"]


def all_dates(facts: EventFacts) -> list[OccurrenceFacts]:
    """Every date of the event, also beyond the horizon: at most some hundred."""
    return occurrences(facts, date(YEARS[0], 1, 1), date(YEARS[-1], 12, 31))


def rows_of(
    event,
    place: Place | None,
    facts: EventFacts,
    dates: Iterable[OccurrenceFacts],
    records: Mapping[str, EventRecord],
) -> list[Occurrence]:
    """Unsaved rows, by start. Without a record (previews) they cannot be saved."""
    return [_row(event, place, facts, held, records.get(held.record_key)) for held in dates]


def within(dates: Sequence[OccurrenceFacts], first: date, last: date) -> list[OccurrenceFacts]:
    """Those that touch the local days `first` to `last`."""
    return [held for held in dates if held.start_local.date() <= last and last_day(held) >= first]


def last_day(held: OccurrenceFacts) -> date:
    """An end at 00:00 belongs to the day before."""
    end: datetime = held.end_local
    if end.time() == time() and end > held.start_local:
        end -= timedelta(days=1)
    return max(end.date(), held.start_local.date())


def same(old: Sequence[Occurrence], new: Sequence[Occurrence]) -> bool:
    """Whether the saved rows say what the new ones do."""
    return {_values(row) for row in old} == {_values(row) for row in new}


def _values(row: Occurrence) -> tuple:
    return tuple(getattr(row, name) for name in _COMPARED)


def _row(
    event, place: Place | None, facts: EventFacts, held: OccurrenceFacts, record
) -> Occurrence:
    changed = held.venue != facts.venue_location
    first, last = held.start_local.date(), last_day(held)
    return Occurrence(
        event=event,
        record=record,
        original_date=held.original_date,
        start=to_utc(held.start_local),
        end=to_utc(held.end_local),
        first_day=first,
        last_day=last,
        several_days=last > first,
        all_day=held.all_day,
        open_end=facts.open_end and not held.all_day,
        is_online=bool(facts.online_url),
        status=held.status,
        note=held.note,
        venue=held.venue if changed else _venue_line(event),
        venue_changed=changed,
        reach=event.reach,
        place=place,
        state_key=place.state_key if place else "",
        district_key=place.district_key if place else "",
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
        shared=event.reach != Reach.PLACE and (place is None or _shares(place, last)),
    )


def _shares(place: Place, day: date) -> bool:
    """Whether lists and feeds of more than one place show what ends on `day`: all of a public
    place; of a closed one what was before, nobody stands behind its coming dates."""
    if place.status == Place.Status.CLOSED:
        return place.closed_at is not None and day < place.closed_at.astimezone(BERLIN).date()
    return place.is_public


def _venue_line(event) -> str:
    """ "Altes Rathaus" or "Online"."""
    return event.venue_name or event.venue_town or ("Online" if event.online_url else "")
