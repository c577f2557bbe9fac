"""Posts ("Beiträge") of a place and of the network."""

from django.core.paginator import Paginator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.search import index

from sites.content.blocks import text_blocks
from sites.content.fields import StreamField
from sites.content.models import BasePage
from sites.content.models.base import attach_places, place_of
from sites.places.fixed_pages import FixedPageMixin
from sites.runtime import clock

POSTS_PER_PAGE = 12


class NewsIndexPage(FixedPageMixin, BasePage):
    template = "news/news_index_page.html"
    parent_page_types: list[str] = []
    subpage_types = ["news.NewsPage"]
    is_creatable = False
    menu_needs_children = True
    content_panels = [FieldPanel("teaser")]

    class Meta:
        verbose_name = _("Aktuelles")
        verbose_name_plural = _("Aktuelles")

    def get_context(self, request, *args, **kwargs):
        from .posts import news_for

        context = super().get_context(request, *args, **kwargs)
        posts = Paginator(news_for(place_of(self)), POSTS_PER_PAGE).get_page(
            request.GET.get("seite")
        )
        posts.object_list = attach_places(posts.object_list)
        return {**context, "posts": posts}


class NewsPage(BasePage):
    class Audience(models.TextChoices):
        OWN = "own", _("Nur auf dieser Seite")
        ALL = "all", _("Auf allen Ortsseiten")

    date = models.DateField(_("Datum"), default=clock.today)
    author_name = models.CharField(_("Wer schreibt?"), max_length=120, blank=True)
    image = models.ForeignKey(
        "content.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Bild"),
    )
    body = StreamField(text_blocks(), blank=True, verbose_name=_("Text"))
    # Own site by default. Rules by Land, Kreis and topic follow; only network staff widen it.
    audience = models.CharField(
        _("Wo soll der Beitrag erscheinen?"),
        max_length=10,
        choices=Audience,
        default=Audience.OWN,
        editable=False,
    )

    template = "news/news_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("title", heading=_("Überschrift")),
        FieldPanel("teaser"),
        FieldPanel("image"),
        FieldPanel("body"),
        MultiFieldPanel([FieldPanel("date"), FieldPanel("author_name")], heading=_("Angaben")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("Beitrag")
        verbose_name_plural = _("Beiträge")
        indexes = [models.Index(fields=["-date"], name="news_by_date")]
