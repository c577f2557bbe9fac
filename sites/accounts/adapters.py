"""What allauth asks the project: mails, words, names. Closed for signing up."""

from urllib.parse import urlencode

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from sites.runtime import mails

from . import devices, second_factor, security_notices


class AccountAdapter(DefaultAccountAdapter):
    _patience = _("Das waren viele Versuche. Bitte warten Sie ein paar Minuten.")
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": _("Dieses Konto ist geschlossen. Fragen Sie Ihre Ortskoordination."),
        "incorrect_code": _("Dieser Code stimmt nicht. Bitte vergleichen Sie ihn mit der Mail."),
        "rate_limited": _patience,
        "too_many_login_attempts": _(
            "Das waren viele Versuche. Bitte warten Sie ein paar Minuten."
        ),
    }

    def is_open_for_signup(self, request) -> bool:
        return False

    def login(self, request, user) -> None:
        self._returns = user.last_login is not None
        super().login(request, user)

    def post_login(self, request, user, **kwargs):
        """Whoever comes back with a code is offered a passkey; the first visit goes straight in."""
        response = super().post_login(request, user, **kwargs)
        if not self._returns or second_factor.is_required_of(user) or second_factor.has_one(user):
            return response
        return redirect(f"{reverse('account_offer_passkey')}?{urlencode({'next': response.url})}")

    def respond_user_inactive(self, request, user):
        messages.error(request, self.error_messages["account_inactive"])
        return redirect("account_login")

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        facts = {
            "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
            "host": settings.ADMIN_HOST,
            "network": settings.WAGTAIL_SITE_NAME,
            **context,
        }
        subject = render_to_string(f"{template_prefix}_subject.txt", facts)
        mails.send(f"{template_prefix}_message.txt", to=[email], subject=subject, context=facts)

    def send_notification_mail(self, template_prefix, user, context=None, email=None) -> None:
        security_notices.send(template_prefix.rpartition("/")[2], to=email or user.email)

    def get_reauthentication_methods(self, user) -> list[dict]:
        """The second factor, a passkey first; a code in the mail for accounts that have none."""
        methods = super().get_reauthentication_methods(user)
        methods.sort(key=lambda method: method["id"] != "mfa_reauthenticate:webauthn")
        if not methods and user.is_authenticated:
            url = reverse("account_reauthenticate")
            methods = [{"id": "mail", "description": _("Code per E-Mail"), "url": url}]
        return methods


class SecondFactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("Das hat nicht gestimmt. Bitte versuchen Sie es noch einmal."),
    }

    def generate_authenticator_name(self, user, type) -> str:  # noqa: A002
        return devices.name_of(context.request.headers.get("User-Agent", ""))

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Passkeys are bound to the editing host: another one makes them all useless."""
        return {"id": settings.ADMIN_HOST, "name": settings.WAGTAIL_SITE_NAME}
