"""Proving once more who one is, before something that protects the account is changed."""

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import BaseReauthenticateView
from allauth.mfa.base.views import ReauthenticateView
from allauth.mfa.webauthn.views import ReauthenticateWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from sites.accounts import forms, mail_codes

PURPOSE = "confirm_identity"


@method_decorator(login_required, name="dispatch")
class MailCodeProofView(BaseReauthenticateView):
    """For accounts without second factor. Opening the page sends the code."""

    form_class = forms.MailCodeForm
    template_name = "account/reauthenticate.html"

    def get(self, request, *args, **kwargs):
        if mail_codes.address(request, purpose=PURPOSE) is None:
            self._send()
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        if mail_codes.address(request, purpose=PURPOSE) is None:
            self._send()
            messages.info(request, _("Der Code war abgelaufen. Ein neuer ist unterwegs."))
            return HttpResponseRedirect(request.get_full_path())
        return super().post(request, *args, **kwargs)

    def form_valid(self, form):
        if not mail_codes.prove(self.request, form.cleaned_data["code"], purpose=PURPOSE):
            form.add_error("code", _("Dieser Code stimmt nicht. Bitte vergleichen Sie ihn."))
            return self.form_invalid(form)
        user = self.request.user
        record_authentication(
            self.request, user, method="code", email=user.email, reauthenticated=True
        )
        return super().form_valid(form)

    def _send(self) -> None:
        if not mail_codes.send(self.request, purpose=PURPOSE, to=self.request.user.email):
            messages.error(
                self.request, _("Das waren viele Codes. Bitte warten Sie ein paar Minuten.")
            )


class SecondFactorProofView(ReauthenticateView):
    form_class = forms.RepeatSecondFactorForm


class PasskeyProofView(ReauthenticateWebAuthnView):
    def form_invalid(self, form):
        sentence = _("Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.")
        messages.error(self.request, sentence)
        return HttpResponseRedirect(self.request.get_full_path())
