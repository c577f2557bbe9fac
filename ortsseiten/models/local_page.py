"""Free pages of a place: "Über uns", "Mitmachen"."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from sites.content.blocks import text_blocks
from sites.content.fields import StreamField
from sites.content.models import BasePage


class LocalPage(BasePage):
    intro = models.TextField(_("Einleitung"), blank=True, max_length=500)
    body = StreamField(text_blocks(), blank=True, verbose_name=_("Inhalt"))

    template = "ortsseiten/local_page.html"
    parent_page_types = ["ortsseiten.LocalHomePage", "ortsseiten.LocalPage"]
    subpage_types = ["ortsseiten.LocalPage"]
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
