"""What every page of ours has."""

from collections.abc import Iterable

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from sites.content.checked_forms import CheckedPageForm
from sites.places import hosts, root_paths
from sites.places.models import Place

from .pulled import OrderlyPermissionTester


class BasePage(Page):
    """Base of all served page types. Abstract: each type keeps its own table only."""

    teaser = models.CharField(
        _("In einem Satz"),
        max_length=200,
        blank=True,
        help_text=_("Steht in Listen und in Suchmaschinen."),
    )
    # "Löschen" puts a page here for 30 days: unpublished, hidden everywhere, but with its slug,
    # UID and place in the tree, so that it comes back as it was.
    binned_at = models.DateTimeField(null=True, blank=True, editable=False)

    base_form_class = CheckedPageForm  # a form of one's own inherits from it
    private_page_options: list[str] = []  # public pages are public: no passwords, no cookies
    promote_panels: list = []
    settings_panels: list = []
    # Whether the page is public while its place is still in preparation; see below.
    shown_in_preparation = False
    # An index page enters the menu with its first published child; see content.navigation.
    menu_needs_children = False

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return OrderlyPermissionTester(user, self)

    @property
    def place_name(self) -> str:
        """Short name of the place; empty for the network's pages. See `attach_places`."""
        place = place_of(self)
        return place.short_name if place else ""

    def get_context(self, request, *args, **kwargs):
        """`page_edit_url` leads through the login to this page's form on the editing side."""
        context = super().get_context(request, *args, **kwargs)
        form = reverse("wagtailadmin_pages:edit", args=[self.pk]) if self.pk else ""
        return {**context, "page_edit_url": hosts.editing_url(form) if form else ""}

    def get_sitemap_urls(self, request=None):
        if request and is_hidden_in_preparation(self, request.place):
            return []
        urls = super().get_sitemap_urls(request)
        return [{**url, "lastmod": self.last_published_at} for url in urls if url["location"]]


def is_hidden_in_preparation(page: Page, place: Place | None) -> bool:
    """A place in preparation shows its "Hier entsteht…" page and its legal pages only."""
    preparing = place is not None and place.status == Place.Status.PREPARING
    return preparing and not getattr(page, "shown_in_preparation", False)


def place_of(page: Page) -> Place | None:
    """The place a page belongs to, or None for the network's pages. One query, cached on the page.

    Decided by the container: the first eight characters of the page's path.
    """
    if not hasattr(page, "_place"):
        _attach_places([page])
    return page._place


def attach_places(pages: Iterable[Page]) -> list[Page]:
    """Give every page of a list its place with one query in all, and what its address needs (two
    more where that is not in the cache)."""
    found = list(pages)
    _attach_places(found)
    root_paths.attach(found)
    return found


def _attach_places(found: list[Page]) -> None:
    paths = {page.path[:8] for page in found}
    places = Place.objects.filter(container__path__in=paths).select_related("site", "container")
    by_path = {place.container.path: place for place in places}
    for page in found:
        page._place = by_path.get(page.path[:8])


teaser_panel = FieldPanel("teaser")
