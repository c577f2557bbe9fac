"""Hosts that lead elsewhere for good: former names of a site, and places merged into another."""

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import Resolver404
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from . import hosts
from .models import HostAlias, Place

CALENDAR_SUFFIX = ".ics"


def from_alias(request: HttpRequest, hostname: str) -> HttpResponse | None:
    """To the same address on the canonical host. One query."""
    alias = HostAlias.objects.select_related("site__place").filter(hostname=hostname).first()
    if alias is None:
        return None
    place = getattr(alias.site, "place", None)
    if place and place.merged_into_id:
        return from_merged(request, place)
    return lead_to(request, alias.site.hostname, request.get_full_path())


def from_merged(request: HttpRequest, place: Place) -> HttpResponse:
    """To the place that it was merged into: to the same page if that exists there, else to the
    nearest one above it; files and calendars keep their path. Three queries, five for an address
    below a page, such as a date of an event."""
    target = heir_of(place)
    path = request.get_full_path()
    if request.path_info.endswith("/"):
        nearest = _nearest_page(target, request.path_info)
        path = path if nearest == request.path_info else nearest
    return lead_to(request, target.site.hostname, path)


def heir_of(place: Place) -> Place:
    """The place that answers for a merged one now, also after a second merger. Itself if it was
    not merged. One query per merger."""
    seen = {place.pk}
    while place.merged_into_id and place.merged_into_id not in seen:
        seen.add(place.merged_into_id)
        heir = Place.objects.select_related("site__root_page").get(pk=place.merged_into_id)
        if heir.site is None:
            break
        place = heir
    return place


def lead_to(request: HttpRequest, hostname: str, path: str) -> HttpResponse:
    """308 for calendars: ICSx5 stores a new address on 308 only; 301 for everything else."""
    return HttpResponsePermanentRedirect(
        hosts.absolute_url(hostname, path),
        preserve_request=request.path_info.endswith(CALENDAR_SUFFIX),
    )


def _nearest_page(place: Place, path: str) -> str:
    """The longest part of `path` that a live page of the place answers; "/" at worst. One query,
    three if the page found has to say whether the rest is an address of its own."""
    root = place.site.root_page.url_path
    parts = path.strip("/").split("/")[:20]
    asked = ["/".join(parts[: count + 1]) + "/" for count in range(len(parts))] if parts[0] else []
    live = Page.objects.live().filter(url_path__in=[root, *(root + part for part in asked)])
    page = max(live, key=lambda found: len(found.url_path), default=None)
    if page is None:
        return "/"
    nearest = "/" + page.url_path[len(root) :]
    return path if _answers(page, path[len(nearest) :]) else nearest


def _answers(page: Page, rest: str) -> bool:
    """Whether the page itself has an address `rest` below it: "2026-11-30/" of an event."""
    if not rest or not issubclass(page.specific_class or Page, RoutablePageMixin):
        return not rest
    try:
        page.specific.resolve_subpage(f"/{rest}")
    except Resolver404:
        return False
    return True
