"""The link in an invitation mail: signed, and good for one invitation and one sending of it."""

import secrets
from dataclasses import dataclass
from enum import StrEnum

from django.core import signing
from django.urls import reverse
from django.utils.crypto import constant_time_compare

from sites.places import hosts
from sites.places.models import Invitation
from sites.runtime import clock

from .rights import grantable, is_archive, team_of

# A mail program that makes a link out of the address takes every character of it.
_signer = signing.Signer(sep=".", salt="sites.places.teams.invitation")


class State(StrEnum):
    OPEN = "open"
    TAMPERED = "tampered"
    UNKNOWN = "unknown"
    USED = "used"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"  # it was sent again: the newer mail works
    EXPIRED = "expired"
    REVOKED = "revoked"  # who invited may no longer do so
    ARCHIVE = "archive"  # the place is closed
    CLOSED = "closed"  # the account of this address is closed


@dataclass(frozen=True)
class Opened:
    state: State
    invitation: Invitation | None = None


def new_nonce() -> str:
    return secrets.token_urlsafe(16)


def token_of(invitation: Invitation) -> str:
    return _signer.sign(f"{invitation.pk}-{invitation.nonce}")


def url_of(invitation: Invitation) -> str:
    return hosts.editing_url(reverse("invitation", args=[token_of(invitation)]))


def open_link(token: str, *, lock: bool = False) -> Opened:
    """The invitation behind a token and whether it may be accepted. Changes nothing: programs
    that check mails open every link. `lock` keeps its row until the transaction ends."""
    try:
        pk, _dash, nonce = _signer.unsign(token).partition("-")
    except signing.BadSignature:
        return Opened(State.TAMPERED)
    rows = (
        Invitation.objects.select_for_update()
        if lock
        else Invitation.objects.select_related(
            "place__container", "place__collection", "place__site", "invited_by"
        )
    )
    invitation = rows.filter(pk=pk).first()
    if invitation is None:
        return Opened(State.UNKNOWN)
    return Opened(_state(invitation, nonce), invitation)


def _state(invitation: Invitation, nonce: str) -> State:
    if invitation.accepted_at:
        return State.USED
    if invitation.withdrawn_at:
        return State.WITHDRAWN
    if not constant_time_compare(nonce, invitation.nonce):
        return State.SUPERSEDED
    if is_expired(invitation):
        return State.EXPIRED
    inviter = invitation.invited_by
    if inviter and invitation.place and is_archive(inviter, invitation.place):
        return State.ARCHIVE
    if not is_backed(invitation):
        return State.REVOKED
    return State.OPEN


def is_expired(invitation: Invitation) -> bool:
    return invitation.expires_at <= clock.now()


def is_backed(invitation: Invitation) -> bool:
    """Whether who invited may still give this role: accepting is the moment it is given."""
    inviter = invitation.invited_by
    return inviter is not None and invitation.role in grantable(inviter, team_of(invitation.place))
