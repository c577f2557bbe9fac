"""The addresses below /redaktion/ that belong to accounts: allauth's views one by one under the
names that allauth reverses, and nothing of allauth that is not listed. They come before Wagtail's
own, whose login, logout and account pages they replace."""

from allauth.account.views import logout
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.conf import settings
from django.urls import path
from django.views.generic import RedirectView

from . import dev_login
from .views import account, entrance, factors, proof

urlpatterns = [
    path("login/", entrance.LoginView.as_view(), name="account_login"),
    path("login/code/", entrance.LoginCodeView.as_view(), name="account_confirm_login_code"),
    path("login/passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("login/bestaetigen/", entrance.SecondFactorView.as_view(), name="mfa_authenticate"),
    path("logout/", logout, name="account_logout"),
    path("konto/", account.account, name="account"),
    path("konto/email/", account.change_email, name="account_change_email"),
    path("konto/email/code/", account.confirm_email_change, name="account_confirm_email_change"),
    path("konto/ueberall-abmelden/", account.sign_out_elsewhere, name="account_sign_out_elsewhere"),
    path("konto/absichern/", account.second_factor_needed, name="second_factor_needed"),
    path("konto/schneller-anmelden/", account.offer_passkey, name="account_offer_passkey"),
    path("konto/passkeys/neu/", factors.add_passkey, name="mfa_add_webauthn"),
    path(
        "konto/passkeys/<int:pk>/entfernen/", webauthn.remove_webauthn, name="mfa_remove_webauthn"
    ),
    path("konto/app/", factors.add_app, name="mfa_activate_totp"),
    path("konto/app/entfernen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("konto/notfallcodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "konto/notfallcodes/neu/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "konto/notfallcodes/datei/",
        recovery_codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("konto/bestaetigen/", proof.MailCodeProofView.as_view(), name="account_reauthenticate"),
    path(
        "konto/bestaetigen/code/", proof.SecondFactorProofView.as_view(), name="mfa_reauthenticate"
    ),
    path(
        "konto/bestaetigen/passkey/",
        proof.PasskeyProofView.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    # Names that allauth reverses for pages that are one here.
    path("login/", entrance.LoginView.as_view(), name="account_request_login_code"),
    path("konto/", account.account, name="mfa_index"),
    path("konto/", account.account, name="mfa_list_webauthn"),
    # Wagtail's account page: passwords, avatars, notifications that nobody sends.
    path("account/", RedirectView.as_view(pattern_name="account"), name="wagtailadmin_account"),
]
if settings.DEV_LOGIN:
    urlpatterns.append(path("anmelden-als/", dev_login.login_as, name="login_as"))
