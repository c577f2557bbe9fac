"""The subscribable calendars: one view per kind of address (calendar.md 1.2).

All live on the network's host, `/kalender.ics` on every host. They know neither sessions nor
languages; the body is rendered only when the stored validators do not answer.
"""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404

from kalender import feed_scopes
from kalender.conditional import calendar_file, calendar_response, is_unchanged, not_modified
from kalender.feed_scopes import FeedScope
from kalender.feed_states import known, published
from sites.content.models import Topic
from sites.places import former_hosts, postcodes, regions
from sites.places.models import Place


@calendar_file
def own_feed(request: HttpRequest, google: str | None = None) -> HttpResponse:
    """`/kalender.ics`: the calendar of the host that is asked."""
    if request.place is None:
        return _answer(request, feed_scopes.of_network(), google)
    if request.place.status == Place.Status.PREPARING:
        raise Http404
    return _answer(request, feed_scopes.of_place(request.place), google)


@calendar_file
def network_feed(request: HttpRequest, google: str | None = None) -> HttpResponse:
    _only_on_network_host(request)
    return _answer(request, feed_scopes.of_network(), google)


@calendar_file
def place_feed(request: HttpRequest, slug: str, google: str | None = None) -> HttpResponse:
    """A pausing or closed place goes on answering, a merged one leads to its heir; one in
    preparation is not there yet."""
    _only_on_network_host(request)
    places = Place.objects.exclude(status=Place.Status.PREPARING).select_related("site")
    place = get_object_or_404(places, slug=slug)
    if place.merged_into_id:
        scope = feed_scopes.of_place(former_hosts.heir_of(place))
        path = scope.google_path if google else scope.path
        return HttpResponsePermanentRedirect(path, preserve_request=True)  # 308
    return _answer(request, feed_scopes.of_place(place), google)


@calendar_file
def district_feed(request: HttpRequest, slug: str, google: str | None = None) -> HttpResponse:
    """Only the key decides; another name leads to the current one for good."""
    _only_on_network_host(request)
    district = regions.district_by_slug(slug)
    if district is None:
        raise Http404
    scope = feed_scopes.of_district(district)
    if slug != district.slug:
        path = scope.google_path if google else scope.path
        return HttpResponsePermanentRedirect(path, preserve_request=True)  # 308
    return _answer(request, scope, google)


@calendar_file
def state_feed(request: HttpRequest, slug: str, google: str | None = None) -> HttpResponse:
    _only_on_network_host(request)
    state = regions.state_by_slug(slug)
    if state is None:
        raise Http404
    return _answer(request, feed_scopes.of_state(state), google)


@calendar_file
def topic_feed(request: HttpRequest, slug: str, google: str | None = None) -> HttpResponse:
    _only_on_network_host(request)
    topic = get_object_or_404(Topic.objects.prefetch_related("names"), slug=slug)
    return _answer(request, feed_scopes.of_topic(topic), google)


@calendar_file
def radius_feed(
    request: HttpRequest, postcode: str, km: str, google: str | None = None
) -> HttpResponse:
    """A postcode without a position (companies, post boxes) has no circle."""
    _only_on_network_host(request)
    area = postcodes.find(postcode)
    if area is None:
        raise Http404
    return _answer(request, feed_scopes.of_radius(area, int(km)), google)


def _only_on_network_host(request: HttpRequest) -> None:
    if request.place is not None:
        raise Http404


def _answer(request: HttpRequest, scope: FeedScope, google: str | None) -> HttpResponse:
    state = known(scope, google=bool(google))
    if (
        state.is_fresh
        and state.changed_at
        and is_unchanged(request, state.digest, state.changed_at)
    ):
        return not_modified(request, state.digest, state.changed_at)
    feed = published(scope, state)
    path = scope.google_path if google else scope.path
    return calendar_response(
        request,
        feed.body,
        digest=feed.digest,
        changed_at=feed.changed_at,
        filename=path.rpartition("/")[2],
    )
