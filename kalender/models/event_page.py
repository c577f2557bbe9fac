"""An event ("Termin"): one page, however many dates it has."""

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.contrib.routable_page.models import RoutablePageMixin, path, re_path
from wagtail.fields import RichTextField
from wagtail.models import Site
from wagtail.search import index
from wagtail_localize.fields import TranslatableField

from kalender.forms import EventForm
from kalender.panels import event_panels
from kalender.slugs import RESERVED, event_slug
from sites.content.blocks import RICH_TEXT_FEATURES
from sites.content.models import BasePage


class Repeats(models.TextChoices):
    NONE = "none", _("Nein, nur einmal")
    RULE = "rule", _("nach einer Regel")
    DATES = "dates", _("an einzelnen Tagen")


class Reach(models.TextChoices):
    PLACE = "place", _("Nur bei uns")
    NEARBY = "nearby", _("In der Umgebung")
    NETWORK = "network", _("Überregional")


class Registration(models.TextChoices):
    NONE = "none", _("Keine Anmeldung nötig")
    LINK = "link", _("Über eine Internetseite")
    CONTACT = "contact", _("Per E-Mail oder Telefon")


class EventPage(RoutablePageMixin, BasePage):
    """The original-language page holds the facts. A translation (same translation key, another
    locale) and an alias hold texts only and read every fact, and being live, from `original`.

    All dates and times are local (Europe/Berlin). State, records and exceptions are rows of their
    own tables, so that publishing an older draft never undoes a cancellation.
    """

    body = RichTextField(_("Worum geht es?"), blank=True, features=RICH_TEXT_FEATURES)
    image = models.ForeignKey(
        "content.Image",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("Bild"),
    )

    start_date = models.DateField(_("Datum"))
    start_time = models.TimeField(_("Von"), null=True, blank=True)
    end_date = models.DateField(
        _("Letzter Tag"), null=True, blank=True, help_text=_("Nur bei mehreren Tagen.")
    )
    end_time = models.TimeField(
        _("Bis"), null=True, blank=True, help_text=_("Früher als „Von“: endet am nächsten Morgen.")
    )
    all_day = models.BooleanField(_("Ganztägig"), default=False)
    open_end = models.BooleanField(_("Ende offen"), default=False)
    repeats = models.CharField(
        _("Wiederholt sich"), max_length=10, choices=Repeats, default=Repeats.NONE
    )
    # Canonical text of kalender.recurrence.Rule; UNTIL is the last local date, inclusive.
    rrule = models.CharField(_("Regel"), max_length=200, blank=True)

    venue_name = models.CharField(
        _("Wo?"), max_length=120, blank=True, help_text=_("Zum Beispiel: Altes Rathaus, Saal")
    )
    venue_street = models.CharField(_("Straße und Hausnummer"), max_length=120, blank=True)
    venue_postcode = models.CharField(_("Postleitzahl"), max_length=5, blank=True)
    venue_town = models.CharField(_("Ort"), max_length=120, blank=True)
    online_url = models.URLField(_("Adresse zum Teilnehmen im Netz"), max_length=500, blank=True)

    topics = ParentalManyToManyField("content.Topic", blank=True, verbose_name=_("Themen"))
    registration = models.CharField(
        _("Anmeldung"), max_length=10, choices=Registration, default=Registration.NONE
    )
    registration_url = models.URLField(_("Seite zum Anmelden"), max_length=500, blank=True)
    registration_contact = models.CharField(
        _("Anmelden bei"), max_length=200, blank=True, help_text=_("E-Mail-Adresse oder Telefon")
    )
    registration_until = models.DateField(_("Anmelden bis"), null=True, blank=True)
    price = models.CharField(
        _("Kosten"),
        max_length=120,
        blank=True,
        help_text=_("Zum Beispiel: frei, Spende willkommen"),
    )
    access = models.CharField(
        _("Zugang"), max_length=200, blank=True, help_text=_("Zum Beispiel: stufenlos, mit Aufzug")
    )
    organiser = models.CharField(_("Veranstaltet von"), max_length=200, blank=True)
    contact = models.CharField(_("Kontakt"), max_length=200, blank=True)
    reach = models.CharField(
        _("Wo soll der Termin erscheinen?"), max_length=10, choices=Reach, default=Reach.NEARBY
    )

    template = "kalender/event_page.html"
    parent_page_types = ["kalender.CalendarPage"]
    subpage_types: list[str] = []
    base_form_class = EventForm
    content_panels = event_panels()
    # Everything else is a fact and is read from the original.
    translatable_fields = [
        TranslatableField("title"),
        TranslatableField("slug"),
        TranslatableField("teaser"),
        TranslatableField("body"),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("teaser"),
        index.SearchField("body"),
        index.SearchField("venue_name"),
    ]

    class Meta:
        verbose_name = _("Termin")
        verbose_name_plural = _("Termine")

    def _set_core_field_defaults(self):
        if not self.slug and (self.path or getattr(self, "_cached_parent_obj", None)):
            self.slug = self._get_autogenerated_slug(event_slug(self.title))
        elif self.slug in RESERVED:
            self.slug = event_slug(self.slug)
        super()._set_core_field_defaults()

    @property
    def exclude_fields_in_copy(self) -> list[str]:
        """What the network decided about an event does not go over to its copies. A wider draft
        counts as well."""
        drafted = self.latest_revision.content.get("reach") if self.latest_revision else None
        return ["reach"] if Reach.NETWORK in (self.reach, drafted) else []

    @cached_property
    def original(self) -> "EventPage":
        """The page that holds the facts: the oldest of its translation key that is no alias. One
        query, none for a page that is asked again."""
        key = self.translation_key
        if self.alias_of_id:
            source = EventPage.objects.filter(pk=self.alias_of_id).first()
            key = source.translation_key if source else key
        oldest = EventPage.objects.filter(translation_key=key, alias_of__isnull=True)
        found = oldest.order_by("pk").first()
        return self if found is None or found.pk == self.pk else found

    @property
    def is_original(self) -> bool:
        return self.original.pk == self.pk

    def route(self, request, path_components):
        if not self.is_original and not self.original.live:
            self.live = False  # never saved: the page of this request only
        return super().route(request, path_components)

    @path("")
    def next_date(self, request):
        from kalender.event_view import event_context

        return self.render(request, context_overrides=event_context(request, self))

    @re_path(r"^(?P<day>\d{4}-\d{2}-\d{2})/$")
    def single_date(self, request, day):
        from kalender.event_view import date_context

        return self.render(request, context_overrides=date_context(request, self, day))

    def get_sitemap_urls(self, request=None):
        """The event, never its single dates; no translation of an event that is not live."""
        if self.pk in _not_really_live(request):
            return []
        return super().get_sitemap_urls(request)


def _not_really_live(request) -> set[int]:
    """Live translations and aliases on the asked site whose original is not live. Two queries per
    request."""
    found = getattr(request, "_events_not_really_live", None)
    if found is None:
        older = EventPage.objects.filter(
            translation_key=OuterRef("translation_key"),
            alias_of__isnull=True,
            pk__lt=OuterRef("pk"),
        )
        site = Site.find_for_request(request)
        container = site.root_page.path[: 2 * EventPage.steplen] if site else ""
        here = EventPage.objects.live().filter(path__startswith=container)
        others = here.filter(Exists(older) | Q(alias_of__isnull=False))
        keys = {
            page.pk: (page.alias_of or page).translation_key
            for page in others.select_related("alias_of")
        }
        originals = EventPage.objects.filter(translation_key__in=keys.values(), alias_of=None)
        live = dict(originals.order_by("-pk").values_list("translation_key", "live"))
        found = {pk for pk, key in keys.items() if not live.get(key)}
        if request is not None:
            request._events_not_really_live = found
    return found


class EventDate(models.Model):
    """A date of an event "an einzelnen Tagen" (its start date counts as well), or an extra date
    beside a rule."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="dates")
    date = models.DateField(_("Tag"))

    class Meta:
        verbose_name = _("Einzelner Tag")
        verbose_name_plural = _("Einzelne Tage")
        ordering = ["date"]
        constraints = [models.UniqueConstraint(fields=["event", "date"], name="event_date_once")]

    def __str__(self) -> str:
        return self.date.isoformat()
