"""Setting up a second factor."""

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView

from sites.accounts import forms, fresh_proof, sessions


class _EndsOtherSessions:
    """In the same transaction: no session of an account that has a second factor is left that has
    not proved it (`second_factor`). This one just has, so the recovery codes may be shown."""

    def form_valid(self, form):
        response = super().form_valid(form)
        sessions.end_others(self.request)
        record_authentication(self.request, self.request.user, method="mfa", reauthenticated=True)
        return response


class PasskeyView(_EndsOtherSessions, AddWebAuthnView):
    form_class = forms.PasskeyForm


class AppView(_EndsOtherSessions, ActivateTOTPView):
    form_class = forms.AppForm

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        secret = context["form"].secret
        blocks = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
        return {**context, "secret_in_blocks": blocks}


add_passkey = fresh_proof.required(PasskeyView.as_view())
add_app = fresh_proof.required(AppView.as_view())
