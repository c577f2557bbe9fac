"""Which posts does a site show? Every list of posts asks here."""

from django.db.models import Q, QuerySet

from sites.places.models import Network, Place

from .models import NewsPage


def news_for(place: Place | None) -> QuerySet[NewsPage]:
    """Live posts for a place's site, newest first: its own and those the network sends to all.
    For None: the network's own. One query with its pictures, plus one for the containers."""
    own = _below(place.container_id and place.container if place else _network_container())
    if place:
        own |= _below(_network_container()) & Q(audience=NewsPage.Audience.ALL)
    return _newest_first(NewsPage.objects.live().filter(own))


def network_posts_for_places() -> QuerySet[NewsPage]:
    """What the network sends to every place."""
    sent = _below(_network_container()) & Q(audience=NewsPage.Audience.ALL)
    return _newest_first(NewsPage.objects.live().filter(sent))


def own_posts(place: Place) -> QuerySet[NewsPage]:
    return _newest_first(NewsPage.objects.live().filter(_below(place.container)))


def _newest_first(posts: QuerySet[NewsPage]) -> QuerySet[NewsPage]:
    return posts.select_related("image").order_by("-date", "-pk")


def _below(container) -> Q:
    return Q(path__startswith=container.path) if container else Q(pk__in=[])


def _network_container():
    network = Network.objects.select_related("container").first()
    return network.container if network else None
