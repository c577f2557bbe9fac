"""What is remembered about an event beside its page: its UIDs, its state, its exceptions.

Plain foreign keys, not ParentalKeys: copies, drafts and revisions of the page do not carry them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .event_page import EventPage


class EventRecord(models.Model):
    """One UID with its stamps and its rendered VEVENTs (RFC 5545 3.6.1): the bytes that every feed
    contains. Written by `kalender.scheduling` alone.

    `key`: "" for the base, "YYYY-MM-DD" for an irregular date, "moved-YYYY-MM-DD" for a date of a
    rule that moved past its neighbours. A key that is no longer needed is retired, not deleted: it
    gets its UID back when it returns.
    """

    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="records")
    key = models.CharField(max_length=20, blank=True)
    # Stored whole, never derived: no setting, rename or move changes it.
    uid = models.CharField(max_length=255, unique=True)
    sequence = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField()
    last_modified = models.DateTimeField()
    # SHA-256 of the rendering without stamps; empty once withdrawn, so that a return counts as a
    # change.
    digest = models.CharField(max_length=64, blank=True)
    vevents = models.BinaryField(default=bytes)
    component_count = models.PositiveIntegerField(default=0)
    size = models.PositiveIntegerField(default=0)  # bytes
    # Local days that the record's dates span in all, also beyond the horizon.
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    is_cancelled = models.BooleanField(default=False)  # every date of it
    is_retired = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("Kalendereintrag")
        verbose_name_plural = _("Kalendereinträge")
        ordering = ["event_id", "key"]
        constraints = [
            models.UniqueConstraint(fields=["event", "key"], name="event_record_once_per_key")
        ]
        indexes = [models.Index(fields=["last_day"], name="event_record_by_last_day")]

    def __str__(self) -> str:
        return self.uid


class EventState(models.Model):
    """The status of the whole event. Set by `kalender.acts`, at once, without a draft."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("geplant")
        MOVED = "moved", _("verschoben")
        POSTPONED = "postponed", _("verschoben, neuer Termin folgt")
        SOLD_OUT = "sold_out", _("ausgebucht")
        CANCELLED = "cancelled", _("abgesagt")

    event = models.OneToOneField(EventPage, on_delete=models.CASCADE, related_name="state")
    status = models.CharField(_("Stand"), max_length=10, choices=Status, default=Status.PLANNED)
    reason = models.CharField(_("Grund"), max_length=200, blank=True)
    previous_start = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("Stand eines Termins")
        verbose_name_plural = _("Stände von Terminen")

    def __str__(self) -> str:
        return self.get_status_display()


class EventException(models.Model):
    """What differs on one date, named by UID and original local date. Set by `kalender.acts`."""

    class Kind(models.TextChoices):
        CANCELLED = "cancelled", _("fällt aus")
        MOVED = "moved", _("verlegt")
        REMARK = "remark", _("Hinweis")

    record = models.ForeignKey(EventRecord, on_delete=models.CASCADE, related_name="exceptions")
    original_date = models.DateField()
    kind = models.CharField(max_length=10, choices=Kind)
    text = models.CharField(_("Grund oder Hinweis"), max_length=200, blank=True)
    new_date = models.DateField(_("Neuer Tag"), null=True, blank=True)
    new_start_time = models.TimeField(_("Neu von"), null=True, blank=True)
    new_end_time = models.TimeField(_("Neu bis"), null=True, blank=True)
    new_venue = models.CharField(_("Neuer Ort"), max_length=200, blank=True)
    changed_at = models.DateTimeField()

    class Meta:
        verbose_name = _("Ausnahme")
        verbose_name_plural = _("Ausnahmen")
        ordering = ["original_date"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "original_date"], name="event_exception_once_per_date"
            )
        ]

    def __str__(self) -> str:
        return f"{self.original_date}: {self.get_kind_display()}"
