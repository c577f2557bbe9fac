"""A mail to the owner whenever something changes that a stranger could have changed."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from sites.runtime import mails

SENTENCES = {
    "webauthn_added": _("Für Ihr Konto wurde ein Passkey eingerichtet."),
    "webauthn_removed": _("Ein Passkey Ihres Kontos wurde entfernt."),
    "totp_activated": _("Für Ihr Konto wurde eine Code-App eingerichtet."),
    "totp_deactivated": _("Die Code-App Ihres Kontos wurde entfernt."),
    "recovery_codes_generated": _("Für Ihr Konto wurden neue Notfallcodes erstellt."),
    "email_changed": _("Ihr Konto hat jetzt eine andere E-Mail-Adresse."),
}


def send(what: str, *, to: str) -> None:
    sentence = SENTENCES[what]
    mails.send(
        "account/email/security_notice.txt",
        to=[to],
        subject=str(sentence).removesuffix("."),
        context={
            "sentence": sentence,
            "host": settings.ADMIN_HOST,
            "network": settings.WAGTAIL_SITE_NAME,
        },
    )
