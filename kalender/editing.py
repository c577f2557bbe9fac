"""The editing side of acts: one view, a table of acts, and the buttons that lead there.

Every request is checked on the server: who may publish the page may do this with the event.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from kalender import act_forms, acts
from kalender.models import EventPage, EventState


@dataclass(frozen=True)
class Act:
    title: str
    sentence: str
    button: str
    done: str
    perform: Callable[..., None]
    form: type[act_forms.ActForm] = act_forms.ActForm
    icon: str = "date"


ACTS = {
    "absagen": Act(
        _("Termin absagen"),
        _(
            "Der Termin bleibt sichtbar, mit dem Wort „Abgesagt“ und Ihrem Grund: auf der Seite, "
            "in allen Listen und in abonnierten Kalendern. Sie können die Absage zurücknehmen."
        ),
        _("Termin absagen"),
        _("Der Termin ist abgesagt."),
        acts.cancel_event,
        act_forms.CancelEventForm,
        "cross",
    ),
    "zuruecknehmen": Act(
        _("Absage zurücknehmen"),
        _("Der Termin findet wieder statt wie geplant."),
        _("Absage zurücknehmen"),
        _("Der Termin findet wieder statt."),
        acts.restore_event,
        icon="undo",
    ),
    "stand": Act(
        _("Stand ändern"),
        _(
            "Gilt für den ganzen Termin, bei einer Reihe für alle ihre Tage, und steht auf der "
            "Seite, in allen Listen und in abonnierten Kalendern. Ist ein neuer Tag bekannt, "
            "ändern Sie ihn bitte auch auf der Seite des Termins."
        ),
        _("Stand speichern"),
        _("Der Stand ist gespeichert."),
        acts.set_status,
        act_forms.StatusForm,
        "tag",
    ),
    "faellt-aus": Act(
        _("Ein Termin der Reihe fällt aus"),
        _("Nur dieser eine Tag fällt aus; die anderen Termine der Reihe bleiben."),
        _("Fällt aus"),
        _("Dieser Termin fällt aus."),
        acts.cancel_date,
        act_forms.CancelDateForm,
        "cross",
    ),
    "verlegen": Act(
        _("Einen Termin verlegen"),
        _("Was Sie frei lassen, bleibt wie es ist."),
        _("Verlegen"),
        _("Der Termin ist verlegt."),
        acts.move_date,
        act_forms.MoveDateForm,
        "calendar-alt",
    ),
    "hinweis": Act(
        _("Hinweis zu einem Termin"),
        _("Der Hinweis steht nur bei diesem einen Tag."),
        _("Hinweis speichern"),
        _("Der Hinweis ist gespeichert."),
        acts.remark_date,
        act_forms.RemarkDateForm,
        "comment",
    ),
    "wie-geplant": Act(
        _("Ein Termin findet wie geplant statt"),
        _("Nimmt zurück, dass ein Termin ausfällt oder verlegt ist, und löscht seinen Hinweis."),
        _("Wieder wie geplant"),
        _("Der Termin findet wie geplant statt."),
        acts.restore_date,
        act_forms.RestoreDateForm,
        "undo",
    ),
}


def act_view(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show and carry out one act; errors stand at their field and keep what was typed."""
    if name not in ACTS:
        raise Http404
    act = ACTS[name]
    event = get_object_or_404(EventPage, pk=pk).original
    if not event.permissions_for_user(request.user).can_publish():
        raise PermissionDenied
    initial = {"original_date": request.GET.get("tag", "")}
    data = request.POST if request.method == "POST" else None
    form = act.form(data, event=event, initial=initial)
    if form.is_valid():
        try:
            act.perform(event=event, user=request.user, **form.kwargs())
        except ValidationError as error:
            _add_errors(form, error)
        else:
            messages.success(request, act.done)
            return redirect("wagtailadmin_pages:edit", event.pk)
    return render(request, "kalender/admin/act.html", {"act": act, "form": form, "event": event})


def buttons(page, user, view_name, next_url=None) -> Iterator[Button]:
    """In the menu of an event's page; nothing for those who may not publish it."""
    if not isinstance(page, EventPage) or not page.live or not page.is_original:
        return
    if not page.permissions_for_user(user).can_publish():
        return
    cancelled = EventState.objects.filter(
        event_id=page.pk, status=EventState.Status.CANCELLED
    ).exists()
    for number, name in enumerate(_offered(page, cancelled=cancelled)):
        act = ACTS[name]
        url = reverse("kalender_act", args=[page.pk, name])
        yield Button(act.title, url, icon_name=act.icon, priority=5 + number / 10)


def _offered(page: EventPage, *, cancelled: bool) -> Iterator[str]:
    """What makes sense now: no act without a date that it could be about. Four queries."""
    if cancelled:
        yield "zuruecknehmen"
        return
    yield "absagen"
    yield "stand"
    names = ["verlegen", "hinweis", "wie-geplant"]
    for name in names if page.repeats == "none" else ["faellt-aus", *names]:
        if ACTS[name].form.makes_sense(page):
            yield name


def admin_urls() -> list:
    return [path("termin/<int:pk>/<slug:name>/", act_view, name="kalender_act")]


def _add_errors(form: act_forms.ActForm, error: ValidationError) -> None:
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, found in error.message_dict.items():
        form.add_error(field if field in form.fields else None, found)
