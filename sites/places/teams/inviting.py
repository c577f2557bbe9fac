"""Inviting somebody into a team by e-mail: invite, hand over, send again, withdraw.

Rights are checked here, whatever a form offered; what is wrong with an input is a ValidationError.
"""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from sites.accounts.models import normalise_email
from sites.places import history, regions
from sites.places.models import Invitation, Membership, Place
from sites.places.roles import ROLES, Role, Scope
from sites.runtime import clock

from . import links, mailing, rows
from .rights import demand_grant, team_of

VALID_FOR = timedelta(days=14)
# An account in wrong hands must not become a machine for mails.
MAILS_PER_DAY = 60
PAUSE = timedelta(minutes=2)


@transaction.atomic
def invite(
    *,
    by,
    role: str,
    email: str,
    name: str = "",
    place: Place | None = None,
    region_key: str = "",
) -> Invitation:
    """Ask the owner of `email` into the team of `place`, of a region, or (neither) the network.

    Sends one mail after the commit. Raises PermissionDenied if `by` may not give this role here."""
    demand_grant(by, team_of(place), role)
    _check_region(role, region_key)
    email = _checked_email(email)
    member = rows.member(email, place, region_key)
    if member:
        raise ValidationError(
            _("%(name)s gehört schon zum Team (%(role)s)."),
            code="member",
            params={
                "name": member.user.get_full_name(),
                "role": member.get_role_display(),
                "membership": member,
            },
        )
    invitation = _send_new(
        by=by, email=email, name=name, role=role, place=place, region_key=region_key
    )
    history.record(
        "team.invited",
        _("%(by)s hat %(who)s eingeladen: %(role)s.")
        % {"by": by.get_full_name(), "who": rows.who(invitation), "role": rows.label(invitation)},
        place=place,
        actor=by,
    )
    return invitation


@transaction.atomic
def hand_over(*, by, place: Place, email: str, name: str = "", stay_as: str = "") -> Invitation:
    """Invite a successor for the own Ortskoordination. Once accepted, `by` stays in the team as
    `stay_as`, or leaves it if that is empty. Until then nothing changes."""
    own = Membership.objects.filter(user=by, place=place, role=Role.COORDINATION).first()
    if own is None:
        raise PermissionDenied
    demand_grant(by, place, Role.COORDINATION)
    if stay_as:
        demand_grant(by, place, stay_as)
        if stay_as == Role.COORDINATION:
            raise PermissionDenied
    email = _checked_email(email)
    member = rows.member(email, place, "")
    if member and member.role == Role.COORDINATION:
        raise ValidationError(
            _("%(name)s ist schon Ortskoordination. Sie müssen nichts übergeben.")
            % {"name": member.user.get_full_name()}
        )
    invitation = _send_new(
        by=by,
        email=email,
        name=name,
        role=Role.COORDINATION,
        place=place,
        replaces=by,
        predecessor_role=stay_as,
    )
    history.record(
        "team.handover_offered",
        _("%(by)s möchte die Ortskoordination an %(who)s übergeben.")
        % {"by": by.get_full_name(), "who": rows.who(invitation)},
        place=place,
        actor=by,
    )
    return invitation


@transaction.atomic
def resend(*, by, invitation: Invitation) -> None:
    """A new mail with a new link; the old link stops working. `by` answers for it from now on."""
    invitation = _open_row(invitation)
    demand_grant(by, team_of(invitation.place), invitation.role)
    if clock.now() - invitation.sent_at < PAUSE:
        raise ValidationError(
            _("Die Einladung ist gerade erst abgeschickt worden. Bitte warten Sie zwei Minuten.")
        )
    _check_mails_today(by)
    invitation.nonce = links.new_nonce()
    invitation.invited_by = by
    invitation.sent_at = clock.now()
    invitation.expires_at = clock.now() + VALID_FOR
    invitation.save()
    mailing.send_invitation(invitation)
    history.record(
        "team.invited_again",
        _("%(by)s hat die Einladung an %(who)s noch einmal geschickt.")
        % {"by": by.get_full_name(), "who": rows.who(invitation)},
        place=invitation.place,
        actor=by,
    )


@transaction.atomic
def withdraw(*, by, invitation: Invitation) -> None:
    """The link stops working; the invited person gets no mail about it."""
    invitation = _open_row(invitation)
    demand_grant(by, team_of(invitation.place), invitation.role)
    rows.withdraw(invitation)
    history.record(
        "team.invitation_withdrawn",
        _("%(by)s hat die Einladung an %(who)s zurückgezogen.")
        % {"by": by.get_full_name(), "who": rows.who(invitation)},
        place=invitation.place,
        actor=by,
    )


def _send_new(*, by, email, name, **fields) -> Invitation:
    _check_mails_today(by)
    place, region_key = fields.get("place"), fields.get("region_key", "")
    rows.lock_team(place)
    earlier = rows.open_invitations(place).filter(email=email, region_key=region_key).first()
    if earlier and not links.is_expired(earlier):
        raise ValidationError(
            _(
                "%(who)s ist schon eingeladen (%(role)s). Sie können diese Einladung erneut "
                "senden oder zurückziehen."
            )
            % {"who": rows.who(earlier), "role": rows.label(earlier)},
            code="invited",
        )
    if earlier:
        rows.withdraw(earlier)
    now = clock.now()
    invitation = Invitation.objects.create(
        email=email,
        name=" ".join(name.split())[:120],
        invited_by=by,
        nonce=links.new_nonce(),
        created_at=now,
        sent_at=now,
        expires_at=now + VALID_FOR,
        **fields,
    )
    mailing.send_invitation(invitation)
    return invitation


def _open_row(invitation: Invitation) -> Invitation:
    """The row as it is now, locked; it may have been accepted a moment ago."""
    rows.lock_team(invitation.place)
    invitation = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if invitation.accepted_at:
        raise ValidationError(_("Die Einladung ist schon angenommen."))
    if invitation.withdrawn_at:
        raise ValidationError(_("Die Einladung ist schon zurückgezogen."))
    return invitation


def _checked_email(email: str) -> str:
    email = normalise_email(email)
    try:
        validate_email(email)
    except ValidationError:
        raise ValidationError(
            {"email": _("Das ist keine gültige E-Mail-Adresse. Ein Beispiel: jana@example.org")}
        ) from None
    return email


def _check_region(role: str, region_key: str) -> None:
    if ROLES[role].scope == Scope.REGION:
        if region_key not in regions.STATES and region_key not in regions.districts():
            raise ValidationError({"region": _("Bitte wählen Sie ein Land oder einen Kreis.")})
    elif region_key:
        raise PermissionDenied


def _check_mails_today(by) -> None:
    since = clock.now() - timedelta(days=1)
    if Invitation.objects.filter(invited_by=by, sent_at__gt=since).count() >= MAILS_PER_DAY:
        raise ValidationError(
            _("Heute haben Sie sehr viele Einladungen verschickt. Morgen geht es weiter.")
        )
