"""Roles as a table of data: what each may do, where, in the words people read. No queries."""

from dataclasses import dataclass
from enum import StrEnum

from django.db import models
from django.utils.translation import gettext_lazy as _


class Scope(StrEnum):
    PLACE = "place"
    REGION = "region"
    NETWORK = "network"


class Reach(StrEnum):
    """Which part of a site's page tree a role works on."""

    SITE = "site"  # everything below the container
    CALENDAR = "calendar"  # the calendar page and the events below it


class Role(models.TextChoices):
    COORDINATION = "coordination", _("Ortskoordination")
    EDITOR = "editor", _("Redaktion")
    EVENTS = "events", _("Termine")
    CONTRIBUTOR = "contributor", _("Mitarbeit")
    FACILITATOR = "facilitator", _("Prozessbegleitung")
    NETWORK_EDITOR = "network_editor", _("Netzwerkredaktion")
    NETWORK_OFFICE = "network_office", _("Netzwerkbüro")


@dataclass(frozen=True)
class RoleRule:
    scope: Scope
    sentence: str  # what the interface shows beside the name
    page_actions: frozenset[str]
    media_actions: frozenset[str]
    reach: Reach = Reach.SITE
    all_places: bool = False  # a network role that also works on every place
    model_permissions: frozenset[str] = frozenset()
    site_settings: bool = False  # changes the settings of the sites it works on
    grants: frozenset[str] = frozenset()  # roles it invites people into, where it holds itself
    dismisses: frozenset[str] = frozenset()  # roles it takes away or changes there
    needs_successor: bool = False  # the last one in a team can neither leave nor be taken away


_WRITE = frozenset({"add", "change", "publish", "bulk_delete"})
_MEDIA = frozenset({"add", "change", "choose"})
_ADMIN = frozenset({"wagtailadmin.access_admin"})
_TOPICS = frozenset({"content.add_topic", "content.change_topic", "content.view_topic"})
_OFFICE = frozenset(
    {
        "places.add_place",
        "places.add_responsiblebody",
        "places.change_responsiblebody",
        "places.view_responsiblebody",
    }
)

_PLACE_ROLES = frozenset({Role.COORDINATION, Role.EDITOR, Role.EVENTS, Role.CONTRIBUTOR})

ROLES: dict[str, RoleRule] = {
    Role.COORDINATION: RoleRule(
        Scope.PLACE, _("Macht alles, auch Team und Einstellungen."), _WRITE, _MEDIA,
        model_permissions=_ADMIN, site_settings=True,
        grants=_PLACE_ROLES, dismisses=_PLACE_ROLES, needs_successor=True,
    ),
    Role.EDITOR: RoleRule(
        Scope.PLACE, _("Schreibt und veröffentlicht Termine, Beiträge und Seiten."),
        _WRITE, _MEDIA, model_permissions=_ADMIN,
    ),
    Role.EVENTS: RoleRule(
        Scope.PLACE, _("Trägt Termine ein und pflegt sie."), _WRITE, _MEDIA,
        reach=Reach.CALENDAR, model_permissions=_ADMIN,
    ),
    Role.CONTRIBUTOR: RoleRule(
        Scope.PLACE, _("Schreibt Entwürfe, die Redaktion veröffentlicht sie."),
        frozenset({"add"}), frozenset({"add", "choose"}), model_permissions=_ADMIN,
    ),
    Role.FACILITATOR: RoleRule(
        Scope.REGION, _("Hilft den Orten einer Region."), _WRITE, _MEDIA,
        model_permissions=_ADMIN, site_settings=True, grants=_PLACE_ROLES,
    ),
    Role.NETWORK_EDITOR: RoleRule(
        Scope.NETWORK, _("Pflegt die Netzwerkseite, Beiträge und Themen."), _WRITE, _MEDIA,
        model_permissions=_ADMIN | _TOPICS, site_settings=True,
    ),
    Role.NETWORK_OFFICE: RoleRule(
        Scope.NETWORK, _("Kümmert sich um Orte, Menschen und alles andere."), _WRITE, _MEDIA,
        all_places=True, model_permissions=_ADMIN | _TOPICS | _OFFICE, site_settings=True,
        grants=frozenset(Role), dismisses=frozenset(Role), needs_successor=True,
    ),
}  # fmt: skip


def roles_with_scope(scope: Scope) -> list[str]:
    return [role for role, rule in ROLES.items() if rule.scope == scope]
