"""An event as schema.org data (JSON-LD). No query."""

from datetime import datetime

from kalender.localtime import BERLIN
from kalender.models import EventPage, EventState, Occurrence

_STATUS = {
    EventState.Status.CANCELLED: "EventCancelled",
    EventState.Status.POSTPONED: "EventPostponed",
}


def event_data(
    event: EventPage,
    row: Occurrence,
    *,
    organiser: str,
    town: str,
    state: EventState | None = None,
) -> dict:
    """A cancelled date keeps its start; times carry their offset, whole days are dates.

    `state` is the whole event's and needed for moved dates only. Another venue alone, or another
    end, is no other start.
    """
    data = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": event.title,
        "url": row.url,
        "startDate": _moment(row, row.start),
        "eventStatus": f"https://schema.org/{_STATUS.get(row.status, 'EventScheduled')}",
        "eventAttendanceMode": f"https://schema.org/{_attendance(event)}",
        "location": _locations(event, row, town),
    }
    if not row.open_end:
        data["endDate"] = _moment(row, row.end, last=True)
    if event.teaser:
        data["description"] = event.teaser
    if organiser:
        data["organizer"] = {"@type": "Organization", "name": organiser}
    if row.status == EventState.Status.MOVED:
        data |= _rescheduled(event, row, state, start=data["startDate"])
    return data


def _rescheduled(
    event: EventPage, row: Occurrence, state: EventState | None, *, start: str
) -> dict[str, str]:
    rescheduled = {"eventStatus": "https://schema.org/EventRescheduled"}
    planned = _planned(event, row)
    if planned != start:
        return {**rescheduled, "previousStartDate": planned}
    if state is None or state.status != EventState.Status.MOVED:
        return {}
    if state.previous_start is None:
        return rescheduled
    before = state.previous_start.astimezone(BERLIN)
    said = before.date().isoformat() if row.all_day else before.isoformat()
    return {**rescheduled, "previousStartDate": said}


def _moment(row: Occurrence, instant: datetime, *, last: bool = False) -> str:
    if row.all_day:
        return (row.last_day if last else row.first_day).isoformat()
    return instant.astimezone(BERLIN).isoformat()


def _planned(event: EventPage, row: Occurrence) -> str:
    if row.all_day or event.start_time is None:
        return row.original_date.isoformat()
    return datetime.combine(row.original_date, event.start_time, BERLIN).isoformat()


def _attendance(event: EventPage) -> str:
    if not event.online_url:
        return "OfflineEventAttendanceMode"
    on_site = event.venue_name or event.venue_street
    return "MixedEventAttendanceMode" if on_site else "OnlineEventAttendanceMode"


def _locations(event: EventPage, row: Occurrence, town: str) -> list[dict]:
    found = []
    if event.venue_name or event.venue_street or row.venue_changed or not event.online_url:
        address = {"@type": "PostalAddress", "addressCountry": "DE"}
        address["addressLocality"] = event.venue_town or town
        if event.venue_street and not row.venue_changed:
            address |= {"streetAddress": event.venue_street, "postalCode": event.venue_postcode}
        found.append(
            {
                "@type": "Place",
                "name": row.venue or town,
                "address": {key: value for key, value in address.items() if value},
            }
        )
    if event.online_url:
        found.append({"@type": "VirtualLocation", "url": event.online_url})
    return found
