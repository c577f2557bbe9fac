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
from sites.content.provisioning import legal_pages
from sites.news.models import NewsIndexPage
from sites.places import hosts, postcodes
from sites.places.models import HostAlias, Network, Place, ResponsibleBody
from sites.places.slugs import slugify_german
from sites.places.tree import (
    ensure_child,
    ensure_children,
    ensure_collection,
    ensure_container,
    ensure_site,
)
from sites.projects.models import ProjectIndexPage
from sites.runtime import clock

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

    Idempotent by slug and postcode: a second call changes nothing that exists. About 330
    statements, savepoints included, and 0.2 to 0.5 s, whatever the number of places.
    Raises ValidationError with a German message for a postcode without a position, a reserved or
    foreign slug, or a missing network.
    """
    network = Network.get()
    if network is None:
        raise ValidationError(_("Zuerst muss die Netzwerkseite angelegt sein."))
    place = ensure_row(facts, responsible_body or network.responsible_body, status)

    if place.container is None:
        place.container = ensure_container(slug=place.slug, title=place.display_name)
        place.save(update_fields=["container"])
    home = ensure_child(
        place.container,
        LocalHomePage(slug="start", title=place.group_name, teaser=facts.tagline),
    )
    if place.site is None or place.collection is None:
        _ensure_site_and_collection(place, home, facts)
    ensure_children(home, _blueprint())
    place.site.root_page = home  # the one that knows its children
    return place


def find_local_site(facts: PlaceFacts) -> Place | None:
    """The place that these facts are about, if it exists. Two queries.

    A place is known by slug and postcode; its names may have changed since."""
    places = Place.objects.filter(postcode=facts.postcode.strip())
    return places.filter(slug__in=[facts.slug] if facts.slug else _slugs(facts)).first()


def is_complete(place: Place) -> bool:
    """Whether provisioning came to its end, by the last thing it makes: the pages below the home
    page, all at once. Two queries."""
    if not (place.container_id and place.site_id and place.collection_id):
        return False
    return place.site.root_page.numchild > 0


def ensure_row(facts: PlaceFacts, body: ResponsibleBody, status: str) -> Place:
    """The place's row alone, made if missing; the first step of `create_local_site`."""
    place = find_local_site(facts)
    if place:
        known = Place.objects.select_related("container", "site__root_page", "collection")
        return known.get(pk=place.pk)
    position = postcodes.find(facts.postcode)
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
        slug=_free_slug(facts, position),
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


def _slugs(facts: PlaceFacts) -> list[str]:
    """What the name gives: by itself, and with the Kreis behind it."""
    slug = slugify_german(facts.short_name or facts.official_name)
    position = postcodes.find(facts.postcode)
    return [slug, f"{slug}-{slugify_german(position.district)}"] if position else [slug]


def _free_slug(facts: PlaceFacts, position: postcodes.Postcode) -> str:
    """From the name; where a place of another Kreis has it, with the Kreis behind it. Two places
    of one name in one Kreis are most likely one town with two postcodes."""
    slugs = [facts.slug] if facts.slug else _slugs(facts)
    taken = {place.slug: place for place in Place.objects.filter(slug__in=slugs)}
    other = taken.get(slugs[0])
    if other is None:
        return slugs[0]
    if facts.slug or other.district_key == position.district_key or slugs[1] in taken:
        other = taken.get(slugs[-1], other)
        raise ValidationError(
            _(
                "Die Kurzadresse „%(slug)s“ gehört schon zu %(place)s (%(postcode)s). Ist es ein "
                "anderer Ort, braucht er einen anderen kurzen Namen."
            )
            % {"slug": other.slug, "place": other.display_name, "postcode": other.postcode}
        )
    return slugs[1]


@transaction.atomic
def _ensure_site_and_collection(place: Place, home: LocalHomePage, facts: PlaceFacts) -> None:
    """With its settings: a visitor of a site without any would make them, empty."""
    place.site = place.site or ensure_site(
        hostname=hosts.place_host(place.slug), root_page=home, name=place.group_name
    )
    place.collection = place.collection or ensure_collection(place.display_name)
    place.save(update_fields=["site", "collection"])
    PlaceSettings.objects.get_or_create(
        site=place.site,
        defaults={
            "contact_person": facts.contact_person,
            "contact_mail": facts.contact_mail,
            "contact_phone": facts.contact_phone,
        },
    )


def _blueprint() -> list[Page]:
    """Everything has its address from the start; what has no content yet is not in the menu
    (index pages) or not published (free pages)."""
    return [
        CalendarPage(slug="kalender", title="Termine", show_in_menus=True),
        NewsIndexPage(slug="aktuelles", title="Aktuelles", show_in_menus=True),
        ProjectIndexPage(slug="projekte", title="Projekte", show_in_menus=True),
        LocalPage(slug="ueber-uns", title="Über uns", show_in_menus=True, live=False),
        LocalPage(slug="mitmachen", title="Mitmachen", show_in_menus=True, live=False),
        *legal_pages(),
    ]


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
    place.closed_at = clock.now() if place.status == Place.Status.CLOSED else None
    place.save(update_fields=["status", "closed_at"])
    announce("place.status", place=place, subject=place)
    return place
