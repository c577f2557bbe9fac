"""The parts of a place's home page, from its content, in the order of the page."""

from kalender import listing, subscribe
from sites.content.models import PlaceSettings
from sites.content.models.base import attach_places
from sites.news.posts import network_posts_for_places, own_posts
from sites.places.models import Place
from sites.places.nearby import nearest
from sites.projects.listing import projects_for
from sites.runtime import clock

DATES = 4  # the next one large, three more
PROJECTS = 3
OWN_POSTS = 2
NEARBY_PLACES = 3


def place_page_parts(page, place: Place) -> dict:
    """Context of a place's home page. About ten queries, whatever the number of places."""
    settings = PlaceSettings.for_site(place.site)
    if place.status == Place.Status.PREPARING:
        return {"contact": settings.contact}
    dates = list(listing.upcoming_for_place(place, limit=DATES))
    posts = [*own_posts(place)[:OWN_POSTS], *network_posts_for_places()[:1]]
    near = nearest(place.latitude, place.longitude, limit=NEARBY_PLACES, but=place)
    return {
        "next_date": dates[0] if dates else None,
        "more_dates": dates[1:],
        "projects": attach_places(projects_for(place)[:PROJECTS]),
        "posts": attach_places(posts),
        "ways": list(page.ways.all()),
        "nearby": listing.attach_next_dates(near),
        "contact": settings.contact,
        "alert": settings.alert,
        "subscribe": subscribe.subscription(place=place),
        "today": clock.today(),
    }
