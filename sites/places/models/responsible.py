"""Who answers for a site by law: stored once, used by every imprint that needs it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ResponsibleBody(models.Model):
    """The Träger: the network by default, an own association, or the municipality.

    Volunteers' home addresses are never needed: the imprint of a place is composed from this row.
    """

    name = models.CharField(_("Name"), max_length=200, unique=True)
    street = models.CharField(_("Straße und Hausnummer"), max_length=200)
    postcode = models.CharField(_("Postleitzahl"), max_length=5)
    town = models.CharField(_("Ort"), max_length=120)
    represented_by = models.CharField(
        _("Vertreten durch"), max_length=200, help_text=_("Vor- und Nachname, Funktion")
    )
    mail = models.EmailField(_("E-Mail-Adresse"))
    phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    register = models.CharField(
        _("Register und Nummer"),
        max_length=200,
        blank=True,
        help_text=_("Zum Beispiel: Amtsgericht Berlin-Charlottenburg, VR 12345 B"),
    )
    editor_name = models.CharField(
        _("Verantwortlich für redaktionelle Inhalte"), max_length=200, blank=True
    )
    data_protection_contact = models.CharField(
        _("Kontakt für Datenschutz"),
        max_length=200,
        blank=True,
        help_text=_("E-Mail-Adresse oder Name; leer: die E-Mail-Adresse oben"),
    )

    class Meta:
        verbose_name = _("Träger")
        verbose_name_plural = _("Träger")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def postcode_town(self) -> str:
        return f"{self.postcode} {self.town}"
