"""Small public addresses that are no pages, and the error pages."""

import sys

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Site

from sites.places import hosts
from sites.places.outage import DATABASE_IS_AWAY, try_later


@require_safe
def robots(request) -> HttpResponse:
    """Nothing is forbidden: Google's calendar importer obeys this file (calendar.md, 1.1). Pages
    that should stay out of search say `noindex` themselves."""
    hostname = Site.find_for_request(request).hostname
    lines = [
        "User-agent: *",
        "Disallow:",
        f"Sitemap: {hosts.absolute_url(hostname, '/sitemap.xml')}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


def closed(request, **kwargs) -> HttpResponse:
    """For addresses that a library brings along and that we do not offer."""
    raise Http404


def not_found(request, exception=None) -> HttpResponse:
    context = {"editing": getattr(request, "is_editing_side", False)}
    return render(request, "404.html", context, status=404)


def server_error(request) -> HttpResponse:
    """Without context processors: the database may be what failed, and then it is a 503."""
    if isinstance(sys.exception(), DATABASE_IS_AWAY):
        return try_later(request)
    return render(None, "500.html", status=500)
