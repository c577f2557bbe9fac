"""Logging in: address, code from the mail, second factor."""

from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.decorators import rate_limit
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from sites.accounts import forms
from sites.runtime import mails


class LoginView(RequestLoginCodeView):
    """The same answer for every address, after the same time: one that has no account gets a mail,
    too. It says so, because waiting for a code that never comes is the worst answer."""

    form_class = forms.LoginForm
    template_name = "account/login.html"

    @method_decorator(rate_limit(action="login"))
    def dispatch(self, request, *args, **kwargs):
        if request.user.is_authenticated and not request.user.has_perm("wagtailadmin.access_admin"):
            return render(request, "account/no_team.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        if form._user is None:
            _say_unknown(form.cleaned_data["email"])
        return super().form_valid(form)


def _say_unknown(email: str) -> None:
    mails.send(
        "account/email/unknown_account_message.txt",
        to=[email],
        subject=_("Zu dieser Adresse gibt es kein Konto"),
        context={"host": settings.ADMIN_HOST, "network": settings.WAGTAIL_SITE_NAME},
    )


class LoginCodeView(ConfirmLoginCodeView):
    form_class = forms.LoginCodeForm
    _arrived = False

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        if self._arrived or request.user.is_authenticated:
            return response
        # allauth turns away whoever has no valid code waiting, without a word and without `next`.
        if request.method == "POST":
            expired = _("Dieser Code ist abgelaufen. Bitte lassen Sie sich einen neuen schicken.")
            messages.error(request, expired)
        return HttpResponseRedirect(self.passthrough_next_url(reverse("account_login")))

    def get(self, request, *args, **kwargs):
        self._arrived = True
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        self._arrived = True
        return super().post(request, *args, **kwargs)

    def _resend_form_valid(self, form):
        messages.success(self.request, _("Ein neuer Code ist unterwegs. Der alte gilt nicht mehr."))
        return super()._resend_form_valid(form)


class SecondFactorView(AuthenticateView):
    form_class = forms.SecondFactorForm

    def get_context_data(self, **kwargs):
        user = self.stage.login.user
        kinds = set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
        return {**super().get_context_data(**kwargs), "kinds": kinds}
