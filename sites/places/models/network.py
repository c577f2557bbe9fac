"""The network's own site: the one tenant that is not a place."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .responsible import ResponsibleBody


class Network(models.Model):
    """One row. Foreign keys, never names, lead to the network's site, container and collection."""

    name = models.CharField(_("Name"), max_length=120, default="Bürgernetzwerk")
    claim = models.CharField(
        _("Leitsatz"), max_length=200, default="Miteinander reden. Gemeinsam handeln."
    )
    contact_mail = models.EmailField(_("E-Mail-Adresse"), blank=True)
    contact_phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    site = models.OneToOneField("wagtailcore.Site", on_delete=models.PROTECT, related_name="+")
    container = models.OneToOneField(
        "places.ContainerPage", on_delete=models.PROTECT, related_name="network"
    )
    collection = models.OneToOneField(
        "wagtailcore.Collection", on_delete=models.PROTECT, related_name="network"
    )
    responsible_body = models.ForeignKey(
        ResponsibleBody,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("Träger"),
    )

    class Meta:
        verbose_name = _("Netzwerk")
        verbose_name_plural = _("Netzwerk")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def get(cls) -> "Network | None":
        """The one row, or None before the network is built. One query."""
        return cls.objects.select_related("site", "responsible_body").first()
