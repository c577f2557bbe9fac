"""What is remembered about published calendars: their window, digests and change times."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from sites.places import hosts
from sites.runtime import clock

HORIZON_BACK = timedelta(days=366)
HORIZON_AHEAD = timedelta(days=549)


class FeedState(models.Model):
    """One feed that was asked for at least once, and what it last contained.

    `generation` counts the changes that may concern it, `rendered` the generation of the stored
    digest: equal means fresh, and a 304 needs no rendering. A change that commits while a feed is
    being rendered leaves them unequal.
    """

    key = models.CharField(max_length=120)  # "ort/goerlitz", "kreis/14626", "umkreis/02826-10"
    is_google = models.BooleanField(default=False)
    generation = models.PositiveBigIntegerField(default=1)
    rendered = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)  # SHA-256 of the body: the ETag
    changed_at = models.DateTimeField(null=True)  # when the digest last changed; only ever grows
    left_out = models.PositiveIntegerField(default=0)  # events beyond the cap
    shown_until = models.DateField(null=True)  # last day of a window that the cap shortened
    # Of a radius feed only: how a change finds the circles that it lies in.
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    radius_km = models.PositiveSmallIntegerField(null=True)

    class Meta:
        verbose_name = _("Stand eines Kalender-Abos")
        verbose_name_plural = _("Stände von Kalender-Abos")
        constraints = [models.UniqueConstraint(fields=["key", "is_google"], name="feed_state_once")]
        indexes = [models.Index(fields=["latitude", "longitude"], name="feed_state_by_position")]

    def __str__(self) -> str:
        return f"{self.key}{'.google' if self.is_google else ''}"

    @property
    def is_fresh(self) -> bool:
        return self.rendered == self.generation


class CalendarWindow(models.Model):
    """One row: the local day that all windows are measured from. Moved once a night, never by a
    request, so that two fetches of a feed give the same bytes."""

    anchor = models.DateField()
    # The network's address that the stored VEVENTs were rendered with; see `follow_address`.
    address = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name = _("Zeitraum der Kalender")
        verbose_name_plural = _("Zeitraum der Kalender")

    def __str__(self) -> str:
        return self.anchor.isoformat()

    @classmethod
    def get(cls) -> "CalendarWindow":
        """The one row, made on first use. One query."""
        fresh = {"anchor": clock.today(), "address": hosts.network_url()}
        return cls.objects.get_or_create(pk=1, defaults=fresh)[0]

    @classmethod
    def locked(cls) -> "CalendarWindow":
        """The row, locked until the transaction ends: one writer of derived rows at a time."""
        cls.get()
        return cls.objects.select_for_update().get(pk=1)

    @property
    def first_day(self) -> date:
        """First local day that has occurrences: 12 months back."""
        return self.anchor - HORIZON_BACK

    @property
    def last_day(self) -> date:
        """Last local day that has occurrences: 18 months ahead."""
        return self.anchor + HORIZON_AHEAD
