"""Writing the fixed parts of a site's tree. For provisioning only; every step can be repeated."""

from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from .models import ContainerPage


def ensure_container(*, slug: str, title: str) -> ContainerPage:
    """The container page with this slug directly below the root, made if missing.

    A short transaction of its own: treebeard locks the root's row for every new child."""
    existing = ContainerPage.objects.filter(slug=slug, depth=2).first()
    if existing:
        return existing
    with transaction.atomic():
        root = Page.objects.select_for_update().get(depth=1)
        container = ContainerPage(
            title=title, slug=slug, live=False, locale=Locale.objects.get(language_code="de")
        )
        return root.add_child(instance=container)


def ensure_child(parent: Page, page: Page) -> Page:
    """The child of `parent` with the slug and type of `page`, added if missing. Two queries."""
    existing = type(page).objects.child_of(parent).filter(slug=page.slug).first()
    if existing:
        return existing
    page.locale = Locale.objects.get(language_code="de")
    parent.refresh_from_db()  # treebeard counts children in the parent's row
    return parent.add_child(instance=page)


def ensure_collection(name: str) -> Collection:
    """A collection below the root collection. Names are for people; rows point to it by key."""
    with transaction.atomic():
        root = Collection.objects.select_for_update().get(depth=1)
        return root.add_child(name=name)


def ensure_site(*, hostname: str, root_page: Page, name: str, is_default: bool = False) -> Site:
    """The Site of this root page; its host name is only set when it is made. Port is unused: public
    addresses take theirs from the settings."""
    site, _made = Site.objects.get_or_create(
        root_page=root_page,
        defaults={
            "hostname": hostname,
            "port": 80,
            "site_name": name,
            "is_default_site": is_default,
        },
    )
    return site
