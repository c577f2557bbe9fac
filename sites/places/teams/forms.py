"""The forms of a team. What they offer is what the verbs allow; the verbs check it again."""

from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from sites.accounts.names import name_only
from sites.places import regions
from sites.places.roles import ROLES, Role, Scope

MAIL_ERRORS = {
    "required": _("Bitte geben Sie eine E-Mail-Adresse ein."),
    "invalid": _("Das ist keine gültige E-Mail-Adresse. Ein Beispiel: jana@example.org"),
}


def posted(request: HttpRequest) -> QueryDict | None:
    """What a form is bound to; also when nothing at all was filled in."""
    return request.POST if request.method == "POST" else None


def role_choices(roles: list[Role]) -> list[tuple[str, str]]:
    """Name and sentence of each role, as label of its radio button."""
    return [
        (
            role.value,
            format_html(
                '<span class="team__role"><strong>{}</strong> {}</span>',
                role.label,
                ROLES[role].sentence,
            ),
        )
        for role in roles
    ]


class RoleField(forms.ChoiceField):
    widget = forms.RadioSelect

    def __init__(self, roles: list[Role], **kwargs) -> None:
        kwargs.setdefault("label", _("Aufgabe"))
        errors = {
            "required": _("Bitte wählen Sie eine Aufgabe."),
            "invalid_choice": _("Diese Aufgabe können Sie nicht vergeben."),
        }
        super().__init__(choices=role_choices(roles), error_messages=errors, **kwargs)


class InvitedPersonForm(forms.Form):
    email = forms.EmailField(
        label=_("E-Mail-Adresse"),
        error_messages=MAIL_ERRORS,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"}),
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=120,
        required=False,
        validators=[name_only],
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("Darf frei bleiben: Wer eingeladen ist, kann ihn selbst eintragen."),
    )


class InviteForm(InvitedPersonForm):
    def __init__(self, *args, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = RoleField(roles)
        if any(ROLES[role].scope == Scope.REGION for role in roles):
            self.fields["state"] = forms.ChoiceField(
                label=_("Land"),
                required=False,
                choices=[("", "–"), *((key, state.name) for key, state in _by_name())],
                help_text=_("Nur für die Prozessbegleitung: ein ganzes Land …"),
            )
            self.fields["district"] = forms.CharField(
                label=_("Kreis"), required=False, max_length=80, help_text=_("… oder ein Kreis.")
            )

    def clean(self) -> dict:
        """`region_key` from the Land chosen or the Kreis typed; empty for other roles."""
        data = super().clean()
        data["region_key"] = ""
        role = data.get("role")
        if role and ROLES[role].scope == Scope.REGION:
            typed = data.get("district", "")
            try:
                data["region_key"] = district_key(typed) if typed else data.get("state", "")
            except ValidationError as error:
                self.add_error("district", error)
            else:
                if not data["region_key"]:
                    self.add_error("state", _("Bitte wählen Sie ein Land oder einen Kreis."))
        return data

    def add_error(self, field, error):
        """The verbs name the region as one; here it has two fields."""
        super().add_error("state" if field == "region" else field, error)


class HandOverForm(InvitedPersonForm):
    def __init__(self, *args, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        staying = [role for role in roles if not ROLES[role].needs_successor]
        self.fields["stay_as"] = RoleField(staying, required=False, label=_("Und Sie danach?"))
        self.fields["stay_as"].choices = [
            *self.fields["stay_as"].choices,
            ("", _("Ich verlasse das Team.")),
        ]
        self.fields["stay_as"].initial = Role.EDITOR


class RoleForm(forms.Form):
    def __init__(self, *args, roles: list[Role], **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = RoleField(roles)


class AcceptForm(forms.Form):
    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)

    first_name = forms.CharField(
        label=_("Vorname"),
        max_length=60,
        required=False,
        validators=[name_only],
        widget=forms.TextInput(attrs={"autocomplete": "given-name", "class": "input"}),
    )
    last_name = forms.CharField(
        label=_("Nachname"),
        max_length=60,
        required=False,
        validators=[name_only],
        widget=forms.TextInput(attrs={"autocomplete": "family-name", "class": "input"}),
    )


def district_key(typed: str) -> str:
    """The key of the one Kreis that was meant; with several, the message names them."""
    wanted = " ".join(typed.split()).casefold()
    found = [
        district
        for district in regions.districts().values()
        if wanted in district.label.casefold() or wanted == district.key
    ]
    exact = [d for d in found if wanted in (d.label.casefold(), d.name.casefold(), d.key)]
    if len(exact) == 1 or len(found) == 1:
        return (exact if len(exact) == 1 else found)[0].key
    if not found:
        raise ValidationError(_("Diesen Kreis kennen wir nicht."))
    names = sorted(district.label for district in exact or found)
    raise ValidationError(
        _("Welchen meinen Sie? %(names)s"),
        params={"names": ", ".join(names[:8]) + (" …" if len(names) > 8 else "")},
    )


def _by_name() -> list[tuple[str, regions.State]]:
    return sorted(regions.STATES.items(), key=lambda item: item[1].name)
