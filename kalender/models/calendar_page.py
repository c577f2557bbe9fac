"""`/kalender/` of a place and of the network."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from sites.content.models import BasePage
from sites.content.models.base import place_of
from sites.places.fixed_pages import FixedPageMixin


class CalendarPage(FixedPageMixin, BasePage):
    """Lists dates through `EventListing` (own and co-hosted events), never by child pages."""

    template = "kalender/calendar_page.html"
    parent_page_types: list[str] = []
    subpage_types = ["kalender.EventPage"]
    is_creatable = False
    content_panels = [FieldPanel("teaser")]

    class Meta:
        verbose_name = _("Kalender")
        verbose_name_plural = _("Kalender")

    def get_context(self, request, *args, **kwargs):
        from kalender.calendar_view import calendar_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **calendar_context(request, place=place_of(self))}
