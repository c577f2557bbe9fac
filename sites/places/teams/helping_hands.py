"""Edits by people whose right comes from a region or from the network are named to the place's
team, in its history. The team's own edits stand in Wagtail's page history only."""

from datetime import timedelta

from django.utils.translation import gettext_lazy
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry

from sites.places import history
from sites.places.models import HistoryEntry, Place
from sites.places.roles import Role
from sites.places.tenants import memberships_of
from sites.runtime import clock

# Saving every half minute, and publishing at last, is one piece of work and one entry.
GATHER_FOR = timedelta(hours=1)
EDITED, CREATED, PUBLISHED = "page.edited", "page.created", "page.published"
_WORK = (EDITED, CREATED, PUBLISHED)  # a later one takes the place of an earlier one

ACTIONS = {
    "wagtail.edit": (EDITED, gettext_lazy("%(who)s hat %(page)s geändert.")),
    "wagtail.create": (CREATED, gettext_lazy("%(who)s hat %(page)s angelegt.")),
    "wagtail.copy": (CREATED, gettext_lazy("%(who)s hat %(page)s angelegt.")),
    "wagtail.publish": (PUBLISHED, gettext_lazy("%(who)s hat %(page)s veröffentlicht.")),
    "wagtail.unpublish": (
        "page.unpublished",
        gettext_lazy("%(who)s hat %(page)s von der Seite genommen."),
    ),
    "wagtail.delete": ("page.deleted", gettext_lazy("%(who)s hat %(page)s gelöscht.")),
    "wagtail.move": ("page.moved", gettext_lazy("%(who)s hat %(page)s verschoben.")),
    "wagtail.revert": (EDITED, gettext_lazy("%(who)s hat %(page)s geändert.")),
    "wagtail.rename": (EDITED, gettext_lazy("%(who)s hat %(page)s geändert.")),
}


def note(entry: PageLogEntry) -> HistoryEntry | None:
    """Write what a helper did into the history of the page's place. Costs the team itself no
    query, a helper two or three."""
    user = entry.user
    if user is None or user.is_anonymous:
        return None
    container = entry.page.path[:8]
    own = memberships_of(user)
    if any(m.place_id and _container_path(m.place) == container for m in own):
        return None
    place = Place.objects.filter(container__path=container).first()
    if place is None:
        return None
    what, sentence = ACTIONS.get(entry.action, ("", ""))
    who = f"{helper(own, place)} {user.get_full_name()}"
    page = f"„{entry.label}“"
    if what:
        text = sentence % {"who": who, "page": page}
    elif registry.action_exists(entry.action):
        # An act of ours, "Termin abgesagt": its own words.
        what = entry.action.replace("kalender.", "event.")[:40]
        text = f"{who}: {registry.get_action_label(entry.action)}, {page}."
    else:
        return None
    if what in _WORK and (running := _running(place, user, entry.page_id)):
        return _gather(running, what, text)
    return history.record(what, text, place=place, actor=user, subject_id=entry.page_id)


def _running(place: Place, user, page_id: int) -> HistoryEntry | None:
    """The last thing that happened to the page, if it was this person's work a moment ago."""
    last = HistoryEntry.objects.filter(place=place, subject_id=page_id).first()
    if last is None or last.actor_id != user.pk or last.what not in _WORK:
        return None
    return last if clock.now() - last.at < GATHER_FOR else None


def _gather(running: HistoryEntry, what: str, text: str) -> HistoryEntry:
    if _WORK.index(what) > _WORK.index(running.what):
        running.what, running.at = what, clock.now()
    elif what != running.what:
        return running
    running.sentence = text[:300]  # the title may have grown since
    running.save(update_fields=["what", "at", "sentence"])
    return running


def helper(own, place: Place) -> str:
    """By what right: "Prozessbegleitung" or "Netzwerkbüro"."""
    for membership in own:
        if membership.region_key in (place.state_key, place.district_key):
            return membership.get_role_display()
    return Role.NETWORK_OFFICE.label


def _container_path(place: Place) -> str:
    return place.container.path if place.container_id else ""
