"""Projects: what a place works on, small and honest."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.search import index

from sites.content.blocks import RICH_TEXT_FEATURES
from sites.content.models import BasePage
from sites.content.models.base import attach_places, place_of
from sites.places.fixed_pages import FixedPageMixin


class ProjectIndexPage(FixedPageMixin, BasePage):
    """The projects of a place; on the network's site those of all places."""

    template = "projects/project_index_page.html"
    parent_page_types: list[str] = []
    subpage_types = ["projects.ProjectPage"]
    is_creatable = False
    content_panels = [FieldPanel("teaser")]
    menu_needs_children = True

    class Meta:
        verbose_name = _("Projekte")
        verbose_name_plural = _("Projekte")

    def get_context(self, request, *args, **kwargs):
        from .listing import grouped_by_status, projects_for

        context = super().get_context(request, *args, **kwargs)
        projects = attach_places(projects_for(place_of(self)))
        return {**context, "groups": grouped_by_status(projects)}


class ProjectPage(BasePage):
    class Status(models.TextChoices):
        IDEA = "idea", _("Idee")
        RUNNING = "running", _("läuft")
        DONE = "done", _("geschafft")
        PAUSED = "paused", _("pausiert")

    status = models.CharField(_("Stand"), max_length=10, choices=Status, default=Status.IDEA)
    image = models.ForeignKey(
        "content.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Bild"),
    )
    about = RichTextField(_("Worum geht es?"), features=RICH_TEXT_FEATURES)
    done = RichTextField(_("Was ist geschafft?"), blank=True, features=RICH_TEXT_FEATURES)
    needed = RichTextField(_("Was brauchen wir?"), blank=True, features=RICH_TEXT_FEATURES)
    partners = models.CharField(_("Wer macht mit?"), max_length=300, blank=True)
    contact_text = models.CharField(_("Kontakt"), max_length=200, blank=True)
    topics = ParentalManyToManyField("content.Topic", blank=True, verbose_name=_("Themen"))

    template = "projects/project_page.html"
    parent_page_types = ["projects.ProjectIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        FieldPanel("title", heading=_("Wie heißt das Projekt?")),
        FieldPanel("teaser"),
        FieldPanel("status"),
        FieldPanel("image"),
        FieldPanel("about"),
        FieldPanel("done"),
        FieldPanel("needed"),
        MultiFieldPanel(
            [FieldPanel("partners"), FieldPanel("contact_text"), FieldPanel("topics")],
            heading=_("Mehr"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("teaser"),
        index.SearchField("about"),
        index.SearchField("done"),
        index.SearchField("needed"),
    ]

    class Meta:
        verbose_name = _("Projekt")
        verbose_name_plural = _("Projekte")
