"""Imprint, privacy and accessibility: composed from the Träger and the place, never typed."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from sites.content.blocks import LONG_TEXT_FEATURES
from sites.places.fixed_pages import FixedPageMixin
from sites.places.models import Network

from .base import BasePage, place_of
from .settings import PlaceSettings


class LegalPage(FixedPageMixin, BasePage):
    """The text stands in the template and reads Träger and place live, so that one change of the
    Träger corrects every imprint at once. Only an addition of the place is stored here."""

    class Kind(models.TextChoices):
        IMPRINT = "imprint", _("Impressum")
        PRIVACY = "privacy", _("Datenschutz")
        ACCESSIBILITY = "accessibility", _("Barrierefreiheit")

    kind = models.CharField(max_length=20, choices=Kind, editable=False)
    addition = RichTextField(
        _("Ergänzung"),
        blank=True,
        features=LONG_TEXT_FEATURES,
        help_text=_("Steht unter dem Text, der aus den Angaben zum Träger entsteht."),
    )

    template = "content/legal_page.html"
    parent_page_types: list[str] = []
    subpage_types: list[str] = []
    is_creatable = False
    shown_in_preparation = True
    content_panels = [FieldPanel("addition")]

    class Meta:
        verbose_name = _("Rechtliche Seite")
        verbose_name_plural = _("Rechtliche Seiten")

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        place = place_of(self)
        network = Network.get()
        body = place.responsible_body if place else network.responsible_body
        settings = PlaceSettings.for_site(place.site if place else network.site)
        return {**context, "body": body, "contact": settings.contact}
