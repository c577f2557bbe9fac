"""Who works where, and as what. Every permission of the editing side is answered from this."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sites.places import regions
from sites.places.roles import ROLES, Role, Scope, roles_with_scope

from .place import Place


class Membership(models.Model):
    """The one role of one person in one place, in one region (state or district key), or in the
    network (neither)."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(_("Rolle"), max_length=20, choices=Role)
    place = models.ForeignKey(
        Place,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="memberships",
        verbose_name=_("Ort"),
    )
    region_key = models.CharField(
        _("Region"),
        max_length=5,
        blank=True,
        help_text=_("Schlüssel des Landes (zwei Ziffern) oder des Kreises (fünf Ziffern)"),
    )
    created_at = models.DateTimeField(auto_now_add=True)
    # When the person accepted the Redaktionsregeln; null for accounts that provisioning made.
    rules_accepted_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = _("Mitgliedschaft")
        verbose_name_plural = _("Mitgliedschaften")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "place"],
                condition=Q(place__isnull=False),
                name="membership_once_per_place",
            ),
            models.UniqueConstraint(
                fields=["user", "region_key"],
                condition=Q(place__isnull=True),
                name="membership_once_per_region",
            ),
            models.CheckConstraint(
                name="membership_scope_fits_role",
                condition=(
                    Q(
                        role__in=roles_with_scope(Scope.PLACE),
                        place__isnull=False,
                        region_key="",
                    )
                    | (
                        Q(role__in=roles_with_scope(Scope.REGION), place__isnull=True)
                        & ~Q(region_key="")
                    )
                    | Q(
                        role__in=roles_with_scope(Scope.NETWORK),
                        place__isnull=True,
                        region_key="",
                    )
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()} {self.place or self.region_key}".strip()

    def clean(self):
        if self.region_key and not (
            self.region_key in regions.STATES or self.region_key in regions.districts()
        ):
            raise ValidationError({"region_key": _("Diese Region gibt es nicht.")})

    @property
    def rule(self):
        return ROLES[self.role]

    def places(self) -> models.QuerySet[Place]:
        """The places this membership reaches; none for network roles that reach all."""
        if self.place_id:
            return Place.objects.filter(pk=self.place_id)
        if self.region_key:
            field = "state_key" if len(self.region_key) == 2 else "district_key"
            return Place.objects.filter(**{field: self.region_key})
        return Place.objects.none()
