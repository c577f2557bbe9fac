"""What makes cached hosts and root paths out of date: two-line receivers, and what they call.

New sites, places and homes need nothing to be forgotten but their own keys: "none" is never kept.
"""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Site, get_page_models
from wagtail.signals import page_slug_changed, post_page_move

from .known_hosts import PASSING_PLACE_FIELDS, known_hosts
from .models import HostAlias, Network, Place
from .root_paths import HOME_DEPTH, known_roots

# Written along with every save of a place.
_UNSEEN_PLACE_FIELDS = PASSING_PLACE_FIELDS | {"sort_key"}


def connect() -> None:
    for model in {Page, *get_page_models()}:
        post_save.connect(_page_saved, sender=model, dispatch_uid=f"forget-{model._meta.label}")
    post_delete.connect(_page_gone, sender=Page, dispatch_uid="forget-page")
    post_page_move.connect(_page_moved, dispatch_uid="forget-moved-page")
    page_slug_changed.connect(_page_renamed, dispatch_uid="forget-renamed-page")
    for model in (HostAlias, Network):
        uid = f"forget-{model._meta.label}"
        post_save.connect(_hosts_changed, sender=model, dispatch_uid=uid)
        post_delete.connect(_hosts_changed, sender=model, dispatch_uid=uid)
    post_save.connect(_site_saved, sender=Site, dispatch_uid="forget-site")
    post_delete.connect(_site_gone, sender=Site, dispatch_uid="forget-site")
    post_save.connect(_place_saved, sender=Place, dispatch_uid="forget-place")
    post_delete.connect(_hosts_changed, sender=Place, dispatch_uid="forget-place")


def everything() -> None:
    known_hosts.forget_all()
    known_roots.forget_all()


def new_site(site: Site) -> None:
    """The homes of a new site may already be those of another one. One query."""
    homes = Page.objects.filter(translation_key=site.root_page.translation_key)
    known_roots.forget(*homes.values_list("path", flat=True))
    known_hosts.forget(site.hostname)


def home_saved(page: Page) -> None:
    known_roots.forget(page.path)
    sites = Site.objects.filter(root_page=page)
    known_hosts.forget(*sites.values_list("hostname", flat=True))


def place_saved(place: Place, update_fields) -> None:
    if update_fields is not None and set(update_fields) <= _UNSEEN_PLACE_FIELDS:
        return
    if place.site_id:
        known_hosts.forget(place.site.hostname)


def _is_near_root(page: Page) -> bool:
    return page.depth is not None and page.depth <= HOME_DEPTH


def _page_saved(sender, instance, created, raw=False, **kwargs) -> None:
    if _is_near_root(instance):
        _near_root_saved(instance, created)


def _near_root_saved(page: Page, created: bool) -> None:
    """A saved container may have renamed the paths of all homes below it."""
    if page.depth == HOME_DEPTH:
        home_saved(page)
    elif not created:
        everything()


def _page_gone(sender, instance, **kwargs) -> None:
    if _is_near_root(instance):
        everything()


def _page_moved(sender, parent_page_before, parent_page_after, **kwargs) -> None:
    """Also the pages beside it may have other paths now."""
    if min(parent_page_before.depth, parent_page_after.depth) < HOME_DEPTH:
        everything()


def _page_renamed(sender, instance, **kwargs) -> None:
    if _is_near_root(instance):
        everything()


def _hosts_changed(sender, **kwargs) -> None:
    known_hosts.forget_all()


def _site_saved(sender, instance, created, raw=False, **kwargs) -> None:
    """Rows from a file (raw) may come before the pages they point to."""
    new_site(instance) if created and not raw else everything()


def _site_gone(sender, **kwargs) -> None:
    everything()


def _place_saved(sender, instance, update_fields=None, **kwargs) -> None:
    place_saved(instance, update_fields)
