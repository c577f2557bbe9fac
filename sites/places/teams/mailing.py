"""The mails of a team. Each says why it came and whom to answer."""

from django.utils.translation import gettext as _

from sites.places import hosts
from sites.places.models import Invitation, Membership, Network, Place
from sites.places.roles import ROLES
from sites.runtime import clock, mails
from themes import german_dates

from . import links, rows


def send_invitation(invitation: Invitation) -> None:
    """Each call sends the link that is good now."""
    inviter = invitation.invited_by.get_full_name()
    team = team_name(invitation.place, invitation.region_key)
    member = rows.member(invitation.email, invitation.place, invitation.region_key)
    if invitation.replaces_id and member:
        subject = _("%s übergibt Ihnen die Ortskoordination") % inviter
    else:
        subject = _("%(by)s lädt Sie ein: %(team)s") % {"by": inviter, "team": team}
    mails.send(
        "places/mails/einladung.txt",
        to=[invitation.email],
        subject=subject,
        context={
            "invitation": invitation,
            "name": (member.user.get_full_name() if member else "") or invitation.name,
            "is_member": member is not None,
            "inviter": inviter,
            "inviter_mail": invitation.invited_by.email,
            "team": team,
            "role": rows.label(invitation),
            "sentence": role_sentence(invitation),
            "url": links.url_of(invitation),
            "until": german_dates.full_day(
                invitation.expires_at.astimezone(clock.BERLIN).date(), clock.today()
            ),
            **_network(),
        },
    )


def tell_new_role(membership: Membership, *, by) -> None:
    team = team_name(membership.place, membership.region_key)
    mails.send(
        "places/mails/rolle_geaendert.txt",
        to=[membership.user.email],
        subject=_("Ihre Rolle ist jetzt: %s") % rows.label(membership),
        context={
            "name": membership.user.get_full_name(),
            "by": by.get_full_name(),
            "by_mail": by.email,
            "team": team,
            "role": rows.label(membership),
            "sentence": role_sentence(membership),
            "url": hosts.editing_url(),
            **_network(),
        },
    )


def tell_removed(membership: Membership, *, by) -> None:
    team = team_name(membership.place, membership.region_key)
    mails.send(
        "places/mails/entfernt.txt",
        to=[membership.user.email],
        subject=_("Sie gehören nicht mehr dazu: %s") % team,
        context={
            "name": membership.user.get_full_name(),
            "by": by.get_full_name(),
            "by_mail": by.email,
            "team": team,
            "role": rows.label(membership),
            **_network(),
        },
    )


def tell_handed_over(predecessor, successor, place: Place, role_label: str) -> None:
    """`role_label` is what the predecessor stays as; empty after leaving."""
    mails.send(
        "places/mails/uebergeben.txt",
        to=[predecessor.email],
        subject=_("%s hat die Ortskoordination übernommen") % successor.get_full_name(),
        context={
            "name": predecessor.get_full_name(),
            "by": successor.get_full_name(),
            "by_mail": successor.email,
            "team": team_name(place),
            "role": role_label,
            **_network(),
        },
    )


def team_name(place: Place | None, region_key: str = "") -> str:
    """ "Bürgernetz Görlitz", or the network's name with the region."""
    if place:
        return place.group_name
    network = Network.get()
    name = network.name if network else ""
    return f"{name}, {rows.region_label(region_key)}" if region_key else name


def role_sentence(row: Membership | Invitation) -> str:
    return str(ROLES[row.role].sentence)


def _network() -> dict:
    network = Network.get()
    return {
        "network": network.name if network else "",
        "network_mail": network.contact_mail if network else "",
        "network_phone": network.contact_phone if network else "",
    }
