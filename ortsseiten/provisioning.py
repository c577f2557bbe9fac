"""Making and changing local sites. `create_local_site` is the one way to make a place: the form,
the import, the demo and the tests all come here."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from kalender.models import CalendarPage
from sites.content.changes import announce
from sites.content.models import PlaceSettings
from sites.content.provisioning import ensure_legal_pages
from sites.news.models import NewsIndexPage
from sites.places import hosts, postcodes
from sites.places.models import HostAlias, Network, Place, ResponsibleBody
from sites.places.slugs import slugify_german
from sites.places.tree import ensure_child, ensure_collection, ensure_container, ensure_site
from sites.projects.models import ProjectIndexPage

from .models import LocalHomePage, LocalPage


@dataclass(frozen=True, kw_only=True)
class PlaceFacts:
    """What a new place is made from; names left out follow from the official one."""

    official_name: str
    postcode: str
    slug: str = ""
    short_name: str = ""
    suffix: str = ""
    group_name: str = ""
    in_name: str = ""
    tagline: str = ""
    kind: str = Place.Kind.TOWN
    contact_person: str = ""
    contact_mail: str = ""
    contact_phone: str = ""


def create_local_site(
    facts: PlaceFacts,
    *,
    responsible_body: ResponsibleBody | None = None,
    status: str = Place.Status.PREPARING,
) -> Place:
    """Make the place with all its fixed pages, or complete one that was left half made.

    Idempotent by slug: a second call changes nothing that exists. About 90 queries and 0.3 s.
    Raises ValidationError with a German message for a postcode without a position, a reserved or
    foreign slug, or a missing network.
    """
    network = Network.get()
    if network is None:
        raise ValidationError(_("Zuerst muss die Netzwerkseite angelegt sein."))
    place = _ensure_row(facts, responsible_body or network.responsible_body, status)

    if place.container is None:
        place.container = ensure_container(slug=place.slug, title=place.display_name)
        place.save(update_fields=["container", "sort_key"])
    home = ensure_child(
        place.container,
        LocalHomePage(slug="start", title=place.group_name, teaser=facts.tagline),
    )
    if place.site is None:
        place.site = ensure_site(
            hostname=hosts.place_host(place.slug), root_page=home, name=place.group_name
        )
        place.save(update_fields=["site", "sort_key"])
    if place.collection is None:
        with transaction.atomic():
            place.collection = ensure_collection(place.display_name)
            place.save(update_fields=["collection", "sort_key"])
    _ensure_pages(home)
    PlaceSettings.objects.get_or_create(
        site=place.site,
        defaults={
            "contact_person": facts.contact_person,
            "contact_mail": facts.contact_mail,
            "contact_phone": facts.contact_phone,
        },
    )
    return place


def _ensure_row(facts: PlaceFacts, body: ResponsibleBody, status: str) -> Place:
    slug = facts.slug or _free_slug(facts)
    place = (
        Place.objects.select_related("container", "site", "collection").filter(slug=slug).first()
    )
    position = postcodes.find(facts.postcode)
    if place:
        if place.postcode != facts.postcode or place.official_name != facts.official_name:
            raise ValidationError(
                _("Die Kurzadresse „%(slug)s“ gehört schon zu %(place)s.")
                % {"slug": slug, "place": place.display_name}
            )
        return place
    if position is None:
        raise ValidationError(
            _(
                "Zur Postleitzahl „%(postcode)s“ kennen wir keine Lage. Bitte prüfen Sie die "
                "Zahl; bei Großkunden- und Postfachnummern hilft die Zahl des Ortes selbst."
            )
            % {"postcode": facts.postcode}
        )
    short_name = facts.short_name or facts.official_name
    place = Place(
        slug=slug,
        official_name=facts.official_name,
        short_name=short_name,
        suffix=facts.suffix,
        group_name=facts.group_name or f"Bürgernetz {short_name}",
        in_name=facts.in_name or f"in {short_name}",
        tagline=facts.tagline,
        kind=facts.kind,
        status=status,
        postcode=position.code,
        state_key=position.district_key[:2],
        district_key=position.district_key,
        latitude=position.latitude,
        longitude=position.longitude,
        responsible_body=body,
    )
    place.full_clean(exclude=["container", "site", "collection"])
    place.save()
    return place


def _free_slug(facts: PlaceFacts) -> str:
    """From the name; where another place has it, with the Kreis behind it."""
    slug = slugify_german(facts.short_name or facts.official_name)
    other = Place.objects.filter(slug=slug).exclude(
        official_name=facts.official_name, postcode=facts.postcode
    )
    position = postcodes.find(facts.postcode)
    if position and other.exists():
        slug = f"{slug}-{slugify_german(position.district)}"
    return slug


def _ensure_pages(home: LocalHomePage) -> None:
    """The blueprint: everything has its address from the start; what has no content yet is not in
    the menu (index pages) or not published (free pages)."""
    ensure_child(home, CalendarPage(slug="kalender", title="Termine", show_in_menus=True))
    ensure_child(home, NewsIndexPage(slug="aktuelles", title="Aktuelles", show_in_menus=True))
    ensure_child(home, ProjectIndexPage(slug="projekte", title="Projekte", show_in_menus=True))
    for slug, title in (("ueber-uns", "Über uns"), ("mitmachen", "Mitmachen")):
        ensure_child(home, LocalPage(slug=slug, title=title, show_in_menus=True, live=False))
    ensure_legal_pages(home)


@transaction.atomic
def rename_place(*, place: Place, **names: str) -> Place:
    """Change names of a place; its slug, UIDs and feed addresses stay. Announces the change."""
    allowed = {"official_name", "short_name", "group_name", "in_name", "suffix", "tagline"}
    if unknown := set(names) - allowed:
        raise ValueError(f"not a name: {', '.join(sorted(unknown))}")
    for field, value in names.items():
        setattr(place, field, value)
    place.full_clean()
    place.save()
    Site.objects.filter(pk=place.site_id).update(site_name=place.group_name)
    Collection.objects.filter(pk=place.collection_id).update(name=place.display_name)
    container = Page.objects.filter(pk=place.container_id)
    container.update(title=place.display_name, draft_title=place.display_name)
    place.site.root_page.specific.save()
    announce("place.renamed", place=place, subject=place)
    return place


@transaction.atomic
def change_host(*, place: Place, hostname: str) -> Place:
    """Move a place to another host name; the old one goes on answering with a 301."""
    new = _valid_host(hostname)
    site = place.site
    if new == site.hostname:
        return place
    if Site.objects.filter(hostname=new).exists():
        raise ValidationError(_("Diese Adresse gehört schon zu einer anderen Website."))
    if HostAlias.objects.filter(hostname=new).exclude(site=site).exists():
        raise ValidationError(_("Diese Adresse leitet schon zu einer anderen Website weiter."))
    HostAlias.objects.filter(hostname=new, site=site).delete()
    HostAlias.objects.get_or_create(hostname=site.hostname, defaults={"site": site})
    site.hostname = new
    site.save()
    announce("place.moved", place=place, subject=place)
    return place


def _valid_host(hostname: str) -> str:
    try:
        new = hosts.normalise(hostname)
    except UnicodeError:
        new = ""
    if not hosts.is_possible(new) or new == settings.ADMIN_HOST:
        raise ValidationError(_("„%s“ kann keine Adresse einer Ortsseite sein.") % hostname[:100])
    return new


@transaction.atomic
def change_status(*, place: Place, status: str) -> Place:
    """Open, pause, reopen or close a place."""
    place.status = Place.Status(status)
    place.save(update_fields=["status", "sort_key"])
    announce("place.status", place=place, subject=place)
    return place
