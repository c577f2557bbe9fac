"""Setting up a second factor."""

from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView

from sites.accounts import forms, fresh_proof, sessions


class _EndsOtherSessions:
    """In the same transaction: no session of an account that has a second factor is left that has
    not proved it (`second_factor`)."""

    def form_valid(self, form):
        response = super().form_valid(form)
        sessions.end_others(self.request)
        return response


class PasskeyView(_EndsOtherSessions, AddWebAuthnView):
    form_class = forms.PasskeyForm


class AppView(_EndsOtherSessions, ActivateTOTPView):
    form_class = forms.AppForm


add_passkey = fresh_proof.required(PasskeyView.as_view())
add_app = fresh_proof.required(AppView.as_view())
