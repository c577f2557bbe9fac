"""In whose calendars an event stands. All calendars and feeds read through this table."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sites.places.models import Place

from .event_page import EventPage


class EventListing(models.Model):
    """One calendar of an event: its owner's or a co-host's. Without a place: the network's."""

    class Role(models.TextChoices):
        OWNER = "owner", _("veranstaltet")
        COHOST = "cohost", _("veranstaltet mit")

    class State(models.TextChoices):
        ACCEPTED = "accepted", _("angenommen")
        PENDING = "pending", _("angefragt")
        DECLINED = "declined", _("abgelehnt")

    event = models.ForeignKey(EventPage, on_delete=models.CASCADE, related_name="listings")
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.CASCADE, related_name="event_listings"
    )
    role = models.CharField(max_length=10, choices=Role, default=Role.OWNER)
    state = models.CharField(max_length=10, choices=State, default=State.ACCEPTED)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("Eintrag in einen Kalender")
        verbose_name_plural = _("Einträge in Kalender")
        constraints = [
            models.UniqueConstraint(
                fields=["event", "place"],
                condition=Q(place__isnull=False),
                name="event_listing_once_per_place",
            ),
            models.UniqueConstraint(
                fields=["event"],
                condition=Q(place__isnull=True),
                name="event_listing_once_for_network",
            ),
            models.UniqueConstraint(
                fields=["event"], condition=Q(role="owner"), name="event_listing_one_owner"
            ),
            models.CheckConstraint(
                name="event_listing_owner_accepts",
                condition=~Q(role="owner") | Q(state="accepted"),
            ),
        ]
        indexes = [models.Index(fields=["place", "state", "event"], name="event_listing_by_place")]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.place or 'Netzwerk'} ({self.role}, {self.state})"


def in_calendar_of(place: Place) -> Q:
    """Occurrence rows in a place's calendar: its own and those it accepted to co-host, but none of
    another place that is still in preparation: their pages are not public."""
    listed = Q(event__listings__place=place, event__listings__state=EventListing.State.ACCEPTED)
    return listed & (Q(place=place) | ~Q(place__status=Place.Status.PREPARING))
