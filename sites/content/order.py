"""Keeping order: what the centre does when something must not stay as it is.

Every act has a reason, stands in the place's history, reaches its team by mail, and has its undo.
Atomic; repeating an act changes nothing.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import LogContext
from wagtail.models import Page, Revision

from sites.places import history, hosts
from sites.places.fixed_pages import refuse_if_fixed
from sites.places.models import Membership, Place
from sites.runtime import clock

from .changes import announce
from .models import PulledPage
from .models.base import place_of
from .team_mail import team_addresses, tell_team


@transaction.atomic
def pull_page(*, page: Page, reason: str, user=None) -> None:
    """Take a page and its translations off the web. The team may correct the draft; publishing it
    waits for `release_page`. Events leave lists and feeds as with any unpublishing.

    Raises PermissionDenied for pages that belong to every site (see `fixed_pages`)."""
    refuse_if_fixed(page)
    reason = _wanted(reason)
    place = place_of(page)
    pulled = [item for item in _versions(page) if not hasattr(item, "pulled")]
    if not pulled:
        return
    activity = place and Place.objects.values_list("last_activity_at", flat=True).get(pk=place.pk)
    for item in pulled:
        PulledPage.objects.create(page=item, place=place, at=clock.now(), actor=user, reason=reason)
        specific = item.specific
        if specific.live:
            # Nobody's in the page's log: the history below names the act once, with its reason.
            with LogContext():
                specific.unpublish()
        specific.revisions.update(approved_go_live_at=None)
    if not place:
        return
    # Unpublishing is announced like the team's own; this was not the team.
    Place.objects.filter(pk=place.pk).update(last_activity_at=activity)
    title = page.get_admin_display_title()
    sentence = _("Zurückgezogen: „%s“") % title
    history.record(
        "page.pulled", sentence, place=place, actor=user, reason=reason, subject_id=page.pk
    )
    tell_team(
        place,
        _("„%s“ ist zurückgezogen") % title,
        _("das Netzwerkbüro hat „%s“ von Ihrer Seite genommen.") % title,
        _(
            "Sie können den Entwurf weiter bearbeiten. Veröffentlichen können Sie ihn, sobald das "
            "Netzwerkbüro die Seite wieder freigibt."
        ),
        _to_draft(page),
        reason=reason,
        addresses=_team_and_author(place, page),
    )


@transaction.atomic
def release_page(*, page: Page, reason: str = "", user=None) -> None:
    """The team may publish it again; it stays a draft until somebody does."""
    rows, _by_model = PulledPage.objects.filter(page__in=_versions(page)).delete()
    place = place_of(page)
    if not rows or not place:
        return
    title = page.get_admin_display_title()
    sentence = _("Wieder freigegeben: „%s“") % title
    history.record(
        "page.released", sentence, place=place, actor=user, reason=reason, subject_id=page.pk
    )
    tell_team(
        place,
        _("„%s“ ist wieder freigegeben") % title,
        _("Sie können „%s“ jetzt wieder veröffentlichen.") % title,
        _to_draft(page),
        reason=reason,
        addresses=_team_and_author(place, page),
    )


def _to_draft(page: Page) -> str:
    return _("Zum Entwurf: %s") % hosts.editing_url(
        reverse("wagtailadmin_pages:edit", args=[page.pk])
    )


def _team_and_author(place: Place, page: Page) -> list[str]:
    """Whoever wrote the page reads it too, if still in the team. Two queries."""
    author = Membership.objects.filter(place=place, user=page.owner_id, user__is_active=True)
    found = [*team_addresses(place), *author.values_list("user__email", flat=True)]
    return list(dict.fromkeys(found))


def keep_off(page: Page) -> bool:
    """For a page that was published in spite of all (a reviewer's approval asks no permission):
    off it goes again. True if it did. One query."""
    if not PulledPage.objects.filter(page_id=page.pk).exists():
        return False
    page.live = False
    Page.objects.filter(pk=page.pk).update(live=False, has_unpublished_changes=True)
    return True


@transaction.atomic
def freeze_publishing(*, place: Place, reason: str, user=None) -> None:
    """Drafts only, until `allow_publishing`; what is planned for later is no longer."""
    reason = _wanted(reason)
    if not _set(place, "publishing_frozen_at", True):
        return
    unschedule(place)
    announce("place.frozen", place=place, subject=place)
    sentence = _("Veröffentlichen angehalten")
    history.record("place.frozen", sentence, place=place, actor=user, reason=reason)
    tell_team(
        place,
        _("Veröffentlichen ist angehalten"),
        _("das Netzwerkbüro hat das Veröffentlichen auf Ihrer Seite angehalten."),
        _("Was schon zu sehen ist, bleibt. Entwürfe können Sie weiter schreiben."),
        reason=reason,
    )


@transaction.atomic
def allow_publishing(*, place: Place, reason: str = "", user=None) -> None:
    if not _set(place, "publishing_frozen_at", False):
        return
    announce("place.unfrozen", place=place, subject=place)
    sentence = _("Veröffentlichen wieder erlaubt")
    history.record("place.unfrozen", sentence, place=place, actor=user, reason=reason)
    tell_team(
        place,
        _("Sie können wieder veröffentlichen"),
        _("das Netzwerkbüro hat das Veröffentlichen auf Ihrer Seite wieder erlaubt."),
        reason=reason,
    )


@transaction.atomic
def put_under_review(*, place: Place, reason: str, user=None) -> None:
    """A line on every public page of the place says so, until `end_review`."""
    reason = _wanted(reason)
    if not _set(place, "under_review_at", True):
        return
    announce("place.review", place=place, subject=place)
    sentence = _("Hinweis „Diese Seite wird geprüft“ eingeschaltet")
    history.record("place.review", sentence, place=place, actor=user, reason=reason)
    tell_team(
        place,
        _("Ihre Seite wird geprüft"),
        _("auf Ihrer Seite steht jetzt oben der Satz „Diese Seite wird geprüft“."),
        reason=reason,
    )


@transaction.atomic
def end_review(*, place: Place, reason: str = "", user=None) -> None:
    if not _set(place, "under_review_at", False):
        return
    announce("place.reviewed", place=place, subject=place)
    sentence = _("Hinweis „Diese Seite wird geprüft“ ausgeschaltet")
    history.record("place.reviewed", sentence, place=place, actor=user, reason=reason)
    tell_team(
        place,
        _("Die Prüfung Ihrer Seite ist beendet"),
        _("der Satz „Diese Seite wird geprüft“ steht nicht mehr auf Ihrer Seite."),
        reason=reason,
    )


def unschedule(place: Place) -> None:
    """Nothing of the place's is published by itself any more; what is planned stays a draft. Also
    for places that become an archive: nobody of the team could stop it then. Three queries."""
    if not place.container:
        return
    planned = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    pages = Page.objects.filter(
        pk__in=[int(pk) for pk in planned.values_list("object_id", flat=True)],
        path__startswith=place.container.path,
    )
    of_place = [str(pk) for pk in pages.values_list("pk", flat=True)]
    planned.filter(object_id__in=of_place).update(approved_go_live_at=None)


def _wanted(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": _("Bitte nennen Sie den Grund; das Team liest ihn.")})
    return reason


def _set(place: Place, field: str, on: bool) -> bool:
    """Set or clear the moment in the row and in `place`; False if it was so already."""
    row = Place.objects.select_for_update().get(pk=place.pk)
    changed = bool(getattr(row, field)) != on
    if changed:
        setattr(row, field, clock.now() if on else None)
        row.save(update_fields=[field])
    setattr(place, field, getattr(row, field))
    return changed


def _versions(page: Page) -> list[Page]:
    """The page with its translations in the same site. One query."""
    return list(
        Page.objects.filter(
            translation_key=page.translation_key, path__startswith=page.path[:8]
        ).select_related("pulled")
    )
