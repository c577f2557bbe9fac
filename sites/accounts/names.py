"""What people may call themselves and each other."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

# A name stands in mails to strangers, in their subject too: it is no place for links. "Dr. Krüger"
# and "J.R." are names, "gewinn.example" is not.
name_only = RegexValidator(
    r"[<>/@\\:\x00-\x1f]|www\.|\w\.\w{2,}",
    _("Bitte nur den Namen, ohne Adressen und Links."),
    inverse_match=True,
)
