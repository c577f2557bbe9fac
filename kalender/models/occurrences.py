"""Single dates and their counts per day: derived, written by `kalender.scheduling` alone."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from kalender.addresses import date_url
from kalender.localtime import to_local
from sites.places.models import Place

from .event_page import EventPage, Reach
from .records import EventRecord, EventState


class Occurrence(models.Model):
    """One date of a live original event, from 12 months ago to 18 months ahead.

    Everything that lists filter by stands in the row itself. For texts and addresses the event and
    the place are needed: `listing` fetches them with the rows.
    """

    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="occurrences")
    record = models.ForeignKey(EventRecord, on_delete=models.CASCADE, related_name="occurrences")
    original_date = models.DateField()  # local; names the date in its address
    start = models.DateTimeField()  # instants; the end by wall clock
    end = models.DateTimeField()
    first_day = models.DateField()  # local days, both inclusive: an end at 00:00 belongs to the
    last_day = models.DateField()  # day before
    several_days = models.BooleanField(default=False)
    all_day = models.BooleanField(default=False)
    open_end = models.BooleanField(default=False)
    is_online = models.BooleanField(default=False)
    status = models.CharField(
        max_length=10, choices=EventState.Status, default=EventState.Status.PLANNED
    )
    note = models.CharField(max_length=500, blank=True)
    venue = models.CharField(max_length=500, blank=True)  # as lists show it
    venue_changed = models.BooleanField(default=False)
    reach = models.CharField(max_length=10, choices=Reach)
    # The owner; null for the network's own. Keys and position are the place's.
    place = models.ForeignKey(Place, null=True, on_delete=models.CASCADE, related_name="+")
    state_key = models.CharField(max_length=2, blank=True)
    district_key = models.CharField(max_length=5, blank=True)
    latitude = models.FloatField(null=True)
    longitude = models.FloatField(null=True)
    # Whether lists of more than one place may show it: by reach and by the place's status.
    shared = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("Einzelner Termin")
        verbose_name_plural = _("Einzelne Termine")
        constraints = [
            models.UniqueConstraint(fields=["event", "original_date"], name="occurrence_once"),
            models.CheckConstraint(
                name="occurrence_ends_after_start",
                condition=Q(end__gt=models.F("start")) & Q(last_day__gte=models.F("first_day")),
            ),
        ]
        indexes = [
            models.Index(fields=["event", "start"], name="occurrence_by_event"),
            models.Index(fields=["record", "last_day"], name="occurrence_by_record"),
            models.Index(fields=["shared", "start"], name="occurrence_shared"),
            # The network's calendar, in its order; see `listing.dates_of_network`.
            models.Index(
                fields=["start", "id"],
                condition=Q(shared=True) | Q(place__isnull=True),
                name="occurrence_of_network",
            ),
            models.Index(
                fields=["first_day"], condition=Q(reach=Reach.NETWORK), name="occurrence_everywhere"
            ),
            models.Index(fields=["state_key", "start"], name="occurrence_by_state"),
            models.Index(fields=["district_key", "start"], name="occurrence_by_district"),
            models.Index(fields=["first_day", "district_key"], name="occurrence_by_day"),
            models.Index(fields=["last_day"], name="occurrence_by_last_day"),
            models.Index(fields=["end"], condition=Q(several_days=True), name="occurrence_running"),
        ]

    def __str__(self) -> str:
        return f"{self.event_id} {self.original_date}"

    @property
    def title(self) -> str:
        return self.event.title

    @property
    def teaser(self) -> str:
        return self.event.teaser

    @property
    def image(self):
        return self.event.image

    @property
    def place_name(self) -> str:
        """Short name of the owner; empty for the network's own."""
        return self.place.short_name if self.place else ""

    @property
    def url(self) -> str:
        """Absolute address of this date's page."""
        return date_url(self.event, self.place, self.original_date)

    @property
    def venue_line(self) -> str:
        return self.venue

    @property
    def local_start(self) -> datetime:
        """Naive Berlin time."""
        return to_local(self.start)

    @property
    def local_end(self) -> datetime:
        return to_local(self.end)


class DayCount(models.Model):
    """How many shared dates begin on a day in a district: all (`topic` null) and per topic.

    Cancelled and postponed dates do not count. The network's own have empty keys.
    """

    day = models.DateField()
    state_key = models.CharField(max_length=2, blank=True)
    district_key = models.CharField(max_length=5, blank=True)
    topic = models.ForeignKey(
        "content.Topic", null=True, on_delete=models.CASCADE, related_name="+"
    )
    count = models.PositiveIntegerField()

    class Meta:
        verbose_name = _("Zahl der Termine eines Tages")
        verbose_name_plural = _("Zahlen der Termine eines Tages")
        constraints = [
            models.UniqueConstraint(
                fields=["day", "state_key", "district_key", "topic"],
                condition=Q(topic__isnull=False),
                name="day_count_once_per_topic",
            ),
            models.UniqueConstraint(
                fields=["day", "state_key", "district_key"],
                condition=Q(topic__isnull=True),
                name="day_count_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day} {self.district_key}: {self.count}"
