"""The forms of the account pages, in German words. allauth's own forms lie behind some of them."""

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import User, normalise_email
from .names import name_only

# What phones need to offer the code from the mail and a keyboard of digits.
_CODE = {"autocomplete": "one-time-code", "inputmode": "numeric", "placeholder": "", "size": "12"}


def _dress(field: forms.Field, label, help_text="", **attrs) -> None:
    field.label, field.help_text = label, help_text
    field.widget.attrs.update({"class": "input", "placeholder": "", **attrs})


def _dress_code(field: forms.Field, label, help_text="", **attrs) -> None:
    _dress(field, label, help_text, **{**_CODE, **attrs})
    field.widget.attrs["class"] = "input input--code"
    field.error_messages["required"] = _("Bitte tragen Sie den Code ein.")


class EmailField(forms.EmailField):
    """An address as phones should offer it, with errors that say what is missing."""

    default_error_messages = {
        "required": _("Bitte tragen Sie Ihre E-Mail-Adresse ein."),
        "invalid": _("Das ist noch keine E-Mail-Adresse. Ein Beispiel: jana@example.org"),
    }

    def __init__(self, **kwargs):
        attrs = {"class": "input", "autocomplete": "email", "spellcheck": "false"}
        super().__init__(widget=forms.EmailInput(attrs), max_length=254, **kwargs)

    def to_python(self, value) -> str:
        return normalise_email(super().to_python(value))


class LoginForm(RequestLoginCodeForm):
    email = EmailField(label=_("E-Mail-Adresse"))


class LoginCodeForm(ConfirmLoginCodeForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Code aus der Mail"), autofocus=True)


class SecondFactorForm(AuthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _second_factor_label(self.user))


class RepeatSecondFactorForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _second_factor_label(self.user), autofocus=True)


def _second_factor_label(user: User):
    if Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists():
        return _("Code aus der App, oder ein Notfallcode")
    return _("Notfallcode")


class AppForm(ActivateTOTPForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Code, den die App jetzt zeigt"))


class PasskeyForm(AddWebAuthnForm):
    """Only passkeys that log in by themselves: they need no typing, and count as both factors."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress(self.fields["name"], _("Name des Geräts"), maxlength=60, autocomplete="off")
        # allauth's script looks at a checkbox; there is nothing to choose.
        self.fields["passwordless"].initial = True
        self.fields["passwordless"].widget.attrs["hidden"] = True


class MailCodeForm(forms.Form):
    """A code of `mail_codes`; the view says whether it is right."""

    code = forms.CharField(max_length=40)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _dress_code(self.fields["code"], _("Code aus der Mail"), autofocus=True)


class NameForm(forms.ModelForm):
    class Meta:
        model = User
        fields = ["first_name", "last_name"]
        widgets = {
            "first_name": forms.TextInput({"class": "input", "autocomplete": "given-name"}),
            "last_name": forms.TextInput({"class": "input", "autocomplete": "family-name"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.validators.append(name_only)


class NewEmailForm(forms.Form):
    email = EmailField(label=_("Neue E-Mail-Adresse"))

    def __init__(self, *args, user: User, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_email(self) -> str:
        email = self.cleaned_data["email"]
        if email == self.user.email:
            raise forms.ValidationError(_("Das ist schon Ihre Adresse."))
        return email
