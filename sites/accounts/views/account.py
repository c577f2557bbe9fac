"""The own account: name, address, what protects it."""

from allauth.account.utils import get_next_redirect_url
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from sites.accounts import forms, fresh_proof, mail_codes, second_factor, security_notices, sessions
from sites.accounts.models import User


@login_required
@never_cache
def account(request) -> HttpResponse:
    form = forms.NameForm(request.POST or None, instance=request.user)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Ihr Name ist gespeichert."))
        return redirect("account")
    context = {
        "form": form,
        "required": second_factor.is_required_of(request.user),
        **_second_factors(request.user),
    }
    return render(request, "account/account.html", context)


def _second_factors(user: User) -> dict:
    found = {"passkeys": [], "app": None, "recovery_codes": None}
    for row in Authenticator.objects.filter(user=user).order_by("pk"):
        if row.type == Authenticator.Type.WEBAUTHN:
            found["passkeys"].append(row.wrap())
        elif row.type == Authenticator.Type.TOTP:
            found["app"] = row
        else:
            found["recovery_codes"] = len(row.wrap().get_unused_codes())
    return found


@login_required
@never_cache
def second_factor_needed(request) -> HttpResponse:
    """Before anything else, for those whose role demands it; also the way to a first one."""
    if second_factor.has_one(request.user):
        return redirect(get_next_redirect_url(request) or "wagtailadmin_home")
    context = {"required": second_factor.is_required_of(request.user)}
    return render(request, "account/second_factor_needed.html", context)


@login_required
@never_cache
def offer_passkey(request) -> HttpResponse:
    next_url = get_next_redirect_url(request) or ""
    return render(request, "account/offer_passkey.html", {"next_url": next_url})


@login_required
@require_POST
def sign_out_elsewhere(request) -> HttpResponse:
    sessions.end_others(request)
    messages.success(request, _("Überall sonst sind Sie jetzt abgemeldet."))
    return redirect("account")


@fresh_proof.required
@never_cache
def change_email(request) -> HttpResponse:
    """The new address is not yours until a code sent there comes back. One that has an account
    already gets the same answer here, and another mail."""
    form = forms.NewEmailForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        taken = User.objects.filter(email=email).exists()
        template = "account/email/address_taken" if taken else ""
        if mail_codes.send(request, purpose="email_change", to=email, template=template):
            return redirect("account_confirm_email_change")
        form.add_error("email", _("Das waren viele Versuche. Bitte warten Sie ein paar Minuten."))
    return render(request, "account/change_email.html", {"form": form})


@fresh_proof.required
@never_cache
def confirm_email_change(request) -> HttpResponse:
    email = mail_codes.address(request, purpose="email_change")
    if email is None:
        messages.error(request, _("Dieser Code ist abgelaufen. Bitte beginnen Sie noch einmal."))
        return redirect("account_change_email")
    form = forms.MailCodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if mail_codes.prove(request, form.cleaned_data["code"], purpose="email_change"):
            if not _change_email(request, email):
                messages.error(request, _("Unter dieser Adresse gibt es inzwischen ein Konto."))
                return redirect("account_change_email")
            messages.success(request, _("Ihre neue Adresse gilt ab sofort."))
            return redirect("account")
        form.add_error("code", _("Dieser Code stimmt nicht."))
    return render(request, "account/confirm_email_change.html", {"form": form, "email": email})


def _change_email(request, email: str) -> bool:
    """False when somebody else took the address since the code was sent. All other sessions end:
    whoever has them knows the old address."""
    user, old = User.objects.get(pk=request.user.pk), request.user.email
    user.email = email
    try:
        with transaction.atomic():
            user.save(update_fields=["email"])
    except IntegrityError:
        return False
    request.user.email = email
    security_notices.send("email_changed", to=old)
    sessions.end_others(request)
    return True
