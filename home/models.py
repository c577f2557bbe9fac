"""Page types of the central network site."""

from django.db import models
from django.http import Http404, HttpResponsePermanentRedirect
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Orderable
from wagtail.search import index

from sites.content.blocks import text_blocks
from sites.content.fields import StreamField
from sites.content.models import BasePage
from sites.places import regions
from sites.places.fixed_pages import FixedPageMixin


class HomePage(FixedPageMixin, BasePage):
    """The network's front page; its parts come from the database, in a fixed order."""

    welcome = models.CharField(_("Ein Satz zur Begrüßung"), max_length=300, blank=True)

    template = "home/home_page.html"
    parent_page_types: list[str] = []
    is_creatable = False
    content_panels = [
        FieldPanel("title"),
        FieldPanel("teaser"),
        FieldPanel("welcome"),
        InlinePanel("stories", label=_("Beispiel: Reden – Handeln – Dranbleiben"), max_num=3),
    ]

    class Meta:
        verbose_name = _("Startseite des Netzwerks")
        verbose_name_plural = _("Startseiten des Netzwerks")

    def get_context(self, request, *args, **kwargs):
        from .front import front_page_parts

        context = super().get_context(request, *args, **kwargs)
        return {**context, **front_page_parts(self)}


class Story(Orderable):
    """One of three real examples on the front page."""

    page = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="stories")
    title = models.CharField(_("Überschrift"), max_length=120)
    text = models.TextField(_("Zwei Sätze"), max_length=400)
    place = models.ForeignKey(
        "places.Place",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Ort"),
    )
    panels = [FieldPanel("title"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("Beispiel")
        verbose_name_plural = _("Beispiele")

    @property
    def place_name(self) -> str:
        return self.place.short_name if self.place else ""

    @property
    def url(self) -> str:
        return self.place.url if self.place else ""


class StandardPage(BasePage):
    """A free page of the network: "Über uns", "Mitmachen"."""

    intro = models.TextField(_("Einleitung"), blank=True, max_length=500)
    body = StreamField(text_blocks(), blank=True, verbose_name=_("Inhalt"))

    template = "home/standard_page.html"
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    content_panels = [
        FieldPanel("title"),
        FieldPanel("teaser"),
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("show_in_menus", heading=_("Im Menü zeigen")),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("intro"), index.SearchField("body")]

    class Meta:
        verbose_name = _("Seite")
        verbose_name_plural = _("Seiten")


class PlaceIndexPage(FixedPageMixin, RoutablePageMixin, BasePage):
    """`/orte/`: every active and pausing place by Land, as plain links; region pages below it."""

    template = "home/place_index_page.html"
    parent_page_types: list[str] = []
    subpage_types: list[str] = []
    is_creatable = False
    content_panels = [FieldPanel("teaser")]

    class Meta:
        verbose_name = _("Orte")
        verbose_name_plural = _("Orte")

    @path("")
    def all_places(self, request):
        from .place_lists import overview, printable

        query = printable(request.GET.get("q", ""))[:80]
        return self.render(request, context_overrides=overview(query=query))

    @path("<slug:state_slug>/")
    def state(self, request, state_slug):
        from .place_lists import region_page

        state = regions.state_by_slug(state_slug)
        if state is None:
            raise Http404
        context = region_page(state=state)
        return self.render(request, template="home/region_page.html", context_overrides=context)

    @path("<slug:state_slug>/<slug:district_slug>/")
    def district(self, request, state_slug, district_slug):
        from .place_lists import region_page

        district = regions.district_by_slug(district_slug)
        if district is None or district.state.slug != state_slug:
            raise Http404
        if district.slug != district_slug:
            url = self.reverse_subpage("district", args=[state_slug, district.slug])
            return HttpResponsePermanentRedirect(self.get_url(request) + url)
        context = region_page(state=district.state, district=district)
        return self.render(request, template="home/region_page.html", context_overrides=context)

    def get_sitemap_urls(self, request=None):
        from .place_lists import states_with_places

        urls = super().get_sitemap_urls(request)
        base = self.get_full_url(request)
        states = [
            {"location": f"{base}{state['slug']}/"}
            for state in states_with_places(with_places=False)
        ]
        return [*urls, *states]
