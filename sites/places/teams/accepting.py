"""Accepting an invitation: the account, the membership, and what a handover takes from the other.

Logging in is the view's part."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils.translation import gettext as _

from sites.accounts.models import User
from sites.places import history
from sites.places.models import Invitation, Membership
from sites.places.roles import Role
from sites.runtime import clock

from . import mailing, rows
from .links import Opened, State, open_link


class NotAcceptableError(Exception):
    """The link does not work, or no longer; `opened` says why."""

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened.state)
        self.opened = opened


@transaction.atomic
def accept(token: str, *, first_name: str = "", last_name: str = "") -> Membership:
    """Take the invitation up for the account with its address, which is made if missing.

    Names are only given to an account that has none. Works once; of two at a time one is refused.
    """
    opened = open_link(token)
    if opened.state == State.OPEN:
        # The team first, then its rows: everywhere in this order, so that nobody waits in a circle.
        rows.lock_team(opened.invitation.place)
        opened = open_link(token, lock=True)
    if opened.state != State.OPEN:
        raise NotAcceptableError(opened)
    invitation = opened.invitation
    user = _account(invitation, first_name, last_name)
    if not user.is_active:
        raise NotAcceptableError(Opened(State.CLOSED, invitation))
    membership = _join(user, invitation)
    invitation.accepted_at = clock.now()
    invitation.accepted_by = user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    history.record(
        "team.joined",
        _("%(who)s ist jetzt im Team: %(role)s.")
        % {"who": user.get_full_name(), "role": rows.label(membership)},
        place=invitation.place,
        actor=user,
    )
    if invitation.replaces and invitation.replaces != user:
        _take_over(invitation, membership)
    return membership


def _account(invitation: Invitation, first_name: str, last_name: str) -> User:
    user, _made = User.objects.get_or_create(
        email=invitation.email, defaults={"password": make_password(None)}
    )
    if not (user.first_name or user.last_name) and (first_name or last_name):
        user.first_name, user.last_name = first_name[:60], last_name[:60]
        user.save(update_fields=["first_name", "last_name"])
    return user


def _join(user: User, invitation: Invitation) -> Membership:
    """Somebody who has joined on another way meanwhile keeps that role, unless it is handed over
    to them."""
    membership, made = Membership.objects.get_or_create(
        user=user,
        place=invitation.place,
        region_key=invitation.region_key,
        defaults={"role": invitation.role},
    )
    if not made and invitation.replaces_id:
        membership.role = invitation.role
    membership.rules_accepted_at = clock.now()
    membership.save()
    return membership


def _take_over(invitation: Invitation, successor: Membership) -> None:
    """The predecessor's open invitations go on in the successor's name."""
    predecessor = invitation.replaces
    left = Membership.objects.filter(
        user=predecessor, place=invitation.place, role=Role.COORDINATION
    ).first()
    if left is None:
        return
    rows.open_invitations(invitation.place).filter(invited_by=predecessor).update(
        invited_by=successor.user
    )
    stays_as = ""
    if invitation.predecessor_role:
        left.role = invitation.predecessor_role
        left.save(update_fields=["role"])
        stays_as = left.get_role_display()
    else:
        left.delete()
    history.record(
        "team.handed_over",
        _("%(old)s hat die Ortskoordination an %(new)s übergeben.")
        % {"old": predecessor.get_full_name(), "new": successor.user.get_full_name()},
        place=invitation.place,
        actor=predecessor,
    )
    mailing.tell_handed_over(predecessor, successor.user, invitation.place, stays_as)
