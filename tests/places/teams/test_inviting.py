"""Invite, send again, withdraw: what is stored, what the mail says, what the history says."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from sites.places.models import HistoryEntry, Invitation
from sites.places.roles import Role
from sites.places.teams import inviting
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def invited(jana, goerlitz, noon):
    return inviting.invite(
        by=jana, place=goerlitz, role=Role.EDITOR, email=" Eva@Goerlitz.Example ", name="Eva Noack"
    )


def test_an_invitation_is_stored_mailed_and_recorded(invited, goerlitz, jana, noon):
    assert invited.email == "eva@goerlitz.example"
    assert invited.expires_at == noon + timedelta(days=14)
    message = mail.outbox[-1]
    assert message.to == ["eva@goerlitz.example"]
    assert message.subject == "Jana Berg lädt Sie ein: Bürgernetz Görlitz"
    assert "Guten Tag Eva Noack," in message.body
    assert "Redaktion\nSchreibt und veröffentlicht" in message.body
    assert "bis Dienstag, 17.\u00a0November" in message.body
    assert jana.email in message.body
    assert "post@netz.example" in message.body
    assert "&" not in message.body
    entry = HistoryEntry.objects.get(what="team.invited")
    assert (entry.place, entry.actor) == (goerlitz, jana)
    assert entry.sentence == "Jana Berg hat Eva Noack eingeladen: Redaktion."


def test_a_wrong_address_is_refused_in_german(jana, goerlitz):
    for wrong in ("eva", "eva@", "eva@goerlitz.example\nBcc: alle@netz.example", ""):
        with pytest.raises(ValidationError, match="keine gültige E-Mail-Adresse"):
            inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email=wrong)
    assert mail.outbox == []
    assert not Invitation.objects.exists()


def test_a_name_forges_no_header(jana, goerlitz):
    jana.first_name = "Jana\r\nBcc: alle@netz.example"
    inviting.invite(
        by=jana, place=goerlitz, role=Role.EDITOR, email="e@netz.example", name="Eva\r\n\r\nBcc: x"
    )
    assert "\n" not in mail.outbox[-1].subject
    assert mail.outbox[-1].recipients() == ["e@netz.example"]
    assert "Guten Tag Eva Bcc: x," in mail.outbox[-1].body


def test_who_is_in_the_team_is_not_invited_again(jana, goerlitz, make_member, leer):
    editor = make_member(Role.EDITOR, goerlitz)
    with pytest.raises(ValidationError, match="gehört schon zum Team") as error:
        inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email=editor.email)
    assert error.value.code == "member"
    elsewhere = make_member(Role.EDITOR, leer)
    inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email=elsewhere.email)


def test_who_is_invited_is_not_invited_twice(invited, jana, goerlitz, leer, stranger):
    with pytest.raises(ValidationError, match="schon eingeladen"):
        inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email="EVA@goerlitz.example")
    inviting.invite(by=stranger, place=leer, role=Role.EVENTS, email="eva@goerlitz.example")
    assert Invitation.objects.count() == 2


def test_after_expiry_a_new_invitation_takes_the_place_of_the_old(invited, jana, goerlitz):
    with clock.stand_at(invited.expires_at):
        new = inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email=invited.email)
    invited.refresh_from_db()
    assert invited.withdrawn_at
    assert new.withdrawn_at is None


def test_sending_again_renews_nonce_and_date(invited, jana, noon):
    nonce = invited.nonce
    with pytest.raises(ValidationError, match="gerade erst"):
        inviting.resend(by=jana, invitation=invited)
    with clock.stand_at(noon + timedelta(days=3)):
        inviting.resend(by=jana, invitation=invited)
    invited.refresh_from_db()
    assert invited.nonce != nonce
    assert invited.expires_at == noon + timedelta(days=17)
    assert len(mail.outbox) == 2
    assert HistoryEntry.objects.filter(what="team.invited_again").count() == 1


def test_only_who_could_invite_sends_again_or_withdraws(invited, stranger, make_member, goerlitz):
    later = clock.now() + timedelta(days=1)
    for by in (stranger, make_member(Role.EDITOR, goerlitz)):
        with clock.stand_at(later), pytest.raises(PermissionDenied):
            inviting.resend(by=by, invitation=invited)
        with pytest.raises(PermissionDenied):
            inviting.withdraw(by=by, invitation=invited)
    invited.refresh_from_db()
    assert invited.withdrawn_at is None
    assert len(mail.outbox) == 1


def test_withdrawing_ends_it_once(invited, jana):
    inviting.withdraw(by=jana, invitation=invited)
    with pytest.raises(ValidationError, match="schon zurückgezogen"):
        inviting.withdraw(by=jana, invitation=invited)
    with pytest.raises(ValidationError, match="schon zurückgezogen"):
        inviting.resend(by=jana, invitation=invited)
    entries = HistoryEntry.objects.filter(what="team.invitation_withdrawn")
    assert [e.sentence for e in entries] == [
        "Jana Berg hat die Einladung an Eva Noack zurückgezogen."
    ]


def test_an_account_is_no_machine_for_mails(jana, goerlitz, monkeypatch):
    monkeypatch.setattr(inviting, "MAILS_PER_DAY", 2)
    for number in range(2):
        inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email=f"e{number}@netz.example")
    with pytest.raises(ValidationError, match="Morgen geht es weiter"):
        inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="e3@netz.example")
    with clock.stand_at(clock.now() + timedelta(days=1, seconds=1)):
        inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="e3@netz.example")


def test_a_region_must_be_one(office):
    for wrong in ("", "17", "99999", "Sachsen"):
        with pytest.raises(ValidationError, match="Land oder einen Kreis"):
            inviting.invite(
                by=office, role=Role.FACILITATOR, region_key=wrong, email="k@netz.example"
            )
    for key in ("14", "14626"):
        inviting.invite(by=office, role=Role.FACILITATOR, region_key=key, email="k@netz.example")
    assert "Prozessbegleitung, Landkreis Görlitz" in mail.outbox[-1].body
