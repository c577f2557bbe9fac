"""Whose host is asked? Sets `request.place`, `request.is_editing_side` and Wagtail's site.

Known host: its site. Alias, or place that was merged: a permanent redirect. Unknown: our own 404
page, never the default site. The editing side answers on ADMIN_HOST only and nothing else does
there. While the database is away: 503.
"""

import logging

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from wagtail.models import Site

from . import former_hosts, hosts, known_hosts, previews
from .models import Network, Place
from .outage import DATABASE_IS_AWAY, try_later

logger = logging.getLogger(__name__)

EDITING_PREFIX = "/redaktion/"
# Files are served from the page's own host, so these answer on every host.
FILE_PREFIXES = ("/static/", "/media/")


def host_middleware(get_response):
    """The first middleware. No query for a known host, once it is in the cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.place = None
        request.is_editing_side = False
        hostname = _hostname(request)
        if hostname == settings.ADMIN_HOST and not _is_preview(request):
            return _editing_side(request, get_response)

        try:
            site = known_hosts.site_of(hostname)
            request.place = getattr(site, "place", None)
            elsewhere = _elsewhere(request, hostname, site)
        except DATABASE_IS_AWAY:
            logger.exception("Host %s: no database", hostname)
            return try_later(request)
        if elsewhere:
            return elsewhere
        request._wagtail_site = site  # Site.find_for_request() asks no more
        if request.path_info.startswith(EDITING_PREFIX):
            return _not_found_page(request)
        response = get_response(request)
        if settings.IS_DEMO or (request.place and request.place.status == Place.Status.PREPARING):
            response["X-Robots-Tag"] = "noindex"
        return response

    return middleware


def language_middleware(get_response):
    """The language comes from the path alone; one that the site has not switched on is 404."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.is_editing_side:
            return get_response(request)  # Wagtail's admin activates the editor's own language
        language = translation.get_language_from_path(request.path_info)
        if language and language not in enabled_languages(request):
            return _not_found_page(request)
        with translation.override(language or settings.LANGUAGE_CODE):
            request.LANGUAGE_CODE = translation.get_language()
            response = get_response(request)
        response.headers.setdefault("Content-Language", request.LANGUAGE_CODE)
        return response

    return middleware


def enabled_languages(request: HttpRequest) -> set[str]:
    """The languages of the asked site; only German until places can switch on others."""
    return {settings.LANGUAGE_CODE}


def _hostname(request: HttpRequest) -> str:
    """The asked host without its port; empty when it cannot be one."""
    asked = request.META.get("HTTP_HOST") or request.META["SERVER_NAME"]
    name, colon, port = asked.rpartition(":")
    if colon and not port.isdigit():
        return ""
    try:
        found = hosts.normalise(name if colon else asked)
    except UnicodeError:
        return ""
    return found if hosts.is_possible(found) else ""


def _is_preview(request: HttpRequest) -> bool:
    """Previews re-enter the middleware as a dummy request with the place's host name."""
    return bool(getattr(request, "is_dummy", False))


def _editing_side(request: HttpRequest, get_response) -> HttpResponse:
    path = request.path_info
    if path == "/":
        return HttpResponsePermanentRedirect(EDITING_PREFIX)
    if path == "/robots.txt":
        return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain")
    if not path.startswith((EDITING_PREFIX, *FILE_PREFIXES)):
        return _not_found_page(request)
    request.is_editing_side = True
    response = get_response(request)
    response["X-Robots-Tag"] = "noindex"
    previews.protect(request, response)
    patch_vary_headers(response, ["Cookie"])
    return response


def _elsewhere(request: HttpRequest, hostname: str, site: Site | None) -> HttpResponse | None:
    """The answer for a host that is none of a site's own; None lets the request pass."""
    if site is None:
        return former_hosts.from_alias(request, hostname) or _unknown_host(hostname)
    is_merged = request.place is not None and request.place.merged_into_id
    if is_merged and not _is_preview(request) and not request.path_info.startswith(FILE_PREFIXES):
        return former_hosts.from_merged(request, request.place)
    return None


def _unknown_host(hostname: str) -> HttpResponse:
    with translation.override(settings.LANGUAGE_CODE):
        network = Network.get()
        context = {
            "hostname": hosts.for_people(hostname)[:100],
            "network": network,
            "network_url": hosts.network_url(),
            "search_url": hosts.network_url("/orte/"),
        }
        return render(None, "errors/unknown_host.html", context, status=404)


def _not_found_page(request: HttpRequest) -> HttpResponse:
    from django.views.defaults import page_not_found

    with translation.override(settings.LANGUAGE_CODE):
        return page_not_found(request, Http404())
