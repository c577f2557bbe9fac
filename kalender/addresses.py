"""Addresses of events and of their dates, without a query: from the page's path and the place."""

from datetime import date

from django.conf import settings

from sites.places import hosts


def event_path(event) -> str:
    """ "/kalender/sommerfest/". The first two parts of a `url_path` are container and home; pages
    of another language than German stand below its code. Needs `event.locale`."""
    parts = event.url_path.strip("/").split("/")[2:]
    language = event.locale.language_code
    if language != settings.LANGUAGE_CODE:
        parts.insert(0, language)
    return f"/{'/'.join(parts)}/"


def event_url(event, place) -> str:
    """Absolute address of the event; `place` is its owner with its site, None the network."""
    return on_host(place, event_path(event))


def date_url(event, place, original_date: date) -> str:
    return on_host(place, f"{event_path(event)}{original_date.isoformat()}/")


def on_host(place, path: str) -> str:
    """Absolute address of a path on a place's host, or on the network's."""
    if place is None:
        return hosts.network_url(path)
    return hosts.absolute_url(place.site.hostname, path)
