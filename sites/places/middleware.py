"""Whose host is asked? Sets `request.place`, `request.is_editing_side` and Wagtail's site.

Known host: its site. Alias: 301 to the canonical host. Unknown: our own 404 page, never the
default site. The editing side answers on ADMIN_HOST only and nothing else does there.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from wagtail.models import Site

from . import hosts
from .models import HostAlias, Network, Place

EDITING_PREFIX = "/redaktion/"
# Files are served from the page's own host, so these answer on every host.
FILE_PREFIXES = ("/static/", "/media/")


def host_middleware(get_response):
    """The first middleware. One query per request for a known host (two with an alias)."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.place = None
        request.is_editing_side = False
        hostname = _hostname(request)
        if hostname == settings.ADMIN_HOST and not _is_preview(request):
            return _editing_side(request, get_response)

        site = _site(hostname)
        if site is None:
            return _alias_or_unknown(request, hostname)
        request._wagtail_site = site  # Site.find_for_request() asks no more
        request.place = getattr(site, "place", None)
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


def _site(hostname: str) -> Site | None:
    return Site.objects.select_related("place", "root_page").filter(hostname=hostname).first()


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
    patch_vary_headers(response, ["Cookie"])
    return response


def _alias_or_unknown(request: HttpRequest, hostname: str) -> HttpResponse:
    alias = HostAlias.objects.select_related("site").filter(hostname=hostname).first()
    if alias:
        target = hosts.absolute_url(alias.site.hostname, request.get_full_path())
        return HttpResponsePermanentRedirect(target)
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
