"""Slugs of events. Pure."""

from sites.places.slugs import slugify_german

# What stands directly below /kalender/ and is no event, now or later.
RESERVED = frozenset(
    [
        "abo",
        "abonnieren",
        "archiv",
        "aushang",
        "auswahl",
        "feed",
        "frueher",
        "heute",
        "karte",
        "kreis",
        "land",
        "liste",
        "monat",
        "netzwerk",
        "ort",
        "orte",
        "suche",
        "tag",
        "termin",
        "termine",
        "thema",
        "umkreis",
        "woche",
        "wochenende",
    ]
)
MAX_LENGTH = 80


def event_slug(title: str) -> str:
    """ "Frühjahrsputz am Fluß" → "fruehjahrsputz-am-fluss"; reserved words and titles without a
    Latin letter get a suffix or a name. Leaves room for a number that makes it unique."""
    slug = slugify_german(title)[:MAX_LENGTH].strip("-") or "termin"
    return f"{slug}-termin" if slug in RESERVED else slug
