"""Making the network's own site: once, before the first place. Every step can be repeated."""

from django.db import transaction
from wagtail.models import Locale, Page, Site

from kalender.models import CalendarPage
from sites.content.provisioning import ensure_legal_pages
from sites.content.review import ensure_review_workflow
from sites.news.models import NewsIndexPage
from sites.places import hosts
from sites.places.models import Network, ResponsibleBody
from sites.places.tree import ensure_child, ensure_collection, ensure_container, ensure_site
from sites.projects.models import ProjectIndexPage

from .models import HomePage, PlaceIndexPage


def create_network(*, responsible_body: dict, contact_mail: str = "") -> Network:
    """The network's container, home, fixed pages, Site, collection and the default Träger.

    Idempotent and resumable: what exists stays as it is, but the site's host follows BASE_DOMAIN.
    `responsible_body` holds the fields of ResponsibleBody; `name` identifies it.
    """
    from django.conf import settings

    Locale.objects.get_or_create(language_code=settings.LANGUAGE_CODE)
    _remove_welcome_page()
    body, _made = ResponsibleBody.objects.get_or_create(
        name=responsible_body["name"], defaults=responsible_body
    )
    container = ensure_container(slug="netzwerk", title="Netzwerk")
    home = ensure_child(container, HomePage(slug="start", title=settings.WAGTAIL_SITE_NAME))
    site = ensure_site(
        hostname=hosts.normalise(settings.BASE_DOMAIN),
        root_page=home,
        name=settings.WAGTAIL_SITE_NAME,
        is_default=True,
    )
    network = Network.objects.filter(container=container).first()
    if network is None:
        with transaction.atomic():
            network = Network.objects.create(
                site=site,
                container=container,
                collection=ensure_collection("Netzwerk"),
                responsible_body=body,
                contact_mail=contact_mail,
            )
    ensure_child(home, PlaceIndexPage(slug="orte", title="Orte", show_in_menus=True))
    ensure_child(home, CalendarPage(slug="kalender", title="Termine", show_in_menus=True))
    ensure_child(home, NewsIndexPage(slug="aktuelles", title="Aktuelles", show_in_menus=True))
    ensure_child(home, ProjectIndexPage(slug="projekte", title="Projekte", show_in_menus=True))
    ensure_legal_pages(home)
    ensure_review_workflow()
    return network


def _remove_welcome_page() -> None:
    """Wagtail's first migration leaves a "Welcome" page and a Site that points to it."""
    welcome = Page.objects.filter(depth=2, slug="home", url_path="/home/").first()
    if welcome and welcome.specific_class is Page and not welcome.get_children().exists():
        Site.objects.filter(root_page=welcome).delete()
        welcome.delete()
