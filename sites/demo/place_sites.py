"""One place of the demo: its site, its people, its pages, its events."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max
from wagtail.models import Page

from kalender.models import CalendarPage
from ortsseiten.models import LocalHomePage, LocalPage, Way
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.places.models import Place
from sites.runtime import clock

from . import contacts
from .accounts import coordinator, place_accounts
from .contents import fill_page, publish_dates, write_posts, write_projects
from .dating import days_ago
from .event_pages import EventWriter
from .page_tree import text_blocks
from .plan import plan
from .repertoire import number
from .words import PlaceWords
from .workshop import Workshop

STATUS = {"preparing": Place.Status.PREPARING, "paused": Place.Status.PAUSED}
WAYS = 3


@dataclass(frozen=True)
class Written:
    """How much was added by one call."""

    events: int = 0
    posts: int = 0
    projects: int = 0
    is_new: bool = False


def write_place(workshop: Workshop, words: PlaceWords) -> Written:
    """Everything of the place that does not exist yet: 1 to 3 seconds the first time, a few
    milliseconds later. Can be cut short anywhere and called again."""
    key = f"place/{words.slug}"
    is_new = key not in workshop.ledger
    if is_new:
        facts = _facts(words)
        place = create_local_site(facts, status=STATUS.get(words.tier, Place.Status.ACTIVE))
        workshop.ledger.once(key, lambda: _furnish(workshop, place, words))
    place = _existing(words.slug)
    if place is None:
        return Written()
    place_accounts(workshop.ledger, workshop.words, place, words)
    if place.status == Place.Status.PREPARING:
        return Written(is_new=is_new)
    owner = coordinator(place)
    home = place.site.root_page
    first_build = f"place/{words.slug}/events" not in workshop.ledger
    may_grow = first_build or place.status == Place.Status.ACTIVE
    written = Written(
        events=_write_events(workshop, place, words, owner, first_build) if may_grow else 0,
        posts=write_posts(workshop, words.slug, home, owner=owner),
        projects=write_projects(workshop, words.slug, home, owner=owner, mail=contacts.mail(words)),
        is_new=is_new,
    )
    workshop.ledger.once(f"place/{words.slug}/events", lambda: _seem_alive(place))
    return written


def _seem_alive(place: Place) -> None:
    """The last sign of life is what was published last, not the moment when the demo was built."""
    pages = Page.objects.filter(path__startswith=place.container.path)
    last = pages.aggregate(Max("last_published_at"))["last_published_at__max"]
    Place.objects.filter(pk=place.pk).update(last_activity_at=last)


def _existing(slug: str) -> Place | None:
    places = Place.objects.select_related("site__root_page", "container", "collection")
    return places.filter(slug=slug, site__isnull=False).first()


def _facts(words: PlaceWords) -> PlaceFacts:
    return PlaceFacts(
        slug=words.slug,
        official_name=words.official_name,
        postcode=words.postcode,
        short_name=words.short_name,
        suffix=words.suffix,
        group_name=words.group_name,
        in_name=words.in_name,
        tagline=words.tagline,
        kind=words.kind,
        contact_person=words.contact_person,
        contact_mail=contacts.mail(words),
        contact_phone=contacts.phone(words),
    )


def _furnish(workshop: Workshop, place: Place, words: PlaceWords) -> None:
    """The texts and the picture of the home page; "Über uns" and "Mitmachen" go online."""
    at = days_ago(60 + number(words.slug) % 140, words.slug)
    Place.objects.filter(pk=place.pk).update(created_at=at)
    home = LocalHomePage.objects.get(pk=place.site.root_page_id)
    ways = _ways(workshop, words)
    if words.tier != "preparing":
        home.ways = [Way(title=title, text=text) for title, text in ways]
        home.picture = workshop.gallery.of_place(words, workshop.words.places)
        home.welcome = words.welcome
    fill_page(home, at=at, teaser=words.tagline)
    if words.tier != "preparing":
        _open_pages(home, words, ways, at)
    publish_dates(place.container, at)


def _open_pages(home: LocalHomePage, words: PlaceWords, ways, at: datetime) -> None:
    pages = {page.slug: page for page in LocalPage.objects.child_of(home)}
    if "ueber-uns" in pages and words.about:
        fill_page(
            pages["ueber-uns"],
            at=at,
            teaser=f"Wer hinter {words.group_name} steht und wie alles angefangen hat.",
            intro=words.tagline,
            body=text_blocks(words.about),
        )
    if "mitmachen" in pages:
        contact = words.contact or (
            f"{words.contact_person} beantwortet Ihre Fragen: {contacts.mail(words)} "
            f"oder {contacts.phone(words)}."
        )
        parts = [part for title, text in ways for part in (f"## {title}", text)]
        fill_page(
            pages["mitmachen"],
            at=at,
            teaser=f"Kleine Wege, {words.in_name} dabei zu sein.",
            intro="Sie müssen nichts können und nichts versprechen. Hier sind drei kleine Anfänge.",
            body=text_blocks([*parts, "## So erreichen Sie uns", contact]),
        )


def _ways(workshop: Workshop, words: PlaceWords) -> list[tuple[str, str]]:
    """The place's own, else three of the common ones."""
    if words.ways:
        return list(words.ways)[:WAYS]
    common = workshop.words.phrases.ways
    first = number(words.slug, "ways")
    return [common[(first + step * 2) % len(common)] for step in range(WAYS)]


def _write_events(
    workshop: Workshop, place: Place, words: PlaceWords, owner, first_build: bool
) -> int:
    built = workshop.ledger.below("event/")
    planned = list(plan(workshop.words, clock.today(), slugs=[words.slug], built=built))
    home = place.site.root_page
    calendar = CalendarPage.objects.child_of(home).first() if planned else None
    if calendar is None:
        return 0
    writer = EventWriter(
        calendar, words, place, workshop=workshop, owner=owner, first_build=first_build
    )
    return writer.write(planned)
