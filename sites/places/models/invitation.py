"""An invitation by e-mail into the team of a place, of a region or of the network."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sites.places.roles import Role

from .place import Place

_OPEN = Q(accepted_at__isnull=True, withdrawn_at__isnull=True)


class Invitation(models.Model):
    """Open until it is accepted, withdrawn or expired; the link works once.

    The link carries `pk` and `nonce`, signed; sending it again changes the nonce, so only the
    newest mail works. `replaces` is set for a handover: accepting takes that person's
    Ortskoordination over; they stay as `predecessor_role`, or leave the team if it is empty."""

    email = models.EmailField(_("E-Mail-Adresse"))
    name = models.CharField(_("Name"), max_length=120, blank=True)
    role = models.CharField(_("Rolle"), max_length=20, choices=Role)
    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    region_key = models.CharField(max_length=5, blank=True)
    replaces = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    predecessor_role = models.CharField(max_length=20, choices=Role, blank=True)
    nonce = models.CharField(max_length=40)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("Einladung")
        verbose_name_plural = _("Einladungen")
        ordering = ["-created_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["email", "place"],
                condition=_OPEN & Q(place__isnull=False),
                name="one_open_invitation_per_place",
            ),
            models.UniqueConstraint(
                fields=["email", "region_key"],
                condition=_OPEN & Q(place__isnull=True),
                name="one_open_invitation_per_region",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_role_display()}"
