"""Changing the current tenant, looking as a team does, and the settings of the current site."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from wagtail.admin import messages

from sites.places import current, looking
from sites.places.models import Place
from sites.places.tenants import Tenant, territory_of

from . import offers


@require_http_methods(["GET", "HEAD", "POST"])
def switch_place(request: HttpRequest) -> HttpResponse:
    """POST `place`: a place's key, or 0 for the network."""
    if request.method == "POST":
        tenant = _posted(request, territory_of(request.user))
        current.follow(request, tenant)
        messages.success(request, _("Sie arbeiten jetzt hier: %s") % tenant)
        return redirect(_back(request))
    text = request.GET.get("q", "")[:100]
    found = offers.for_territory(territory_of(request.user), text)
    context = {
        "rows": [
            {
                "tenant": tenant,
                "key": current.key_of(tenant),
                "is_current": tenant == request.tenant,
                "may_look": isinstance(tenant, Place) and looking.may_look(request.user, tenant),
            }
            for tenant in found.tenants
        ],
        "offers": found,
        "text": text,
        "next": request.GET.get("next", ""),
        "most": offers.MOST,
    }
    return render(request, "places/switching/switch.html", context)


@require_POST
def look_as(request: HttpRequest) -> HttpResponse:
    place = current.place_by_key(_key(request))
    if place is None:
        raise PermissionDenied  # the same answer as for a place out of reach
    looking.start(request=request, place=place, reason=request.POST.get("reason", "")[:500])
    return redirect("wagtailadmin_home")


@require_POST
def look_end(request: HttpRequest) -> HttpResponse:
    looking.end(request=request)
    messages.success(request, _("Die Ansicht ist zu Ende. Sie arbeiten wieder als Sie selbst."))
    return redirect("wagtailadmin_home")


@require_GET
def settings_here(request: HttpRequest, app_name: str, model_name: str) -> HttpResponse:
    """Stands before Wagtail's view, which leads to the site of the host, the network's."""
    if request.tenant is None:
        raise Http404
    return redirect("wagtailsettings:edit", app_name, model_name, request.tenant.site_id)


def _posted(request: HttpRequest, territory) -> Tenant:
    tenant = current.find(territory, _key(request))
    if tenant is None:
        raise PermissionDenied
    return tenant


def _key(request: HttpRequest) -> int:
    text = request.POST.get("place", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise PermissionDenied
    return int(text)


def _back(request: HttpRequest) -> str:
    """Where the person came from, if that is a list: a page about one thing would lead back to the
    place that the thing belongs to."""
    home = reverse("wagtailadmin_home")
    path = request.POST.get("next", "").split("?")[0].split("#")[0]
    if not url_has_allowed_host_and_scheme(path, allowed_hosts=None) or not path.startswith(home):
        return home
    try:
        match = resolve(path)
    except Resolver404:
        return home
    return home if match.kwargs or match.args or match.view_name == "switch_place" else path
