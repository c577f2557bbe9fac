"""The form of a new place; what it asks for is all that is needed."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sites.places import postcodes
from sites.places.models import Place

from .provisioning import PlaceFacts, create_local_site


class NewPlaceForm(forms.Form):
    official_name = forms.CharField(label=_("Name des Ortes"), max_length=120)
    postcode = forms.CharField(label=_("Postleitzahl"), max_length=10)
    group_name = forms.CharField(
        label=_("Name der Gruppe"),
        max_length=120,
        required=False,
        help_text=_("Leer: „Bürgernetz“ und der Name des Ortes."),
    )
    tagline = forms.CharField(label=_("In einem Satz"), max_length=200, required=False)
    contact_person = forms.CharField(
        label=_("Ansprechperson"),
        max_length=120,
        required=False,
        help_text=_("Öffentlich: steht sofort auf der Seite „Hier entsteht…“."),
    )
    contact_mail = forms.EmailField(
        label=_("E-Mail-Adresse"),
        required=False,
        help_text=_("Ebenfalls öffentlich. Eingeladen wird damit niemand; das tun Sie danach."),
    )

    def clean_postcode(self) -> str:
        """Without a position a place could stand in no circle, Kreis or Land."""
        code = self.cleaned_data["postcode"].strip()
        if not (len(code) == 5 and code.isascii() and code.isdigit()):
            raise ValidationError(_("Eine Postleitzahl hat fünf Ziffern."))
        if postcodes.find(code) is None:
            raise ValidationError(
                _(
                    "Zur Postleitzahl %(code)s kennen wir keine Lage. Bitte prüfen Sie die Zahl; "
                    "bei Postfächern und großen Firmen hilft die Zahl des Ortes selbst."
                )
                % {"code": code}
            )
        return code

    def create(self) -> Place | None:
        """The new place, in preparation; None with the reason as an error of the form."""
        try:
            return create_local_site(PlaceFacts(**self.cleaned_data))
        except ValidationError as error:
            self.add_error(None, error.messages)
            return None
