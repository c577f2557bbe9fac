"""A town or quarter with a site of its own."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.places import hosts, regions

from .responsible import ResponsibleBody

# Words that mean something else in an address of the network or of the calendar.
RESERVED_SLUGS = frozenset(
    {
        *("admin", "api", "auswahl", "feed", "kalender", "kreis", "land", "mail", "media"),
        *("netzwerk", "ort", "orte", "redaktion", "smtp", "start", "static", "stil", "termin"),
        *("thema", "umkreis", "www"),
    }
)


class Place(models.Model):
    """One tenant: the facts of a place, one-to-one with Wagtail's Site, container and collection.

    `slug` is given once and never changes; feed addresses and files are built from it. Renaming
    changes names and host only.
    """

    class Status(models.TextChoices):
        PREPARING = "preparing", _("in Vorbereitung")
        ACTIVE = "active", _("aktiv")
        PAUSED = "paused", _("macht gerade Pause")
        CLOSED = "closed", _("geschlossen")

    class Kind(models.TextChoices):
        TOWN = "town", _("Stadt oder Gemeinde")
        QUARTER = "quarter", _("Stadtteil")

    slug = models.CharField(
        _("Kurzadresse"),
        max_length=60,
        unique=True,
        validators=[RegexValidator(r"^[a-z0-9]+(-[a-z0-9]+)*$")],
        help_text=_("Wird einmal vergeben und ändert sich nie."),
    )
    official_name = models.CharField(_("Amtlicher Name"), max_length=120)
    short_name = models.CharField(_("Kurzer Name"), max_length=60)
    suffix = models.CharField(
        _("Unterscheidender Zusatz"),
        max_length=60,
        blank=True,
        help_text=_("Nur wenn es mehrere Orte dieses Namens gibt, zum Beispiel „Berlin“."),
    )
    group_name = models.CharField(_("Name der Gruppe"), max_length=120)
    in_name = models.CharField(
        _("Form mit „in“"), max_length=80, help_text=_("„in Görlitz“, „auf Hiddensee“")
    )
    sort_key = models.CharField(max_length=120, editable=False, db_index=True)
    tagline = models.CharField(_("Ein Satz über das Netzwerk vor Ort"), max_length=200, blank=True)
    kind = models.CharField(_("Art"), max_length=10, choices=Kind, default=Kind.TOWN)
    status = models.CharField(_("Stand"), max_length=10, choices=Status, default=Status.PREPARING)

    postcode = models.CharField(_("Postleitzahl"), max_length=5)
    state_key = models.CharField(_("Land"), max_length=2, db_index=True)
    district_key = models.CharField(_("Kreis"), max_length=5, db_index=True)
    latitude = models.FloatField(_("Breite"))
    longitude = models.FloatField(_("Länge"))

    responsible_body = models.ForeignKey(
        ResponsibleBody, on_delete=models.PROTECT, related_name="places", verbose_name=_("Träger")
    )

    # Null only while provisioning is under way; it fills them step by step.
    site = models.OneToOneField(
        "wagtailcore.Site", null=True, on_delete=models.PROTECT, related_name="place"
    )
    container = models.OneToOneField(
        "places.ContainerPage", null=True, on_delete=models.PROTECT, related_name="place"
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", null=True, on_delete=models.PROTECT, related_name="place"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # The last editorial change, kept by content.changes; what the centre's list sorts by.
    last_activity_at = models.DateTimeField(null=True, editable=False)
    # Keeping order: set and lifted by the centre, each with a reason in the history.
    publishing_frozen_at = models.DateTimeField(null=True, editable=False)
    under_review_at = models.DateTimeField(null=True, editable=False)
    # Since when it is an archive: dates from that day on are in no shared list or feed.
    closed_at = models.DateTimeField(null=True, editable=False)
    # Its hosts and feeds lead to that place now (308); its own status is closed.
    merged_into = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="merged_places"
    )

    class Meta:
        verbose_name = _("Ort")
        verbose_name_plural = _("Orte")
        ordering = ["sort_key"]
        indexes = [
            models.Index(fields=["status", "state_key", "sort_key"], name="place_by_state"),
            models.Index(fields=["latitude", "longitude"], name="place_by_position"),
            models.Index(fields=["last_activity_at"], name="place_by_activity"),
        ]

    def __str__(self) -> str:
        return self.display_name

    def save(self, *args, **kwargs):
        self.sort_key = hosts.sort_key(self.short_name)
        return super().save(*args, **kwargs)

    def clean(self):
        if self.slug in RESERVED_SLUGS:
            raise ValidationError({"slug": _("Diese Kurzadresse ist vergeben.")})
        if self.district_key and self.district_key not in regions.districts():
            raise ValidationError({"district_key": _("Diesen Kreis gibt es nicht.")})

    @property
    def display_name(self) -> str:
        return f"{self.short_name} ({self.suffix})" if self.suffix else self.short_name

    @property
    def state(self) -> regions.State:
        return regions.STATES[self.state_key]

    @property
    def state_name(self) -> str:
        return self.state.name

    @property
    def district(self) -> regions.District:
        return regions.districts()[self.district_key]

    @property
    def district_name(self) -> str:
        return self.district.name

    @property
    def district_label(self) -> str:
        return self.district.label

    @property
    def url(self) -> str:
        """Absolute address of the home page. Needs `site`: select_related it in lists."""
        return hosts.absolute_url(self.site.hostname) if self.site else ""

    @property
    def is_public(self) -> bool:
        """Whether the place's content may appear in shared lists and feeds."""
        return self.status in PUBLIC_STATUSES


# Shown in shared lists; a closed place is an archive and stays reachable by its own address.
LISTED_STATUSES = (Place.Status.ACTIVE, Place.Status.PAUSED)
PUBLIC_STATUSES = (Place.Status.ACTIVE, Place.Status.PAUSED, Place.Status.CLOSED)


class HostAlias(models.Model):
    """A former or second host name of a site; answers 301 to the canonical one."""

    hostname = models.CharField(_("Hostname"), max_length=255, unique=True)
    site = models.ForeignKey("wagtailcore.Site", on_delete=models.CASCADE, related_name="aliases")

    class Meta:
        verbose_name = _("Weitere Adresse")
        verbose_name_plural = _("Weitere Adressen")

    def __str__(self) -> str:
        return self.hostname

    def save(self, *args, **kwargs):
        self.hostname = hosts.normalise(self.hostname)
        return super().save(*args, **kwargs)
