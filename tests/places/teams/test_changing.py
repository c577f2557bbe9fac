"""Roles change, people are removed, leave and hand over; somebody always coordinates."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError

from sites.accounts.models import User
from sites.places.models import HistoryEntry, Membership
from sites.places.roles import Role
from sites.places.teams import changing, inviting
from sites.places.teams.accepting import accept
from sites.places.teams.links import State, open_link, token_of
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def coordination(jana):
    return jana.memberships.get()


@pytest.fixture
def editor(goerlitz, make_member):
    return make_member(Role.EDITOR, goerlitz).memberships.get()


def test_the_last_coordination_stays(coordination, jana, office, superuser, editor):
    for by in (jana, office, superuser):
        with pytest.raises(ValidationError, match="Ein Team braucht immer"):
            changing.remove(by=by, membership=coordination)
        with pytest.raises(ValidationError, match="Ein Team braucht immer"):
            changing.change_role(by=by, membership=coordination, role=Role.EDITOR)
    with pytest.raises(ValidationError, match="Ein Team braucht immer"):
        changing.leave(membership=coordination)
    coordination.refresh_from_db()
    assert coordination.role == Role.COORDINATION
    changing.leave(membership=editor)
    assert not Membership.objects.filter(pk=editor.pk).exists()


def test_one_of_two_may_go_the_other_may_not(coordination, jana, editor, leer, make_member):
    make_member(Role.COORDINATION, leer)  # of another place: no successor here
    with pytest.raises(ValidationError):
        changing.leave(membership=coordination)
    changing.change_role(by=jana, membership=editor, role=Role.COORDINATION)
    changing.leave(membership=coordination)
    editor.refresh_from_db()
    with pytest.raises(ValidationError):
        changing.leave(membership=editor)


def test_a_closed_account_is_no_successor(coordination, goerlitz):
    gone = User.objects.create_user("weg@goerlitz.example", is_active=False)
    Membership.objects.create(user=gone, role=Role.COORDINATION, place=goerlitz)
    with pytest.raises(ValidationError):
        changing.leave(membership=coordination)


def test_the_last_office_stays_too(office, superuser):
    with pytest.raises(ValidationError, match="Netzwerkbüro"):
        changing.remove(by=superuser, membership=office.memberships.get())


def test_a_new_role_is_told_and_recorded(jana, editor):
    changing.change_role(by=jana, membership=editor, role=Role.EVENTS)
    assert mail.outbox[-1].to == [editor.user.email]
    assert "Ihre Aufgabe ist jetzt: Termine\nTrägt Termine ein" in mail.outbox[-1].body
    entry = HistoryEntry.objects.get(what="team.role_changed")
    assert entry.sentence.endswith("geändert: Redaktion → Termine.")
    changing.change_role(by=jana, membership=editor, role=Role.EVENTS)
    assert HistoryEntry.objects.count() == 1  # nothing changed, nothing said


def test_removing_is_told_recorded_and_keeps_the_account(jana, editor, goerlitz):
    changing.remove(by=jana, membership=editor)
    assert mail.outbox[-1].to == [editor.user.email]
    assert "Jana Berg hat Sie aus dem Team genommen" in mail.outbox[-1].body
    assert User.objects.filter(pk=editor.user_id, is_active=True).exists()
    fresh = User.objects.get(pk=editor.user_id)
    assert not fresh.has_perm("wagtailadmin.access_admin")
    assert HistoryEntry.objects.get(what="team.removed").place == goerlitz


def test_who_goes_takes_the_open_invitations_along(jana, editor, goerlitz):
    changing.change_role(by=jana, membership=editor, role=Role.COORDINATION)
    second = User.objects.get(pk=editor.user_id)
    theirs = inviting.invite(by=second, place=goerlitz, role=Role.EDITOR, email="a@netz.example")
    mine = inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="b@netz.example")
    changing.remove(by=jana, membership=editor)
    assert open_link(token_of(theirs)).state == State.WITHDRAWN
    assert open_link(token_of(mine)).state == State.OPEN
    assert "Eine offene Einladung ist zurückgezogen." in HistoryEntry.objects.first().sentence


def test_who_is_lowered_lets_nobody_in_any_more(jana, editor, goerlitz):
    changing.change_role(by=jana, membership=editor, role=Role.COORDINATION)
    second = User.objects.get(pk=editor.user_id)
    theirs = inviting.invite(by=second, place=goerlitz, role=Role.EDITOR, email="a@netz.example")
    changing.change_role(by=jana, membership=editor, role=Role.EDITOR)
    assert open_link(token_of(theirs)).state == State.WITHDRAWN


@pytest.mark.parametrize("stay_as", ["", Role.EVENTS])
def test_handing_over(jana, coordination, goerlitz, stay_as):
    waiting = inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="w@netz.example")
    offer = inviting.hand_over(
        by=jana, place=goerlitz, email="neu@netz.example", name="Olaf Neu", stay_as=stay_as
    )
    assert "Jana Berg möchte Ihnen die Ortskoordination übergeben" in mail.outbox[-1].body
    coordination.refresh_from_db()
    assert coordination.role == Role.COORDINATION  # until it is accepted
    successor = accept(token_of(offer), first_name="Olaf", last_name="Neu")
    assert successor.role == Role.COORDINATION
    left = Membership.objects.filter(user=jana, place=goerlitz)
    assert [m.role for m in left] == ([stay_as] if stay_as else [])
    assert mail.outbox[-1].to == [jana.email]
    assert "Olaf Neu" in mail.outbox[-1].subject
    assert ("Termine" in mail.outbox[-1].body) == bool(stay_as)
    assert HistoryEntry.objects.get(what="team.handed_over").sentence == (
        "Jana Berg hat die Ortskoordination an Olaf Neu übergeben."
    )
    # What Jana had begun goes on.
    waiting.refresh_from_db()
    assert waiting.invited_by == successor.user
    assert open_link(token_of(waiting)).state == State.OPEN


def test_somebody_of_the_team_can_take_over(jana, editor, goerlitz):
    editor.user.first_name, editor.user.last_name = "Eva", "Noack"
    editor.user.save()
    offer = inviting.hand_over(by=jana, place=goerlitz, email=editor.user.email)
    assert mail.outbox[-1].subject == "Jana Berg übergibt Ihnen die Ortskoordination"
    assert mail.outbox[-1].body.startswith("Guten Tag Eva Noack,")
    assert "Mit diesem Link übernehmen Sie" in mail.outbox[-1].body
    accept(token_of(offer))
    editor.refresh_from_db()
    assert editor.role == Role.COORDINATION
    assert Membership.objects.filter(place=goerlitz).count() == 1


def test_only_the_own_coordination_is_handed_over(
    jana, stranger, office, facilitator, editor, goerlitz
):
    for by in (stranger, office, facilitator, editor.user):
        with pytest.raises(PermissionDenied):
            inviting.hand_over(by=by, place=goerlitz, email="neu@netz.example")
    for stay_as in (Role.COORDINATION, Role.NETWORK_OFFICE, Role.FACILITATOR):
        with pytest.raises(PermissionDenied):
            inviting.hand_over(by=jana, place=goerlitz, email="neu@netz.example", stay_as=stay_as)


def test_nothing_is_handed_over_to_a_coordination(jana, editor, goerlitz):
    changing.change_role(by=jana, membership=editor, role=Role.COORDINATION)
    with pytest.raises(ValidationError, match="ist schon Ortskoordination"):
        inviting.hand_over(by=jana, place=goerlitz, email=editor.user.email)


def test_an_offer_of_somebody_lowered_meanwhile_is_void(jana, editor, goerlitz, office):
    offer = inviting.hand_over(by=jana, place=goerlitz, email="neu@netz.example")
    changing.change_role(by=jana, membership=editor, role=Role.COORDINATION)
    changing.change_role(by=office, membership=jana.memberships.get(), role=Role.EDITOR)
    with clock.stand_at(clock.now() + timedelta(hours=1)):
        assert open_link(token_of(offer)).state == State.WITHDRAWN
