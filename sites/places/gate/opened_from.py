"""Dialogs and uploads belong to the form that they were opened from: another window may have led
elsewhere meanwhile. Their addresses do not say from where; the Referer of our own pages does.

It chooses among the person's own tenants only, so a forged one grants nothing; without one the
session's tenant stays.
"""

from urllib.parse import parse_qs, urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.models import Collection, Page

from sites.places.models import Place
from sites.places.tenants import Tenant, territory_of

from .objects import collection_in_reach, keys_of, tenant_in_reach

# Forms with dialogs in them, and which of their arguments is a page of the tenant's.
PAGE_FORMS = {
    "wagtailadmin_pages:add": "parent_page_id",
    "wagtailadmin_pages:edit": "page_id",
    "wagtailadmin_pages:revisions_revert": "page_id",
    "kalender_act": "pk",
}
SETTINGS_FORM = "wagtailsettings:edit"  # `pk` is a site
IN_COLLECTION = "collection_id"  # lists of media lead to uploads with it behind the "?"


def opened_from(request: HttpRequest, kwargs: dict) -> Tenant | bool:
    """The tenant of the form behind the request; True if there is none. One query, two more for
    the centre away from its own sites."""
    if key := request.GET.get(IN_COLLECTION):
        return _by_collection(request, key) or True
    try:
        where = urlsplit(request.headers.get("referer", ""))
    except ValueError:
        return True
    if where.netloc != request.get_host():
        return True
    if key := parse_qs(where.query).get(IN_COLLECTION):
        return _by_collection(request, key[0]) or True
    try:
        match = resolve(where.path)
    except Resolver404:
        return True
    if match.view_name == SETTINGS_FORM:
        return _by_site(request, match.kwargs.get("pk")) or True
    if match.view_name in PAGE_FORMS:
        return _by_page(request, match.kwargs[PAGE_FORMS[match.view_name]]) or True
    return True


def _by_page(request: HttpRequest, key) -> Tenant | bool:
    path = Page.objects.filter(pk=key).values_list("path", flat=True).first()
    return bool(path) and tenant_in_reach(request, path)


def _by_collection(request: HttpRequest, key: str) -> Tenant | bool:
    keys = keys_of([key])
    path = keys and Collection.objects.filter(pk__in=keys).values_list("path", flat=True).first()
    return bool(path) and collection_in_reach(request, path)


def _by_site(request: HttpRequest, key) -> Tenant | None:
    territory = territory_of(request.user)
    for tenant in territory.tenants:
        if tenant.site_id == key:
            return tenant
    if not territory.everything:
        return None
    places = Place.objects.select_related("container", "collection", "site")
    return places.filter(site_id=key, collection__isnull=False).first()
