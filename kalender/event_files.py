"""`termin.ics`: one event, or one date of it, to be put into a calendar once."""

import hashlib
from datetime import date

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse
from wagtail.models import Site

from kalender.conditional import calendar_file, calendar_response
from kalender.ical.composer import compose_single_date
from kalender.ical.writer import Stamps, render_calendar, render_vevents
from kalender.models import EventPage, EventRecord, Occurrence
from kalender.scheduling.loading import load
from kalender.series_dates import base_dates
from sites.places.models import Place


@calendar_file
def event_file(request: HttpRequest, slug: str) -> HttpResponse:
    """All records of the event, as they stand in every feed: for a rule, the whole series."""
    event = _event(request, slug)
    records = event.records.filter(is_retired=False).order_by("first_day", "uid")
    return _answer(request, event, slug, [bytes(row.vevents) for row in records])


@calendar_file
def date_file(request: HttpRequest, slug: str, day: str) -> HttpResponse:
    """A date of a rule becomes a VEVENT of its own, without RRULE and under a UID that no feed
    knows; a single event or an irregular day keeps its own record's."""
    event = _event(request, slug)
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        raise Http404 from None
    row = Occurrence.objects.filter(event=event, original_date=wanted)
    row = row.select_related("record").first()
    if row is None:
        raise Http404
    record = row.record
    fragment = bytes(record.vevents)
    if record.key == "" and event.repeats == "rule":
        fragment = _date_of_rule(event, record, wanted) or fragment
    return _answer(request, event, f"{slug}-{day}", [fragment])


def single_date_uid(uid: str, day: date) -> str:
    """`<uuid>-<yyyymmdd>@domain`."""
    local, at, domain = uid.partition("@")
    return f"{local}-{day:%Y%m%d}{at}{domain}"


def _date_of_rule(event: EventPage, record: EventRecord, day: date) -> bytes | None:
    """None when the rule gives one date only: then the record is that date. Ten queries."""
    [item] = load([event.pk])
    facts = item.facts()
    if len(base_dates(facts)) < 2:
        return None
    component = compose_single_date(facts, day, single_date_uid(record.uid, day))
    stamps = Stamps(record.created_at, record.last_modified, record.sequence)
    return render_vevents([component], stamps)


def _event(request: HttpRequest, slug: str) -> EventPage:
    """The original of the live event page at this address of the asked host."""
    place = request.place
    if place and place.status == Place.Status.PREPARING:
        raise Http404
    root = Site.find_for_request(request).root_page
    page = EventPage.objects.live().filter(url_path=f"{root.url_path}kalender/{slug}/").first()
    if page is None or not page.original.live:
        raise Http404
    return page.original


def _answer(
    request: HttpRequest, event: EventPage, name: str, fragments: list[bytes]
) -> HttpResponse:
    """Last-Modified is the latest stamp of all records, also of those no longer in use: it never
    goes back when a date is taken away. One query."""
    changed_at = event.records.aggregate(latest=Max("last_modified"))["latest"]
    if not fragments or changed_at is None:
        raise Http404
    body = render_calendar(None, fragments)
    return calendar_response(
        request,
        body,
        digest=hashlib.sha256(body).hexdigest(),
        changed_at=changed_at,
        filename=f"{name}.ics",
    )
