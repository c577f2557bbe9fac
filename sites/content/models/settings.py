"""What the team of a place says about itself in one form: a site setting."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseSiteSetting

from sites.places.site_policy import MembershipSitePolicy


class PlaceSettings(BaseSiteSetting):
    """Contact and small matters of one site, the network's own included."""

    contact_person = models.CharField(_("Ansprechperson"), max_length=120, blank=True)
    contact_mail = models.EmailField(_("E-Mail-Adresse"), blank=True)
    contact_phone = models.CharField(_("Telefon"), max_length=60, blank=True)
    alert = models.CharField(
        _("Hinweis ganz oben"),
        max_length=200,
        blank=True,
        help_text=_("Nur für Dringendes, zum Beispiel: Der Bürgersaal ist bis Ostern gesperrt."),
    )

    class Meta:
        verbose_name = _("Einstellungen der Ortsseite")
        verbose_name_plural = _("Einstellungen der Ortsseiten")

    @classmethod
    def get_permission_policy(cls):
        return MembershipSitePolicy(cls)

    @property
    def contact(self) -> dict[str, str] | None:
        if not (self.contact_mail or self.contact_phone):
            return None
        return {
            "person": self.contact_person,
            "mail": self.contact_mail,
            "phone": self.contact_phone,
        }
