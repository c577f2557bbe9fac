"""Addresses of the shared feeds, and what stands in an answer."""

import icalendar

ALL = {
    "netzwerk": "/kalender/netzwerk.ics",
    "ort": "/kalender/ort/goerlitz.ics",
    "kreis": "/kalender/kreis/goerlitz-14626.ics",
    "land": "/kalender/land/sachsen.ics",
    "thema": "/kalender/thema/klima.ics",
    "umkreis": "/kalender/umkreis/02826-10.ics",
}


def titles(response) -> set[str]:
    assert response.status_code == 200
    calendar = icalendar.Calendar.from_ical(response.content)
    return {str(event["SUMMARY"]) for event in calendar.events}
