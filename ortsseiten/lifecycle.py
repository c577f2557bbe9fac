"""What the centre does with a place: open, pause, close, rename, move to another host.

Atomic, and without effect when repeated. Each act stands in the place's history, is announced by
the verb of `provisioning` that it calls, and reaches the team by mail.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from sites.content import order
from sites.content.models import PlaceSettings
from sites.content.team_mail import tell_team
from sites.places import history, hosts
from sites.places.models import Place

from . import provisioning

Status = Place.Status


@dataclass(frozen=True)
class Step:
    """A change of state: from which, to which, and in which words."""

    before: tuple[str, ...]
    after: str
    sentence: str
    mail: str


@transaction.atomic
def open_place(*, place: Place, reason: str = "", user=None) -> None:
    """From preparation to the public. Raises ValidationError without a way of contact."""
    if place.status == Status.PREPARING and not is_reachable(place):
        raise ValidationError(
            _(
                "Vor dem Öffnen braucht der Ort eine E-Mail-Adresse oder eine Telefonnummer in "
                "seinen Einstellungen."
            )
        )
    step = Step(
        (Status.PREPARING,),
        Status.ACTIVE,
        _("Ortsseite geöffnet"),
        _("Ihre Ortsseite ist jetzt offen: alle können sie sehen."),
    )
    _go("place.opened", place, step, reason, user)


@transaction.atomic
def pause_place(*, place: Place, reason: str = "", user=None) -> None:
    step = Step(
        (Status.ACTIVE,),
        Status.PAUSED,
        _("Der Ort macht gerade Pause"),
        _(
            "auf Ihrer Ortsseite steht jetzt, dass die Gruppe gerade Pause macht. Alles bleibt "
            "erhalten, und Sie können weiter arbeiten."
        ),
    )
    _go("place.paused", place, step, reason, user)


@transaction.atomic
def reopen_place(*, place: Place, reason: str = "", user=None) -> None:
    """After a pause, or out of the archive; a merged place stays merged."""
    step = Step(
        (Status.PAUSED, Status.CLOSED),
        Status.ACTIVE,
        _("Ort wieder geöffnet"),
        _("Ihre Ortsseite ist wieder offen, alles ist wie zuvor."),
    )
    _go("place.reopened", place, step, reason, user)


@transaction.atomic
def close_place(*, place: Place, reason: str, user=None) -> None:
    """The site becomes an archive that everybody reads and nobody changes; what was planned for
    later stays a draft. Its coming dates leave shared lists and feeds; its own calendar goes on
    answering with what it has."""
    step = Step(
        (Status.PREPARING, Status.ACTIVE, Status.PAUSED),
        Status.CLOSED,
        _("Ort geschlossen"),
        _(
            "Ihre Ortsseite ist jetzt ein Archiv: Alle können lesen, was hier war, niemand kann "
            "mehr etwas ändern."
        ),
    )
    _go("place.closed", place, step, reason, user)
    order.unschedule(place)


@transaction.atomic
def rename_place(*, place: Place, reason: str = "", user=None, **names: str) -> None:
    """All names; the short address stays, and with it feeds and UIDs."""
    place = _locked(place)
    changed = {field: new for field, new in names.items() if getattr(place, field) != new}
    if not changed:
        return
    before = place.display_name
    provisioning.rename_place(place=place, **changed)
    if place.display_name != before:
        sentence = _("Umbenannt: aus „%(old)s“ wurde „%(new)s“") % {
            "old": before,
            "new": place.display_name,
        }
    else:
        sentence = _("Namen der Ortsseite geändert")
    history.record("place.renamed", sentence, place=place, actor=user, reason=reason)
    stays = _("Alle Adressen und Kalender-Abos bleiben, wie sie sind.")
    tell_team(place, _("Namen geändert"), f"{sentence}.", stays, reason=reason)


@transaction.atomic
def move_place(*, place: Place, hostname: str, reason: str = "", user=None) -> None:
    """To another host name; the former one goes on answering."""
    place = _locked(place)
    before = place.site.hostname
    provisioning.change_host(place=place, hostname=hostname)
    if place.site.hostname == before:
        return
    new = hosts.for_people(place.site.hostname)
    sentence = _("Neue Adresse: %s") % new
    history.record("place.moved", sentence, place=place, actor=user, reason=reason)
    tell_team(
        place,
        _("Neue Adresse"),
        _("Ihre Ortsseite steht jetzt unter %s. Die alte Adresse führt weiter dorthin.") % new,
        reason=reason,
    )


def is_reachable(place: Place) -> bool:
    settings = PlaceSettings.objects.filter(site=place.site_id).first()
    return bool(settings and settings.contact)


def _go(what: str, place: Place, step: Step, reason: str, user) -> None:
    row = _locked(place)
    if row.status != step.after:
        if row.status not in step.before:
            raise ValidationError(
                _("Das geht jetzt nicht: %(place)s ist %(status)s.")
                % {"place": row.display_name, "status": row.get_status_display()}
            )
        provisioning.change_status(place=row, status=step.after)
        history.record(what, step.sentence, place=row, actor=user, reason=reason)
        tell_team(row, step.sentence, step.mail, reason=reason)
    place.status, place.closed_at = row.status, row.closed_at


def _locked(place: Place) -> Place:
    """The row as it is now, locked until the transaction ends."""
    Place.objects.select_for_update().get(pk=place.pk)
    row = Place.objects.select_related("site", "container", "collection").get(pk=place.pk)
    if row.merged_into_id:
        raise ValidationError(
            _("%s ist mit einem anderen Ort zusammengelegt und bleibt, wie er ist.")
            % row.display_name
        )
    return row
