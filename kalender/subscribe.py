"""Links for subscribing to a calendar, for every kind of program; see calendar.md 1.2."""

from urllib.parse import quote

from kalender import feed_scopes
from kalender.models import FeedState
from sites.places import hosts
from themes.german_dates import day_and_month

ADD_BY_ADDRESS = "https://calendar.google.com/calendar/u/0/r/settings/addbyurl"


def subscription(
    *, place=None, state=None, district=None, topic=None, postcode=None, radius=None
) -> dict:
    """Title and addresses for the subscribe panel; everything None means the network.

    One query, for what the feed leaves out. `state` and `district` are of sites.places.regions.
    """
    if place:
        scope = feed_scopes.of_place(place)
    elif district:
        scope = feed_scopes.of_district(district)
    elif state:
        scope = feed_scopes.of_state(state)
    elif topic:
        scope = feed_scopes.of_topic(topic)
    elif postcode:
        scope = feed_scopes.of_radius(postcode, radius or 25)
    else:
        scope = feed_scopes.of_network()
    return _links(scope)


def left_out_text(state: FeedState | None) -> str:
    """What a calendar with very many dates leaves out, and where to find it."""
    if state is None or not state.left_out:
        return ""
    until = f" und reicht bis zum {day_and_month(state.shown_until)}" if state.shown_until else ""
    return (
        f"Dieser Kalender ist zu groß für manche Programme{until}: {state.left_out} weitere "
        "Termine stehen auf der Seite und in den kleineren Kalendern für Ort, Umkreis, Kreis "
        "oder Thema."
    )


def _links(scope: feed_scopes.FeedScope) -> dict:
    address = hosts.network_url(scope.path)
    subscribed = _webcal(address)
    google = _webcal(hosts.network_url(scope.google_path))
    outlook = f"url={quote(address, safe='')}&name={quote(scope.name, safe='')}"
    state = FeedState.objects.filter(key=scope.key, is_google=False).first()
    return {
        "title": scope.name,
        "https_url": address,
        "webcal_url": subscribed,
        "google_url": f"https://calendar.google.com/calendar/r?cid={quote(google, safe='')}",
        "google_fallback_url": ADD_BY_ADDRESS,
        "outlook_url": f"https://outlook.live.com/calendar/0/addfromweb?{outlook}",
        "microsoft365_url": f"https://outlook.office.com/calendar/0/addfromweb?{outlook}",
        "download_url": address,
        "page_url": scope.page_url,
        "left_out_text": left_out_text(state),
    }


def _webcal(address: str) -> str:
    """`webcal:`, never `webcals:`: Apple's programs know only the first."""
    return f"webcal://{address.partition('://')[2]}"
