"""Forms of the centre's acts: a reason where one is owed, a free word where not."""

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Grund"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Das Team liest ihn in seiner E-Mail und im Verlauf."),
    )


class NoteForm(forms.Form):
    reason = forms.CharField(
        label=_("Ein Wort dazu"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Freiwillig. Das Team liest es in seiner E-Mail und im Verlauf."),
    )
