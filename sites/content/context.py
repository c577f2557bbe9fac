"""What every public template knows: whose site it is, its menu, the legal links, the day."""

from urllib.parse import quote

from django.conf import settings
from django.utils.functional import SimpleLazyObject
from wagtail.models import Site

from sites.places import hosts
from sites.places.models import Network, Place
from sites.runtime import clock

from .models import LegalPage, PlaceSettings
from .navigation import menu_of


def surface(request) -> dict:
    """Context processor of public pages: four queries, none on the editing side. Lazy: a template
    that shows no menu pays for none."""
    if getattr(request, "is_editing_side", True):
        return {}
    site = Site.find_for_request(request)
    place = request.place
    root = site.root_page
    return {
        "network": SimpleLazyObject(_network),
        "place": place,
        "site_name": place.group_name if place else settings.WAGTAIL_SITE_NAME,
        "site_settings": SimpleLazyObject(lambda: PlaceSettings.for_site(site)),
        "menu": SimpleLazyObject(lambda: _menu(request, root)),
        "legal_links": SimpleLazyObject(lambda: legal_links(root)),
        "home_url": "/",
        "today": clock.today(),
        "is_demo": settings.IS_DEMO,
        "noindex": settings.IS_DEMO or bool(place and place.status == Place.Status.PREPARING),
        "canonical_url": hosts.absolute_url(site.hostname, quote(request.path)),
        "editing_login_url": hosts.editing_url(),
    }


def _menu(request, root) -> list[dict]:
    place = request.place
    if place and place.status == Place.Status.PREPARING:
        return []
    return menu_of(root, current_path=request.path, all_indexes=place is None)


def legal_links(root) -> list[dict]:
    prefix = len(root.url_path)
    pages = LegalPage.objects.child_of(root).live().only("title", "url_path")
    return [{"title": page.title, "url": "/" + page.url_path[prefix:]} for page in pages]


def _network() -> dict:
    network = Network.get()
    return {
        "name": network.name if network else settings.WAGTAIL_SITE_NAME,
        "claim": network.claim if network else "",
        "url": hosts.network_url(),
        "calendar_url": hosts.network_url("/kalender/"),
        "places_url": hosts.network_url("/orte/"),
        "contact_mail": network.contact_mail if network else "",
        "contact_phone": network.contact_phone if network else "",
    }
