"""What the team page shows. Its number of queries does not depend on the size of the team."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from sites.places.models import Invitation, Membership, Place
from sites.places.roles import ROLES, Role, Scope
from sites.places.tenants import Tenant
from sites.runtime import clock
from themes import german_dates

from . import rows
from .links import is_expired
from .rights import dismissable, grantable, is_archive

ARCHIVE = gettext_lazy(
    "Dieser Ort ist geschlossen. Am Team ändert sich nichts mehr; Sie können es nur verlassen. "
    "Soll es weitergehen, öffnet das Netzwerkbüro den Ort wieder."
)


@dataclass(frozen=True)
class Person:
    membership: Membership
    label: str
    sentence: str
    last_login: str  # "November 2026"; the day is nobody's business
    is_me: bool
    may_change: bool
    is_lone: bool  # has a role that the team cannot do without


@dataclass(frozen=True)
class Open:
    invitation: Invitation
    label: str
    sent: str
    expired: bool
    may_act: bool


def of(request: HttpRequest) -> dict:
    """The context of the page: three queries."""
    tenant, user = request.tenant, request.user
    place = tenant if isinstance(tenant, Place) else None
    grants = grantable(user, tenant)
    dismisses = dismissable(user, tenant)
    memberships = list(rows.members(place))
    lone = _lone(memberships)

    def person(membership: Membership) -> Person:
        return Person(
            membership,
            rows.label(membership),
            str(ROLES[membership.role].sentence),
            _month(membership.user.last_login),
            membership.user_id == user.pk,
            membership.role in dismisses,
            membership.role in lone,
        )

    order = list(Role)
    memberships.sort(
        key=lambda m: (order.index(m.role), m.region_key, m.user.get_full_name().lower())
    )
    people = [person(m) for m in memberships if m.rule.scope != Scope.REGION]
    # Who looks after which region is the business of those who choose them.
    facilitators = [
        person(m) for m in memberships if m.rule.scope == Scope.REGION and m.role in grants
    ]
    mine = next((m for m in memberships if m.user_id == user.pk and not m.region_key), None)
    return {
        "team": team_label(tenant),
        "tenant": tenant,
        "people": people,
        "facilitators": facilitators,
        "invitations": [_open(i, grants) for i in rows.open_invitations(place)] if grants else [],
        "may_invite": bool(grants),
        "mine": mine,
        "may_hand_over": bool(grants) and mine is not None and mine.role == Role.COORDINATION,
        "archive": ARCHIVE if is_archive(user, tenant) else "",
    }


def own_membership(request: HttpRequest) -> Membership | None:
    """Of the current tenant itself; a region's is not left here."""
    place = request.tenant if isinstance(request.tenant, Place) else None
    return rows.members(place).filter(user_id=request.user.pk, region_key="").first()


def team_label(tenant: Tenant) -> str:
    """ "Görlitz", "Bürgernetzwerk"."""
    return tenant.display_name if isinstance(tenant, Place) else tenant.name


def _lone(memberships: list[Membership]) -> set[str]:
    roles = [m.role for m in memberships]
    return {role for role in roles if ROLES[role].needs_successor and roles.count(role) == 1}


def _open(invitation: Invitation, grants: list[Role]) -> Open:
    return Open(
        invitation,
        rows.label(invitation),
        german_dates.day_and_month(_local(invitation.sent_at), clock.today()),
        is_expired(invitation),
        invitation.role in grants,
    )


def _month(moment: datetime | None) -> str:
    if moment is None:
        return ""
    day = _local(moment)
    return f"{german_dates.month(day)} {day.year}"


def _local(moment: datetime) -> date:
    return moment.astimezone(clock.BERLIN).date()
