"""Two places become one: what people know of the one leads to the other from then on."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from kalender.handover import hand_over_events
from kalender.models import CalendarPage
from sites.content import order
from sites.content.changes import announce
from sites.content.team_mail import team_addresses, tell_team
from sites.news.models import NewsIndexPage
from sites.places import history
from sites.places.models import HostAlias, Invitation, Membership, Place
from sites.places.tree import adopt_children
from sites.projects.models import ProjectIndexPage
from sites.runtime import clock

from . import provisioning

Status = Place.Status
# What people write hangs below these; it moves. Home page, free and legal pages stay behind.
INDEXES = (CalendarPage, NewsIndexPage, ProjectIndexPage)


def problem(source: Place, target: Place) -> str:
    """Why these two cannot become one, in German; empty if they can. No query."""
    if source.pk == target.pk:
        return _("Ein Ort lässt sich nicht mit sich selbst zusammenlegen.")
    if source.merged_into_id:
        return _("%s ist schon mit einem anderen Ort zusammengelegt.") % source.display_name
    if target.merged_into_id or target.status == Status.CLOSED:
        return _("%s ist geschlossen und kann nichts übernehmen.") % target.display_name
    if target.status == Status.PREPARING:
        return _("%s ist noch in Vorbereitung. Bitte öffnen Sie den Ort zuerst.") % (
            target.display_name
        )
    return ""


@transaction.atomic
def merge_places(*, source: Place, target: Place, reason: str, user=None) -> int:
    """`source` becomes part of `target` and is closed for good; how many pages moved.

    Events, posts and projects move with their addresses, UIDs (SEQUENCE goes up) and pictures; the
    team joins the target's; hosts and feeds of `source` lead to `target`. What stays is a row of
    the archive. Costs about five statements a page, in one transaction. Repeating it does nothing.
    """
    source, target = _locked(source, target)
    if source.merged_into_id == target.pk:
        return 0
    if found := problem(source, target):
        raise ValidationError(found)
    addresses = team_addresses(source)
    moved = _move_pages(source, target)
    _unschedule(source, target)
    _move_files(source, target)
    hand_over_events(source=source, target=target)
    people = _move_people(source, target)
    _lead_there(source, target)
    provisioning.change_status(place=source, status=Status.CLOSED)
    announce("place.merged", place=source, subject=target)
    _tell(source, target, moved, people, addresses, reason=reason, user=user)
    return moved


def _locked(source: Place, target: Place) -> tuple[Place, Place]:
    """Both rows, locked in the order of their keys: two mergers at once cannot block each other."""
    keys = {source.pk, target.pk}
    list(Place.objects.select_for_update().filter(pk__in=keys).order_by("pk"))
    rows = Place.objects.select_related("site", "container", "collection").in_bulk(keys)
    return rows[source.pk], rows[target.pk]


def _move_pages(source: Place, target: Place) -> int:
    moved = 0
    for model in INDEXES:
        for index in model.objects.filter(path__startswith=source.container.path):
            there = model.objects.filter(
                path__startswith=target.container.path, locale=index.locale_id
            ).first()
            if there is None:  # a language that the target does not speak
                continue
            _free_slugs(index, there, source)
            children = list(index.get_children().order_by("path"))
            adopt_children(there, children)
            moved += len(children)
    return moved


def _unschedule(source: Place, target: Place) -> None:
    """What moved is published when it was planned to be, unless the target may publish nothing;
    what stayed behind is not."""
    order.unschedule(source)
    if target.publishing_frozen_at:
        order.unschedule(target)


def _free_slugs(index: Page, there: Page, source: Place) -> None:
    """Where the target has a page of this address, the former place's name goes behind it."""
    taken = set(there.get_children().values_list("slug", flat=True))
    own = set(index.get_children().values_list("slug", flat=True))
    for page in index.get_children().filter(slug__in=taken).specific():
        wanted, number = f"{page.slug}-{source.slug}", 2
        while wanted in taken | own:
            wanted = f"{page.slug}-{source.slug}-{number}"
            number += 1
        own.add(wanted)
        page.slug = wanted
        page.save()
        if draft := page.latest_revision:  # else the next form would bring the old one back
            draft.content["slug"] = wanted
            draft.save(update_fields=["content"])


def _move_files(source: Place, target: Place) -> None:
    """Pictures and documents belong to whoever edits the pages that show them."""
    for model in (get_image_model(), get_document_model()):
        model.objects.filter(collection=source.collection_id).update(
            collection=target.collection_id
        )


def _move_people(source: Place, target: Place) -> int:
    """The team joins the target's with the same roles; who is there already keeps that role."""
    team = Membership.objects.filter(place=source)
    team.filter(user__in=Membership.objects.filter(place=target).values("user")).delete()
    Invitation.objects.filter(
        place=source, accepted_at__isnull=True, withdrawn_at__isnull=True
    ).update(withdrawn_at=clock.now())
    return team.update(place=target)


def _lead_there(source: Place, target: Place) -> None:
    """Hosts and feeds: `places.former_hosts` and `kalender.feeds` read `merged_into`. What was
    merged into the source earlier leads to the target at once."""
    source.merged_into = target
    source.save(update_fields=["merged_into"])
    for earlier in Place.objects.filter(merged_into=source).select_related("site"):
        earlier.merged_into = target
        earlier.save(update_fields=["merged_into"])
    for alias in HostAlias.objects.filter(site=source.site_id):
        alias.site = target.site
        alias.save(update_fields=["site"])


def _tell(source, target, moved, people, addresses, *, reason, user) -> None:
    names = {"source": source.display_name, "target": target.display_name}
    sentence = _("%(source)s ist jetzt Teil von %(target)s") % names
    pages = ngettext("%d Seite", "%d Seiten", moved) % moved
    team = ngettext("%d Person", "%d Personen", people) % people
    figures = _("%(pages)s (Termine, Beiträge, Projekte) und %(people)s sind umgezogen") % {
        "pages": pages,
        "people": team,
    }
    for place in (source, target):
        history.record(
            "place.merged", f"{sentence}: {figures}", place=place, actor=user, reason=reason
        )
    tell_team(
        target,
        sentence,
        _("%s. Termine, Beiträge, Projekte, Bilder und das Team sind umgezogen.") % sentence,
        _("Die alten Adressen und Kalender-Abos führen von selbst dorthin."),
        reason=reason,
        addresses=[*addresses, *team_addresses(target)],
    )
