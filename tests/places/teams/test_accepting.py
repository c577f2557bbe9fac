"""The link in the mail: what each state of it says, and that a view of it changes nothing."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.signing import Signer
from django.urls import reverse

from sites.accounts.models import User
from sites.places.models import HistoryEntry, Invitation, Membership
from sites.places.roles import Role
from sites.places.teams import changing, inviting
from sites.places.teams.links import token_of
from sites.runtime import clock

pytestmark = pytest.mark.django_db

HOME = "/redaktion/"


@pytest.fixture
def invited(jana, goerlitz):
    return inviting.invite(
        by=jana, place=goerlitz, role=Role.EDITOR, email="eva@goerlitz.example", name="Eva Noack"
    )


@pytest.fixture
def here(client):
    """A browser on the editing host in which nobody is logged in."""
    client.defaults["HTTP_HOST"] = "redaktion.localhost"
    return client


def whoever(client):
    return client.session.get("_auth_user_id")


def test_looking_changes_nothing_and_shows_everything(invited, here, link):
    before = list(Invitation.objects.values())
    for _ in range(3):
        assert here.head(link()).status_code == 200
        answer = here.get(link())
    assert list(Invitation.objects.values()) == before
    assert not User.objects.filter(email="eva@goerlitz.example").exists()
    text = answer.content.decode()
    for expected in (
        "Jana Berg lädt Sie ein",
        "Bürgernetz Görlitz",
        "Schreibt und veröffentlicht Termine, Beiträge und Seiten.",
        "Keine Werbung.",
        'value="Eva"',
        'value="Noack"',
        "Regeln annehmen und loslegen",
    ):
        assert expected in text
    assert answer["Referrer-Policy"] == "same-origin"
    assert "no-store" in answer["Cache-Control"]


def test_a_tap_makes_account_and_membership_and_logs_in(invited, here, link, goerlitz, noon):
    answer = here.post(link(), {"first_name": "Eva", "last_name": "Noack"})
    assert answer.status_code == 302
    assert answer.url == HOME
    user = User.objects.get(email="eva@goerlitz.example")
    assert user.get_full_name() == "Eva Noack"
    assert not user.has_usable_password()
    membership = user.memberships.get()
    assert (membership.place, membership.role) == (goerlitz, Role.EDITOR)
    assert membership.rules_accepted_at == noon
    assert whoever(here) == str(user.pk)
    invited.refresh_from_db()
    assert (invited.accepted_at, invited.accepted_by) == (noon, user)
    entry = HistoryEntry.objects.get(what="team.joined")
    assert entry.sentence == "Eva Noack ist jetzt im Team: Redaktion."
    assert "Bürgernetz Görlitz" in here.get(HOME).content.decode()


def test_used_a_second_time(invited, here, link):
    path = link()
    here.post(path)
    again = here.get(path)
    assert again.status_code == 410
    assert "schon angenommen" in again.content.decode()
    assert here.post(path).url == HOME  # a double tap of the same person leads on
    here.logout()
    assert here.post(path).status_code == 410
    assert whoever(here) is None
    assert Membership.objects.filter(user__email=invited.email).count() == 1


def test_after_fourteen_days(invited, here, link):
    with clock.stand_at(invited.expires_at - timedelta(seconds=1)):
        assert here.get(link()).status_code == 200
    with clock.stand_at(invited.expires_at):
        for answer in (here.get(link()), here.post(link())):
            assert answer.status_code == 410
            text = answer.content.decode()
            assert "abgelaufen" in text
            assert "Jana Berg hat Sie eingeladen" in text
    assert not User.objects.filter(email=invited.email).exists()


def test_withdrawn(invited, here, link, jana):
    inviting.withdraw(by=jana, invitation=invited)
    for answer in (here.get(link()), here.post(link())):
        assert answer.status_code == 410
        assert "zurückgezogen" in answer.content.decode()
        assert jana.email in answer.content.decode()
    assert not User.objects.filter(email=invited.email).exists()


def test_the_old_link_after_sending_again(invited, here, link, jana):
    old = link()
    with clock.stand_at(clock.now() + timedelta(hours=1)):
        inviting.resend(by=jana, invitation=invited)
        new = link()
        assert new != old
        for answer in (here.get(old), here.post(old)):
            assert answer.status_code == 410
            assert "Es gibt eine neuere Mail" in answer.content.decode()
        assert not User.objects.filter(email=invited.email).exists()
        assert here.post(new).url == HOME


def test_tampered_and_unknown(invited, here, link, stranger, leer):
    other = inviting.invite(by=stranger, place=leer, role=Role.EDITOR, email="x@leer.example")
    token = token_of(invited)
    payload, signature = token.rsplit(".", 1)
    forged = [
        f"{other.pk}-{invited.nonce}.{signature}",
        f"{payload}.{signature[:-2]}xx",
        payload,
        "x",
        Signer(salt="something else", sep=".").sign(payload),
        f"{payload}.",
    ]
    for value in forged:
        for answer in (here.get(reverse("invitation", args=[value])),):
            assert answer.status_code == 400, value
            assert "unvollständig" in answer.content.decode()
            assert "post@netz.example" in answer.content.decode()
        assert here.post(reverse("invitation", args=[value])).status_code == 400
    path = reverse("invitation", args=[token])
    invited.delete()
    assert here.get(path).status_code == 404
    assert "post@netz.example" in here.get(path).content.decode()
    assert not User.objects.filter(email__startswith="eva").exists()
    assert whoever(here) is None


def test_of_somebody_who_may_no_longer_invite(invited, here, link, jana, goerlitz):
    jana.is_active = False
    jana.save()
    for answer in (here.get(link()), here.post(link())):
        assert answer.status_code == 410
        assert "gilt nicht mehr" in answer.content.decode()
        assert "post@netz.example" in answer.content.decode()
    jana.is_active = True
    jana.save()
    assert here.post(link()).url == HOME


def test_posted_values_raise_nothing(invited, here, link, leer):
    here.post(
        link(),
        {
            "role": Role.NETWORK_OFFICE,
            "place": leer.pk,
            "region_key": "14",
            "email": "boese@netz.example",
            "is_superuser": "1",
            "is_staff": "1",
            "user": "1",
        },
    )
    user = User.objects.get(email=invited.email)
    assert not User.objects.filter(email="boese@netz.example").exists()
    assert not user.is_superuser
    assert not user.is_staff
    membership = user.memberships.get()
    assert membership.role == Role.EDITOR
    assert membership.place == invited.place


def test_an_account_that_is_there_is_used_and_keeps_its_name(invited, here, link, leer):
    user = User.objects.create_user(invited.email, first_name="Eva-Maria", last_name="Noack")
    Membership.objects.create(user=user, role=Role.EVENTS, place=leer)
    assert "first_name" not in here.get(link()).content.decode()
    here.post(link(), {"first_name": "Boris", "last_name": "Böse"})
    user.refresh_from_db()
    assert user.get_full_name() == "Eva-Maria Noack"
    assert user.memberships.count() == 2
    assert whoever(here) == str(user.pk)
    assert here.session["tenant"] == invited.place.pk


def test_a_closed_account_stays_closed(invited, here, link):
    User.objects.create_user(invited.email, is_active=False)
    answer = here.post(link())
    assert answer.status_code == 410
    assert "geschlossen" in answer.content.decode()
    assert whoever(here) is None
    invited.refresh_from_db()
    assert invited.accepted_at is None


def test_a_second_factor_is_asked_for(invited, here, link, monkeypatch):
    monkeypatch.setattr("sites.accounts.second_factor.has_one", lambda user: True)
    user = User.objects.create_user(invited.email)
    answer = here.post(link())
    assert answer.url.startswith("/redaktion/login/?next=")
    assert whoever(here) is None
    assert user.memberships.get().role == Role.EDITOR


def test_somebody_else_is_logged_in(invited, link, jana, editing):
    browser = editing(jana)
    text = browser.get(link()).content.decode()
    assert "Abmelden und weiter" in text
    assert "loslegen" not in text
    browser.post(link())  # the button is not offered, and does nothing
    assert not User.objects.filter(email=invited.email).exists()
    assert browser.post(link(), {"abmelden": "1"}).url == link()
    assert "loslegen" in browser.get(link()).content.decode()


def test_the_invited_person_is_logged_in(invited, link, leer, editing):
    user = User.objects.create_user(invited.email)
    Membership.objects.create(user=user, role=Role.EVENTS, place=leer)
    browser = editing(user)
    assert browser.post(link()).url == HOME
    assert browser.session["tenant"] == invited.place.pk


def test_who_joined_on_another_way_keeps_that_role(invited, here, link, goerlitz):
    user = User.objects.create_user(invited.email)
    Membership.objects.create(user=user, role=Role.COORDINATION, place=goerlitz)
    here.post(link())
    assert user.memberships.get().role == Role.COORDINATION


def test_a_name_is_no_link(invited, here, link):
    answer = here.post(link(), {"first_name": "http://boese.example", "last_name": ""})
    assert answer.status_code == 200
    assert "nur den Namen" in answer.content.decode()
    assert not User.objects.filter(email=invited.email).exists()


def test_facilitators_and_offices_join_the_network(office, superuser, here, link):
    inviting.invite(by=office, role=Role.FACILITATOR, region_key="14626", email="k@netz.example")
    assert "Prozessbegleitung, Landkreis Görlitz" in here.get(link()).content.decode()
    here.post(link())
    membership = Membership.objects.get(user__email="k@netz.example")
    assert (membership.role, membership.region_key) == (Role.FACILITATOR, "14626")
    here.logout()
    inviting.invite(by=superuser, role=Role.NETWORK_OFFICE, email="b@netz.example")
    here.post(link())
    assert Membership.objects.get(user__email="b@netz.example").role == Role.NETWORK_OFFICE


def test_invitations_are_closed_to_other_hosts(invited, client, link, goerlitz):
    for host in ("localhost", goerlitz.site.hostname):
        assert client.get(link(), headers={"host": host}).status_code == 404


def test_a_removed_person_comes_back_by_a_new_invitation_only(invited, here, link, jana, goerlitz):
    path = link()
    here.post(path)
    membership = Membership.objects.get(user__email=invited.email)
    changing.remove(by=jana, membership=membership)
    here.logout()
    assert here.post(path).status_code == 410
    assert not Membership.objects.filter(user__email=invited.email).exists()
    inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email=invited.email)
    assert len(mail.outbox) == 3
    here.post(link())
    assert Membership.objects.get(user__email=invited.email).role == Role.EVENTS
