"""Host name → site and place, without a query: from the shared cache.

Rows are kept as plain values and only with fields that say which site it is; what changes without
a signal (children counted by treebeard, last activity) is read from the database when asked for.
"""

from typing import Any

from django.db.models import Model
from wagtail.models import Page, Site

from .models import Place
from .stamped_cache import StampedCache

known_hosts = StampedCache("hosts")

ROOT_PAGE_FIELDS = (
    *("id", "path", "depth", "url_path", "slug", "live"),
    *("locale_id", "translation_key", "content_type_id"),
)
PASSING_PLACE_FIELDS = {"last_activity_at"}


def site_of(hostname: str) -> Site | None:
    """The site of a canonical host name with `place` (None for the network) and `root_page`; None
    for an unknown host, which is asked anew each time."""
    kept = known_hosts.get(hostname, lambda: _load(hostname))
    return _site(kept) if kept else None


def _load(hostname: str) -> dict[str, dict | None] | None:
    found = Site.objects.select_related("place", "root_page").filter(hostname=hostname).first()
    if found is None:
        return None
    place = getattr(found, "place", None)
    return {
        "site": _values(found),
        "root_page": _values(found.root_page, only=ROOT_PAGE_FIELDS),
        "place": _values(place, but=PASSING_PLACE_FIELDS) if place else None,
    }


def _site(kept: dict) -> Site:
    site = _instance(Site, kept["site"])
    site.root_page = _instance(Page, kept["root_page"])
    place = _instance(Place, kept["place"]) if kept["place"] else None
    Site._meta.get_field("place").set_cached_value(site, place)
    if place:
        Place._meta.get_field("site").set_cached_value(place, site)
    return site


def _values(row: Model, *, only=None, but=frozenset()) -> dict[str, Any]:
    names = only or [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in but}


def _instance(model: type[Model], values: dict[str, Any]):
    """As from the database. Fields that are not kept, or that a newer version of the code has, are
    deferred; fields that it no longer has are left out."""
    names = [field.attname for field in model._meta.concrete_fields if field.attname in values]
    return model.from_db("default", names, [values[name] for name in names])
