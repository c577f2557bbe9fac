"""The one page every place starts with."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable

from sites.content.models import BasePage
from sites.content.models.base import place_of
from sites.places.fixed_pages import FixedPageMixin
from sites.places.models import Place


class LocalHomePage(FixedPageMixin, BasePage):
    """Name, one sentence, dates, contact, legal links; more parts appear with their content."""

    welcome = models.TextField(
        _("Begrüßung"), blank=True, max_length=500, help_text=_("Zwei, drei Sätze.")
    )
    picture = models.ForeignKey(
        "content.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Bild des Ortes"),
    )

    template = "ortsseiten/local_home_page.html"
    coming_soon_template = "ortsseiten/coming_soon.html"
    parent_page_types: list[str] = []
    subpage_types = ["ortsseiten.LocalPage"]
    is_creatable = False
    shown_in_preparation = True
    content_panels = [
        FieldPanel("teaser", heading=_("Ein Satz über Ihr Netzwerk")),
        FieldPanel("welcome"),
        FieldPanel("picture"),
        InlinePanel("ways", label=_("Kleiner Weg, mitzumachen"), max_num=3),
    ]

    class Meta:
        verbose_name = _("Startseite eines Ortes")
        verbose_name_plural = _("Startseiten von Orten")

    def save(self, *args, **kwargs):
        """The title is the group's name, whatever an older draft says."""
        if self.path and (place := Place.objects.filter(container__path=self.path[:8]).first()):
            self.title = self.draft_title = place.group_name
        return super().save(*args, **kwargs)

    @property
    def tagline(self) -> str:
        return self.teaser

    def get_template(self, request, *args, **kwargs):
        place = place_of(self)
        if place and place.status == Place.Status.PREPARING:
            return self.coming_soon_template
        return self.template

    def get_context(self, request, *args, **kwargs):
        from ortsseiten.front import place_page_parts

        context = super().get_context(request, *args, **kwargs)
        return {**context, **place_page_parts(self, place_of(self))}


class Way(Orderable):
    """A small way to take part: "Kuchen mitbringen", "Aushänge verteilen"."""

    page = ParentalKey(LocalHomePage, on_delete=models.CASCADE, related_name="ways")
    title = models.CharField(_("Was?"), max_length=80)
    text = models.CharField(_("Ein, zwei Sätze"), max_length=240)
    panels = [FieldPanel("title"), FieldPanel("text")]

    class Meta(Orderable.Meta):
        verbose_name = _("Weg, mitzumachen")
        verbose_name_plural = _("Wege, mitzumachen")
