"""What the page of an event or of one of its dates shows."""

from datetime import date

from django.db.models import QuerySet
from django.http import Http404

from kalender import listing, single_links
from kalender.event_banner import banner_for
from kalender.facts import draft_facts, venue_location
from kalender.models import EventListing, EventPage, EventState, Occurrence
from kalender.recurrence import Rule
from kalender.rule_text import rule_sentence
from kalender.scheduling.loading import load
from kalender.scheduling.rows import all_dates, rows_of
from kalender.structured_data import event_data
from sites.content.models.base import place_of
from sites.places.models import Network
from sites.runtime import clock
from themes.german_dates import day_and_month

OTHER_DATES = 10
NEARBY_DATES, NEARBY_KM = 3, 30


def event_context(request, page: EventPage) -> dict:
    """The event with its next date, else its last one. About ten queries."""
    event = page.original
    if getattr(request, "is_preview", False):
        return _context(page, _draft_rows(page))
    rows = _saved_rows(event)
    shown = rows.filter(end__gt=clock.now()).first() or rows.last()
    if shown is None:
        return _context(page, _rows_beyond_horizon(event))
    return _context(page, _upcoming(rows), shown)


def date_context(request, page: EventPage, day: str) -> dict:
    """One date by its original local day; 404 beyond the horizon or when there is none."""
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    rows = _saved_rows(page.original)
    shown = rows.filter(original_date=wanted).first()
    if shown is None:
        raise Http404
    return _context(page, _upcoming(rows), shown)


def rule_text(event: EventPage) -> str:
    """ "Wiederholt sich jeden 1. Dienstag im Monat bis Juli 2027"; "" for a single event."""
    if event.repeats == "rule" and event.rrule:
        return rule_sentence(Rule.parse(event.rrule), event.start_date)
    return "Findet an einzelnen Tagen statt" if event.repeats == "dates" else ""


def _context(page: EventPage, rows: list[Occurrence], shown: Occurrence | None = None) -> dict:
    event, place = page.original, place_of(page.original)
    shown = shown or next(iter(rows), None)
    for row in rows if shown is None else [*rows, shown]:
        row.event, row.place = event, place  # no query per row for addresses and names
    others = [row for row in rows if shown is None or row.original_date != shown.original_date]
    location = venue_location(event, place)
    if shown and shown.venue_changed:
        location = shown.venue
    context = {
        "event": event,
        "date": shown,
        "is_series": event.repeats != "none",
        "rule_text": rule_text(event),
        "other_dates": others[:OTHER_DATES],
        "nearby_dates": _nearby(place),
        "banner": banner_for(event, shown, others) if shown else None,
        "map_url": single_links.map_url(location),
        "registration": _registration(event),
        "co_hosts": _co_hosts(event),
        "organiser": event.organiser or _owner_name(place),
        "contact": event.contact,
    }
    if shown:
        moved = shown.status == EventState.Status.MOVED
        context["structured_data"] = event_data(
            event,
            shown,
            organiser=context["organiser"],
            town=place.short_name if place else "",
            state=EventState.objects.filter(event=event).first() if moved else None,
        )
    if shown and shown.pk:
        context |= {
            "ics_url": f"{shown.url}termin.ics",
            "google_event_url": single_links.google_event_url(shown, location or event.online_url),
            "outlook_event_url": single_links.outlook_event_url(
                shown, location or event.online_url
            ),
        }
    return context


def _saved_rows(event: EventPage) -> QuerySet[Occurrence]:
    return Occurrence.objects.filter(event=event).order_by("start", "pk")


def _upcoming(rows: QuerySet[Occurrence]) -> list[Occurrence]:
    return list(rows.filter(end__gt=clock.now())[: OTHER_DATES + 1])


def _draft_rows(page: EventPage) -> list[Occurrence]:
    """The dates of a page as it is in the editor, the coming ones first; state and exceptions are
    those of the saved page and not shown."""
    event = page.original
    facts = draft_facts(event, place_of(event))
    rows = rows_of(event, place_of(event), facts, all_dates(facts), {})
    now = clock.now()
    return [row for row in rows if row.end > now][: OTHER_DATES + 1] or rows[-1:]


def _rows_beyond_horizon(event: EventPage) -> list[Occurrence]:
    """The last date of an event whose dates are all too old, or too far away, to have rows."""
    for item in load([event.pk]):
        facts = item.facts()
        return rows_of(event, item.place, facts, all_dates(facts), item.records)[-1:]
    return []


def _nearby(place) -> list[Occurrence]:
    if place is None:
        return []
    return listing.upcoming_nearby(
        place.latitude, place.longitude, km=NEARBY_KM, limit=NEARBY_DATES, but_place=place.pk
    )


def _registration(event: EventPage) -> dict | None:
    until = f" bis {day_and_month(event.registration_until)}" if event.registration_until else ""
    if event.registration == "link" and event.registration_url:
        return {"text": f"Bitte melden Sie sich{until} an.", "url": event.registration_url}
    if event.registration == "contact" and event.registration_contact:
        text = f"Bitte melden Sie sich{until} an: {event.registration_contact}"
        return {"text": text, "url": ""}
    return None


def _co_hosts(event: EventPage) -> list:
    listings = EventListing.objects.filter(
        event_id=event.pk,
        role=EventListing.Role.COHOST,
        state=EventListing.State.ACCEPTED,
        place__isnull=False,
    )
    return [row.place for row in listings.select_related("place__site").order_by("place__sort_key")]


def _owner_name(place) -> str:
    if place:
        return place.group_name
    network = Network.get()
    return network.name if network else ""
