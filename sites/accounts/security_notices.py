"""A mail to the owner whenever something changes that a stranger could have changed."""

from collections.abc import Callable

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


_office: list[Callable[[], str]] = []


def name_office(ways: Callable[[], str]) -> None:
    """`ways()` says how to reach who closes accounts: "0351 123, buero@netz.example". Called by an
    app above this one from its `ready()`."""
    _office[:] = [ways]


def send(what: str, *, to: str) -> None:
    sentence = SENTENCES[what]
    mails.send(
        "account/email/security_notice.txt",
        to=[to],
        subject=str(sentence).removesuffix("."),
        context={
            "sentence": sentence,
            "office": _office[0]() if _office else "",
            "host": settings.ADMIN_HOST,
            "network": settings.WAGTAIL_SITE_NAME,
        },
    )
