"""An event page as `EventFacts`: the bridge from the ORM to the pure calendar modules."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kalender.addresses import event_url
from kalender.event_facts import EventFacts, ExceptionFacts
from kalender.localtime import to_local
from kalender.recurrence import Rule
from kalender.series_dates import base_dates
from sites.places.models import Place
from themes.german_dates import day_and_month


def facts_of(
    event,
    *,
    place: Place | None,
    dates: Iterable[date],
    topic_names: Sequence[str] = (),
    state=None,
    exceptions: Sequence[ExceptionFacts] = (),
) -> EventFacts:
    """The facts of an original page with its rows of other tables. No query; needs
    `event.locale` and `place.site`. RuleError when the stored rule is none of ours."""
    rule = Rule.parse(event.rrule) if event.repeats == "rule" and event.rrule else None
    address = event_url(event, place) if event.url_path else ""
    facts = EventFacts(
        title=event.title,
        start_date=event.start_date,
        url=address,
        date_url_template=f"{address}{{date}}/" if address else "",
        place_short_name=place.short_name if place else "",
        start_time=event.start_time,
        end_date=event.end_date,
        end_time=event.end_time,
        all_day=event.all_day,
        open_end=event.open_end,
        rule=rule,
        has_base=event.repeats != "dates",
        teaser=event.teaser,
        info_lines=tuple(_info_lines(event)),
        venue_location=venue_location(event, place),
        online_url=event.online_url,
        categories=tuple(topic_names),
        contact=event.contact or event.organiser,
        status=state.status if state else "planned",
        reason=state.reason if state else "",
        previous_start=to_local(state.previous_start) if state and state.previous_start else None,
        exceptions=tuple(exceptions),
    )
    return _with_extra_dates(facts, event, dates)


def draft_facts(event, place: Place | None) -> EventFacts:
    """The facts of a page as it is in memory: for previews and checks before saving. Two queries
    at most; without state and exceptions."""
    return facts_of(
        event,
        place=place,
        dates=[row.date for row in event.dates.all()],
        topic_names=[topic.name for topic in event.topics.all()],
    )


def exception_facts(exception) -> ExceptionFacts:
    """Needs `exception.record`."""
    key = exception.record.key
    return ExceptionFacts(
        record_key="" if key.startswith("moved-") else key,
        original_date=exception.original_date,
        kind=exception.kind,
        text=exception.text,
        new_date=exception.new_date,
        new_start_time=exception.new_start_time,
        new_end_time=exception.new_end_time,
        new_venue=exception.new_venue,
    )


def venue_location(event, place: Place | None) -> str:
    """ "Altes Rathaus, Markt 1, 02826 Görlitz"; the place's name where no town is given."""
    if not (event.venue_name or event.venue_street or event.venue_town):
        return ""
    town = event.venue_town or (place.short_name if place else "")
    parts = [event.venue_name, event.venue_street, f"{event.venue_postcode} {town}".strip()]
    return ", ".join(part for part in parts if part)


def _with_extra_dates(facts: EventFacts, event, dates: Iterable[date]) -> EventFacts:
    """Single days: the start date is one of them. A rule's own date is never an extra one."""
    if event.repeats == "none":
        return facts
    wanted = set(dates)
    if event.repeats == "dates":
        wanted.add(event.start_date)
    extra = wanted - set(base_dates(facts))
    return replace(facts, extra_dates=tuple(sorted(extra)))


def _info_lines(event) -> Iterable[str]:
    where = {
        "link": event.registration_url,
        "contact": event.registration_contact,
    }.get(event.registration, "")
    if where:
        until = (
            f" (bis {day_and_month(event.registration_until)})" if event.registration_until else ""
        )
        yield f"Anmeldung: {where}{until}"
    if event.price:
        yield f"Kosten: {event.price}"
