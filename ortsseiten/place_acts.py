"""The centre's acts on a place as a table: words, form, verb, and when each makes sense."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from sites.content import order
from sites.content.order_forms import NoteForm, ReasonForm
from sites.places import hosts
from sites.places.models import Place

from . import lifecycle

Status = Place.Status


class RenameForm(forms.ModelForm):
    reason = NoteForm.base_fields["reason"]

    class Meta:
        model = Place
        fields = ["official_name", "short_name", "suffix", "group_name", "in_name", "tagline"]


class HostForm(NoteForm):
    hostname = forms.CharField(
        label=_("Neue Adresse"),
        max_length=253,
        help_text=_("Ohne „https://“, zum Beispiel: buergernetz-goerlitz.de"),
    )
    field_order = ["hostname", "reason"]


class CloseForm(ReasonForm):
    sure = forms.BooleanField(label=_("Ja, dieser Ort soll geschlossen werden."))


@dataclass(frozen=True)
class PlaceAct:
    title: str
    sentence: str
    button: str
    done: str
    perform: Callable[..., None]
    makes_sense: Callable[[Place], bool]
    form: type[forms.BaseForm] = NoteForm
    icon: str = "edit"
    serious: bool = False


ACTS = {
    "oeffnen": PlaceAct(
        _("Ort öffnen"),
        _("Aus „Hier entsteht…“ wird die Ortsseite: Alle können sie sehen, auch in den Listen."),
        _("Ort öffnen"),
        _("Der Ort ist offen."),
        lifecycle.open_place,
        lambda place: place.status == Status.PREPARING,
        icon="view",
    ),
    "pausieren": PlaceAct(
        _("Pausieren"),
        _(
            "Auf der Ortsseite steht dann „macht gerade Pause“ und wer Fragen beantwortet. "
            "Termine, Kalender-Abos und alles andere bleiben."
        ),
        _("Pausieren"),
        _("Der Ort macht jetzt Pause."),
        lifecycle.pause_place,
        lambda place: place.status == Status.ACTIVE,
        icon="time",
    ),
    "wieder-oeffnen": PlaceAct(
        _("Wieder öffnen"),
        _("Der Ort ist dann wieder aktiv, und sein Team kann wieder alles tun."),
        _("Wieder öffnen"),
        _("Der Ort ist wieder offen."),
        lifecycle.reopen_place,
        lambda place: place.status in (Status.PAUSED, Status.CLOSED),
        icon="undo",
    ),
    "umbenennen": PlaceAct(
        _("Umbenennen"),
        _("Kurzadresse, Kalender-Abos und Hostname bleiben, wie sie sind."),
        _("Namen speichern"),
        _("Die Namen sind geändert."),
        lifecycle.rename_place,
        lambda place: bool(place.site_id),
        RenameForm,
    ),
    "adresse": PlaceAct(
        _("Adresse ändern"),
        _("Die bisherige Adresse führt weiter zur Ortsseite."),
        _("Adresse ändern"),
        _("Die Adresse ist geändert."),
        lifecycle.move_place,
        lambda place: bool(place.site_id),
        HostForm,
        "link",
    ),
    "anhalten": PlaceAct(
        _("Veröffentlichen anhalten"),
        _("Was zu sehen ist, bleibt. Das Team kann nur noch Entwürfe schreiben."),
        _("Veröffentlichen anhalten"),
        _("Das Veröffentlichen ist angehalten."),
        order.freeze_publishing,
        lambda place: not place.publishing_frozen_at and place.status != Status.CLOSED,
        ReasonForm,
        "lock",
        serious=True,
    ),
    "erlauben": PlaceAct(
        _("Veröffentlichen erlauben"),
        _("Das Team kann wieder veröffentlichen. Geplantes muss es neu planen."),
        _("Veröffentlichen erlauben"),
        _("Das Team kann wieder veröffentlichen."),
        order.allow_publishing,
        lambda place: bool(place.publishing_frozen_at),
        icon="lock-open",
    ),
    "pruefen": PlaceAct(
        _("„Diese Seite wird geprüft“ zeigen"),
        _("Der Satz steht dann oben auf jeder Seite des Ortes. Sonst ändert sich nichts."),
        _("Hinweis zeigen"),
        _("Der Hinweis steht jetzt auf der Ortsseite."),
        order.put_under_review,
        lambda place: not place.under_review_at,
        ReasonForm,
        "info-circle",
        serious=True,
    ),
    "geprueft": PlaceAct(
        _("Prüfung beenden"),
        _("Der Satz „Diese Seite wird geprüft“ verschwindet von der Ortsseite."),
        _("Prüfung beenden"),
        _("Der Hinweis ist weg."),
        order.end_review,
        lambda place: bool(place.under_review_at),
        icon="check",
    ),
    "schliessen": PlaceAct(
        _("Schließen"),
        _(
            "Die Ortsseite wird ein Archiv: Alle können lesen, was hier war, niemand im Team kann "
            "mehr etwas ändern. Kommende Termine verschwinden aus den gemeinsamen Listen und "
            "Kalendern; das eigene Kalender-Abo antwortet weiter mit allem, was darin steht. Sie "
            "können den Ort später wieder öffnen."
        ),
        _("Ort schließen"),
        _("Der Ort ist geschlossen."),
        lifecycle.close_place,
        lambda place: place.status != Status.CLOSED,
        CloseForm,
        "cross",
        serious=True,
    ),
}


def offered(place: Place) -> Iterator[tuple[str, PlaceAct]]:
    """What makes sense now; nothing for a place that became part of another one."""
    if place.merged_into_id or not place.container_id:
        return
    for name, act in ACTS.items():
        if act.makes_sense(place):
            yield name, act


def form_for(act: PlaceAct, place: Place, data) -> forms.BaseForm:
    if issubclass(act.form, forms.ModelForm):
        return act.form(data, instance=Place.objects.get(pk=place.pk))
    initial = {"hostname": hosts.for_people(place.site.hostname)} if place.site else {}
    return act.form(data, initial=initial)
