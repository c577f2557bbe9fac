"""Changing a team that is there: another role, removing, leaving."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sites.places import history
from sites.places.models import Membership
from sites.places.roles import ROLES

from . import mailing, rows
from .rights import demand_dismissal, demand_grant, is_closed, team_of


@transaction.atomic
def change_role(*, by, membership: Membership, role: str) -> None:
    """Within the same team; region and network roles stay what they are, or are invited anew.

    The person is told by mail, except about a change of one's own."""
    membership = _row(membership)
    team = team_of(membership.place)
    demand_dismissal(by, team, membership.role)
    demand_grant(by, team, role)
    if ROLES[role].scope != membership.rule.scope:
        raise PermissionDenied
    if role == membership.role:
        return
    _refuse_last(membership)
    before = rows.label(membership)
    membership.role = role
    membership.save(update_fields=["role"])
    withdrawn = _withdraw_invitations(membership)
    history.record(
        "team.role_changed",
        _("%(by)s hat die Rolle von %(who)s geändert: %(before)s → %(after)s.")
        % {
            "by": by.get_full_name(),
            "who": membership.user.get_full_name(),
            "before": before,
            "after": rows.label(membership),
        }
        + withdrawn,
        place=membership.place,
        actor=by,
    )
    if by != membership.user:
        mailing.tell_new_role(membership, by=by)


@transaction.atomic
def remove(*, by, membership: Membership) -> None:
    """Take somebody out of the team; the account and all content stay. The person gets a mail."""
    membership = _row(membership)
    demand_dismissal(by, team_of(membership.place), membership.role)
    _refuse_last(membership)
    name, label = membership.user.get_full_name(), rows.label(membership)
    mailing.tell_removed(membership, by=by)
    membership.delete()
    history.record(
        "team.removed",
        _("%(by)s hat %(who)s aus dem Team genommen (%(role)s).")
        % {"by": by.get_full_name(), "who": name, "role": label}
        + _withdraw_invitations(membership),
        place=membership.place,
        actor=by,
    )


@transaction.atomic
def leave(*, membership: Membership) -> None:
    """Leave the team oneself. Of a closed place also the last one may: nobody can follow."""
    membership = _row(membership)
    if not is_closed(membership.place):
        _refuse_last(membership)
    membership.delete()
    history.record(
        "team.left",
        _("%(who)s hat das Team verlassen (%(role)s).")
        % {"who": membership.user.get_full_name(), "role": rows.label(membership)}
        + _withdraw_invitations(membership),
        place=membership.place,
        actor=membership.user,
    )


def _row(membership: Membership) -> Membership:
    """The row as it is now, while nobody else changes the team."""
    rows.lock_team(membership.place)
    return Membership.objects.select_related("user", "place").get(pk=membership.pk)


def _refuse_last(membership: Membership) -> None:
    if rows.is_last(membership):
        raise ValidationError(
            _(
                "Ein Team braucht immer jemanden für die Aufgabe „%(role)s“. Erst wenn eine "
                "zweite Person sie hat oder sie übergeben ist, geht das."
            )
            % {"role": membership.get_role_display()},
            code="last",
        )


def _withdraw_invitations(membership: Membership) -> str:
    """Nobody gets in through somebody who may no longer invite. Returns what to add to the
    history's sentence."""
    if membership.pk and membership.rule.grants:
        return ""  # still in the team, and still inviting
    sent = list(rows.open_invitations(membership.place).filter(invited_by=membership.user))
    for invitation in sent:
        rows.withdraw(invitation)
    if not sent:
        return ""
    return " " + ngettext(
        "Eine offene Einladung ist zurückgezogen.",
        "%d offene Einladungen sind zurückgezogen.",
        len(sent),
    ).replace("%d", str(len(sent)))
