"""Links that put one date into a web calendar or onto a map; see calendar.md 1.2. No request."""

from datetime import timedelta
from urllib.parse import quote

from kalender.models import Occurrence

DETAILS_LIMIT = 900  # characters; longer addresses are cut by the other side


def google_event_url(row: Occurrence, location: str) -> str:
    """Whole days end exclusively; times are local with their zone."""
    if row.all_day:
        after = row.last_day + timedelta(days=1)
        dates = f"{row.first_day:%Y%m%d}/{after:%Y%m%d}"
    else:
        dates = f"{row.local_start:%Y%m%dT%H%M%S}/{row.local_end:%Y%m%dT%H%M%S}"
    fields = {
        "text": row.title,
        "dates": dates,
        "ctz": "Europe/Berlin",
        "details": _details(row),
        "location": location,
    }
    return f"https://calendar.google.com/calendar/render?action=TEMPLATE&{_query(fields)}"


def outlook_event_url(row: Occurrence, location: str) -> str:
    fields = {
        "startdt": f"{row.local_start:%Y-%m-%dT%H:%M:%S}",
        "enddt": f"{row.local_end:%Y-%m-%dT%H:%M:%S}",
        "subject": row.title,
        "body": _details(row),
        "location": location,
    }
    if row.all_day:
        fields |= {"startdt": row.first_day.isoformat(), "allday": "true"}
        fields["enddt"] = (row.last_day + timedelta(days=1)).isoformat()
    base = "https://outlook.live.com/calendar/0/deeplink/compose"
    return f"{base}?path=/calendar/action/compose&rru=addevent&{_query(fields)}"


def map_url(location: str) -> str:
    """A plain link, nothing embedded; "" without a location."""
    if not location:
        return ""
    return f"https://www.openstreetmap.org/search?query={quote(location, safe='')}"


def _details(row: Occurrence) -> str:
    return "\n\n".join(part for part in (row.teaser[:DETAILS_LIMIT], row.url) if part)


def _query(fields: dict[str, str]) -> str:
    """Blanks as %20, never as +."""
    return "&".join(f"{name}={quote(value, safe='')}" for name, value in fields.items())
