"""What is measured: who asks for what. Addresses by URL name, so that a renamed view is noticed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from kalender.models import EventPage
from sites.accounts.models import User
from sites.news.models import NewsPage
from sites.places.models import Place

from .generating import FACILITATED_STATE, FACILITATOR, OFFICE
from .originals import MEMBER_MAIL

PUBLIC, VOLUNTEER, FACILITATING, CENTRE = "public", "volunteer", "facilitator", "office"
# How much slower the largest network may be than the smallest.
LIMITS = {PUBLIC: 1.7, VOLUNTEER: 2.5}
SEARCHING = {"page chooser", "search"}
SEARCHING_LIMIT = 3.5


@dataclass(frozen=True)
class Scenario:
    who: str
    name: str
    ask: Callable[[], object] = field(repr=False)
    status: int = 200

    @property
    def limit(self) -> float | None:
        """None: reported, not promised."""
        if self.who == VOLUNTEER and self.name in SEARCHING:
            return SEARCHING_LIMIT
        return None if self.name.startswith("(") else LIMITS.get(self.who)


def place_in_the_middle(**facts) -> Place:
    places = Place.objects.filter(status=Place.Status.ACTIVE, **facts).order_by("pk")
    places = places.exclude(official_name__startswith="Neuort").select_related("site", "container")
    return places[places.count() // 2]


def all_scenarios() -> Iterator[Scenario]:
    place = place_in_the_middle()
    yield from _public(place)
    hers = place_in_the_middle(state_key=FACILITATED_STATE)
    yield from _editing(VOLUNTEER, MEMBER_MAIL.format(slug=place.slug), place)
    yield from _editing(FACILITATING, FACILITATOR, hers)
    yield from _editing(CENTRE, OFFICE, place)


def first_pages() -> list[Scenario]:
    """Those that are asked right after a new place was made."""
    wanted = {"place home", "post", "network home"}
    return [scenario for scenario in _public(place_in_the_middle()) if scenario.name in wanted]


def _public(place: Place) -> Iterator[Scenario]:
    own = {"path__startswith": place.container.path, "live": True}
    post = NewsPage.objects.filter(**own).first()
    event = EventPage.objects.filter(**own, repeats="rule").first()
    for name, host, path, status in (
        ("place home", place.site.hostname, "/", 200),
        ("post", place.site.hostname, f"/aktuelles/{post.slug}/", 200),
        ("event", place.site.hostname, f"/kalender/{event.slug}/", 200),
        ("network home", settings.BASE_DOMAIN, "/", 200),
        ("sitemap", place.site.hostname, "/sitemap.xml", 200),
        ("404", place.site.hostname, "/gibt-es-nicht/", 404),
        ("feed", place.site.hostname, "/kalender.ics", 200),
        ("(place calendar)", place.site.hostname, "/kalender/", 200),
        ("(network calendar)", settings.BASE_DOMAIN, "/kalender/", 200),
        ("(network news)", settings.BASE_DOMAIN, "/aktuelles/", 200),
        ("(network projects)", settings.BASE_DOMAIN, "/projekte/", 200),
        ("(list of places)", settings.BASE_DOMAIN, "/orte/", 200),
        ("(network sitemap)", settings.BASE_DOMAIN, "/sitemap.xml", 200),
        ("(network feed)", settings.BASE_DOMAIN, "/kalender/netzwerk.ics", 200),
    ):
        yield Scenario(PUBLIC, name, _getting(Client(), host, path), status)


def _editing(who: str, mail: str, place: Place) -> Iterator[Scenario]:
    client = Client(headers={"host": settings.ADMIN_HOST})
    client.force_login(User.objects.get(email=mail), backend="sites.accounts.backends.EmailBackend")
    post = NewsPage.objects.filter(path__startswith=place.container.path).first()
    edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
    # First: it switches the editing side to the page's place, and all that follows finds a page
    # with versions, in the first run as in later ones. Without, lists and forms ask less.
    yield Scenario(who, "publish", lambda: client.post(edit, _as_published(post)), 302)
    for name, path in (
        ("page edit", edit),
        ("start page", reverse("wagtailadmin_home")),
        ("explorer", reverse("wagtailadmin_explore", args=[place.container_id])),
        ("explorer, top", reverse("wagtailadmin_explore_root")),
        ("page chooser", reverse("wagtailadmin_choose_page")),
        ("image chooser", reverse("wagtailimages_chooser:choose")),
        ("search", reverse("wagtailadmin_pages:search") + "?q=Rathaus"),
    ):
        yield Scenario(who, name, _getting(client, settings.ADMIN_HOST, path))


def _getting(client: Client, host: str, path: str) -> Callable[[], object]:
    def get():
        answer = client.get(path, headers={"host": host}, follow=host == settings.ADMIN_HOST)
        getattr(answer, "streaming_content", answer.content)
        return answer

    return get


def _as_published(post: NewsPage) -> dict[str, str]:
    return nested_form_data(
        {
            "title": post.title,
            "slug": post.slug,
            "teaser": post.teaser,
            "image": str(post.image_id or ""),
            "date": post.date.isoformat(),
            "author_name": "",
            "body": streamfield([("paragraph", rich_text("<p>Ein Absatz.</p>"))]),
            "comments": inline_formset([]),
            "action-publish": "1",
        }
    )
