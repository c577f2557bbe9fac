"""The places that all others are copied from, written in the usual way: 20 pages each."""

from datetime import time, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from wagtail.models import Page, Revision
from wagtail.rich_text import RichText

from home.provisioning import create_network
from kalender.models import CalendarPage, EventPage
from ortsseiten.models import LocalPage
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.accounts.models import User
from sites.content.models import Image, Topic, TopicName
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Membership, Network, Place
from sites.places.roles import Role
from sites.projects.models import ProjectIndexPage, ProjectPage
from sites.runtime import clock

# Names that stand in no other text: copies replace them. Different days for each.
NAMES = ("Modella", "Modellb", "Modellc", "Modelld", "Modelle")
BODY = {
    "name": "Bürgernetzwerk Trägerverein",
    "street": "Musterweg 5",
    "postcode": "10117",
    "town": "Berlin",
    "represented_by": "Karin Ahlers, Vorsitz",
    "mail": "post@netz.example",
}
TEXT = (
    "Wir treffen uns im Alten Rathaus und reden darüber, was der Ort braucht. Willkommen sind "
    "alle, die hier wohnen, arbeiten oder zu Besuch sind. Der Saal ist stufenlos zu erreichen."
)
PICTURE = "bench/bild.png"
MEMBER_MAIL = "{slug}.coordination@netz.example"


def ensure_network() -> Network:
    network = create_network(responsible_body=BODY, contact_mail="post@netz.example")
    for slug, name in (("klima", "Klima"), ("nachbarschaft", "Nachbarschaft")):
        topic, made = Topic.objects.get_or_create(slug=slug)
        if made:
            TopicName.objects.create(topic=topic, name=name)
    if not default_storage.exists(PICTURE):
        from PIL import Image as Picture

        path = default_storage.path(default_storage.save(PICTURE, ContentFile(b"")))
        Picture.new("RGB", (800, 600), (90, 130, 90)).save(path, "PNG")
    return network


@transaction.atomic
def ensure_original(number: int, postcode: str) -> Place:
    """One of five; made in a transaction, so that it is whole or not there. About 1,000 queries."""
    name = NAMES[number]
    existing = Place.objects.filter(slug=name.lower()).first()
    if existing:
        return existing
    place = create_local_site(
        PlaceFacts(
            official_name=name, postcode=postcode, slug=name.lower(), tagline=f"Für {name}.",
            contact_mail=f"{name.lower()}@netz.example", contact_phone="030 23125-100",
        ),
        status=Place.Status.ACTIVE,
    )  # fmt: skip
    user = User.objects.create_user(MEMBER_MAIL.format(slug=place.slug), None)
    Membership.objects.create(
        user=user, place=place, role=Role.COORDINATION, rules_accepted_at=clock.now()
    )
    pictures = [
        Image.objects.create(
            title=f"{motif} in {name}", description=motif, collection=place.collection,
            file=PICTURE, width=800, height=600, file_size=1000, file_hash="0" * 40,
        )
        for motif in ("Markt", "Rathaus", "Brücke")
    ]  # fmt: skip
    pages = Page.objects.filter(path__startswith=place.container.path)
    for page in LocalPage.objects.filter(path__startswith=place.container.path):
        page.save_revision().publish()
    _events(place, number, pictures[0])
    _posts(place, pictures[1])
    _project(place, pictures[2])
    _drop_revisions(pages)
    return place


def _child(place: Place, index: type[Page], page: Page) -> None:
    parent = index.objects.get(path__startswith=place.container.path)
    page.live = False
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    page.save_revision().publish()


def _events(place: Place, number: int, picture: Image) -> None:
    """Four single dates, a weekly series for half a year and a monthly one: about fifty dates."""
    today = clock.today()
    facts = {"start_time": time(19), "end_time": time(21), "body": f"<p>{TEXT}</p>"}
    facts |= {"venue_name": "Altes Rathaus", "venue_town": place.short_name, "image": picture}
    for count, title in enumerate(("Rückschau", "Bürgertisch", "Sommerfest", "Pflanzentausch")):
        day = today + timedelta(days=number - 9 + 11 * count)
        _child(place, CalendarPage, EventPage(title=title, start_date=day, **facts))
    for count, (title, weeks) in enumerate((("Lesekreis", 1), ("Sprechstunde", 4))):
        day = today + timedelta(days=number + 2 + count)
        weekday = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day.weekday()]
        rule = f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={weekday};COUNT=26"
        series = EventPage(title=title, start_date=day, repeats="rule", rrule=rule, **facts)
        _child(place, CalendarPage, series)


def _posts(place: Place, picture: Image) -> None:
    for count, title in enumerate(("Neue Bänke", "Aus dem Rathaus", "Wer hilft mit?")):
        post = NewsPage(
            title=f"{title} in {place.short_name}", teaser=TEXT[:150], image=picture,
            date=clock.today() - timedelta(days=7 * count),
            body=[("paragraph", RichText(f"<p>{TEXT}</p>"))] * 3,
        )  # fmt: skip
        _child(place, NewsIndexPage, post)


def _project(place: Place, picture: Image) -> None:
    project = ProjectPage(
        title=f"Blühstreifen {place.short_name}", status="running", about=f"<p>{TEXT}</p>",
        image=picture,
    )  # fmt: skip
    _child(place, ProjectIndexPage, project)


def _drop_revisions(pages) -> None:
    """A revision holds the keys of images and child rows in its text, where a copy cannot follow:
    a page then opens with what is published."""
    keys = list(pages.values_list("pk", flat=True))
    pages.update(latest_revision=None, live_revision=None)
    Revision.objects.filter(base_content_type__model="page", object_id__in=keys).delete()
