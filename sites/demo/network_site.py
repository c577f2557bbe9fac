"""The network's own site: home, stories, about and join, posts, projects, events."""

from wagtail.models import Page

from home.models import HomePage, StandardPage, Story
from kalender.models import CalendarPage
from sites.accounts.models import User
from sites.content.models import PlaceSettings
from sites.places.models import Network, Place
from sites.runtime import clock

from . import contacts
from .contents import FOR_ALL, fill_page, publish_dates, write_posts, write_projects
from .dating import days_ago
from .event_pages import EventWriter
from .page_tree import add_published, text_blocks
from .plan import plan
from .repertoire import NETWORK
from .workshop import Workshop

FOUNDED = 240  # days before the first start


def write_network(workshop: Workshop) -> int:
    """Everything of the network that does not exist yet; how many events were added."""
    home = HomePage.objects.get(pk=workshop.network.site.root_page_id)
    editor = User.objects.filter(email="netzwerk@example.org").first()
    first_build = "network" not in workshop.ledger
    workshop.ledger.once("network", lambda: _furnish(workshop, home))
    for slug, title in (("ueber-uns", "Über uns"), ("mitmachen", "Mitmachen")):
        workshop.ledger.once(
            f"page/{NETWORK}/{slug}",
            lambda slug=slug, title=title: _free_page(workshop, home, slug, title, editor),
        )
    write_posts(workshop, NETWORK, home, owner=editor, for_all=FOR_ALL)
    write_projects(workshop, NETWORK, home, owner=editor)
    built = workshop.ledger.below("event/")
    planned = list(plan(workshop.words, clock.today(), slugs=[NETWORK], built=built))
    calendar = CalendarPage.objects.child_of(home).first() if planned else None
    if calendar is None:
        return 0
    writer = EventWriter(
        calendar, workshop.words.network, None, workshop=workshop, owner=editor,
        first_build=first_build,
    )  # fmt: skip
    return writer.write(planned)


def _furnish(workshop: Workshop, home: HomePage) -> None:
    words = workshop.words.network
    Network.objects.filter(pk=workshop.network.pk).update(
        claim=words.claim, contact_phone=contacts.NETWORK_PHONE
    )
    settings = PlaceSettings.for_site(workshop.network.site)
    settings.contact_person = "Netzwerkbüro"
    settings.contact_mail = contacts.NETWORK_MAIL
    settings.contact_phone = contacts.NETWORK_PHONE
    settings.save()
    at = days_ago(FOUNDED, NETWORK)
    fill_page(home, at=at, teaser=words.claim, welcome=words.welcome)
    publish_dates(workshop.network.container, at)


def _free_page(workshop: Workshop, home: HomePage, slug: str, title: str, owner) -> None:
    words = workshop.words.network
    if slug == "ueber-uns":
        intro, *texts = words.about
        teaser, shown = "Wer wir sind, woher das Netzwerk kommt und wie es arbeitet.", False
        blocks = text_blocks([*texts, "## Kontakt", words.contact])
    else:
        intro = words.welcome
        teaser, shown = "Drei kleine Wege in ein Netzwerk, das vom Reden zum Handeln kommt.", True
        texts = [part for way, text in words.ways for part in (f"## {way}", text)]
        blocks = text_blocks([*texts, "## Kontakt", words.contact])
        about = StandardPage.objects.child_of(home).filter(slug="ueber-uns").first()
        if about:
            button = {"label": "Mehr über das Netzwerk", "page": about, "address": ""}
            blocks.append(("button", button))
    page = StandardPage(
        title=title, slug=slug, teaser=teaser, intro=intro, body=blocks, show_in_menus=shown
    )
    add_published(Page.objects.get(pk=home.pk), page, at=days_ago(FOUNDED, slug), owner=owner)


def tell_stories(workshop: Workshop) -> None:
    """The examples on the front page, once their places exist."""
    places = {place.slug: place for place in Place.objects.all()}
    wanted = workshop.words.network.stories
    if not all(story.place in places for story in wanted):
        return

    def write() -> None:
        home = HomePage.objects.get(pk=workshop.network.site.root_page_id)
        home.stories = [
            Story(title=story.title, text=story.text, place=places[story.place]) for story in wanted
        ]
        fill_page(home, at=days_ago(FOUNDED - 90, "stories"))

    workshop.ledger.once("network/stories", write)
