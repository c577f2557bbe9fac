"""The pages of the team: what they show to whom, and that posted values are checked."""

import pytest
from django.urls import reverse

from sites.accounts.models import User
from sites.places import history
from sites.places.models import HistoryEntry, Invitation, Membership
from sites.places.roles import Role
from sites.places.teams import inviting

pytestmark = pytest.mark.django_db

TEAM = "/redaktion/team/"


def page(client, path=TEAM) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_a_coordination_sees_and_acts(jana, goerlitz, leer, stranger, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz)
    inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email="offen@netz.example")
    inviting.invite(by=stranger, place=leer, role=Role.EVENTS, email="fremd@netz.example")
    text = page(editing(jana))
    for expected in (
        "Jana Berg",
        "das sind Sie",
        editor.email,
        "Macht alles, auch Team und Einstellungen.",
        "offen@netz.example",
        "Person einladen",
        "Ortskoordination übergeben",
        "Ich höre auf",
        reverse("team_member_remove", args=[editor.memberships.get().pk]),
    ):
        assert expected in text
    for foreign in (stranger.email, "fremd@netz.example"):
        assert foreign not in text


@pytest.mark.parametrize("role", [Role.EDITOR, Role.EVENTS, Role.CONTRIBUTOR])
def test_the_others_see_the_team_and_cannot_act(role, jana, goerlitz, make_member, editing):
    offered = inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email="o@netz.example")
    client = editing(make_member(role, goerlitz))
    text = page(client)
    assert "Jana Berg" in text
    assert "Person einladen" not in text
    assert "o@netz.example" not in text
    assert "Ich höre auf" in text
    mine = jana.memberships.get().pk
    before = snapshot()
    refused = [
        client.get(reverse("team_invite")),
        client.post(reverse("team_invite"), {"email": "n@netz.example", "role": Role.EDITOR}),
        client.post(reverse("team_hand_over"), {"email": "n@netz.example"}),
        client.post(reverse("team_member_role", args=[mine]), {"role": Role.EDITOR}),
        client.post(reverse("team_member_remove", args=[mine])),
        client.post(reverse("team_invitation_act", args=[offered.pk, "zurueckziehen"])),
        client.post(reverse("team_invitation_act", args=[offered.pk, "senden"])),
    ]
    assert {answer.status_code for answer in refused} == {403}
    assert snapshot() == before


def snapshot():
    return (
        sorted(Membership.objects.values_list("pk", "user", "role", "place", "region_key")),
        sorted(Invitation.objects.values_list("pk", "email", "role", "nonce", "withdrawn_at")),
        User.objects.count(),
    )


def test_foreign_and_missing_keys_get_the_same_answer(
    jana, goerlitz, leer, stranger, make_member, editing
):
    theirs = stranger.memberships.get().pk
    foreign_editor = make_member(Role.EDITOR, leer).memberships.get().pk
    invitation = inviting.invite(by=stranger, place=leer, role=Role.EVENTS, email="f@netz.example")
    client = editing(jana)
    before = snapshot()
    bodies = set()
    for name, keys in (
        ("team_member_role", [theirs, foreign_editor, 999_999]),
        ("team_member_remove", [theirs, foreign_editor, 999_999]),
    ):
        for key in keys:
            for ask in (client.get, client.post):
                answer = ask(reverse(name, args=[key]), {"role": Role.EVENTS})
                assert answer.status_code == 403
                assert stranger.email not in answer.content.decode()
            bodies.add(len(answer.content))
    for key in (invitation.pk, 999_999):
        for act in ("senden", "zurueckziehen"):
            answer = client.post(reverse("team_invitation_act", args=[key, act]))
            assert answer.status_code == 403
            bodies.add(len(answer.content))
    assert len(bodies) == 1
    assert snapshot() == before
    own = make_member(Role.EDITOR, goerlitz).memberships.get()
    answer = client.post(reverse("team_member_role", args=[own.pk]), {"role": Role.EVENTS})
    assert answer.url == TEAM
    own.refresh_from_db()
    assert own.role == Role.EVENTS


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.NETWORK_EDITOR, Role.NETWORK_OFFICE])
def test_a_posted_role_above_is_refused(role, jana, goerlitz, leer, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz).memberships.get()
    mine = jana.memberships.get()
    client = editing(jana)
    before = snapshot()
    values = {"email": "n@netz.example", "role": role, "region_key": "14", "state": "14"}
    answer = client.post(reverse("team_invite"), {**values, "place": leer.pk})
    assert "Diese Aufgabe können Sie nicht vergeben." in answer.content.decode()
    assert "n@netz.example" in answer.content.decode()  # nothing typed is lost
    for key in (editor.pk, mine.pk):
        client.post(reverse("team_member_role", args=[key]), {"role": role})
    client.post(reverse("team_hand_over"), {"email": "n@netz.example", "stay_as": role})
    assert snapshot() == before


def test_a_posted_place_changes_nothing(jana, goerlitz, leer, editing):
    values = {"email": "n@netz.example", "role": Role.EVENTS, "place": leer.pk}
    editing(jana).post(reverse("team_invite"), values)
    assert Invitation.objects.get().place == goerlitz


def test_a_wrong_address_keeps_what_was_typed(jana, editing):
    values = {"email": "eva@", "name": "Eva Noack", "role": Role.EVENTS}
    text = editing(jana).post(reverse("team_invite"), values).content.decode()
    assert "keine gültige E-Mail-Adresse" in text
    assert 'value="Eva Noack"' in text
    assert 'value="eva@"' in text
    assert "checked" in text


def test_who_is_there_already_can_be_changed(jana, goerlitz, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz)
    values = {"email": editor.email, "role": Role.EVENTS}
    text = editing(jana).post(reverse("team_invite"), values).content.decode()
    assert "gehört schon zum Team (Redaktion)" in text
    assert reverse("team_member_role", args=[editor.memberships.get().pk]) in text


def test_removing_asks_first(jana, goerlitz, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz).memberships.get()
    client = editing(jana)
    path = reverse("team_member_remove", args=[editor.pk])
    assert "kann hier ab sofort nichts mehr ändern" in page(client, path)
    assert Membership.objects.filter(pk=editor.pk).exists()
    assert client.post(path).url == TEAM
    assert not Membership.objects.filter(pk=editor.pk).exists()


def test_the_last_coordination_is_led_to_the_handover(jana, editing):
    client = editing(jana)
    path = reverse("team_leave")
    assert reverse("team_hand_over") in page(client, path)
    client.post(path)
    assert jana.memberships.exists()
    client.post(reverse("team_hand_over"), {"email": "neu@netz.example", "stay_as": ""})
    assert Invitation.objects.get().replaces == jana
    assert "Übergabe" in page(client)


def test_leaving_the_only_team_says_goodbye(goerlitz, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz)
    client = editing(editor)
    text = client.post(reverse("team_leave")).content.decode()
    assert "Danke für alles" in text
    assert not editor.memberships.exists()
    assert "_auth_user_id" not in client.session


def test_leaving_one_of_two_teams_goes_on_in_the_other(goerlitz, leer, make_member, editing):
    editor = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=editor, role=Role.EVENTS, place=leer)
    client = editing(editor)
    assert client.post(reverse("team_leave"), {"tenant": goerlitz.pk}).url == "/redaktion/"
    assert editor.memberships.get().place == leer


def test_acts_need_a_post(jana, goerlitz, editing):
    offered = inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email="o@netz.example")
    client = editing(jana)
    for act in ("senden", "zurueckziehen"):
        path = reverse("team_invitation_act", args=[offered.pk, act])
        assert client.get(path).status_code == 405
    client.post(reverse("team_invitation_act", args=[offered.pk, "zurueckziehen"]))
    offered.refresh_from_db()
    assert offered.withdrawn_at


def test_who_may_only_invite_is_not_led_to_a_closed_door(facilitator, goerlitz, jana, editing):
    values = {"email": jana.email, "role": Role.EVENTS}
    text = editing(facilitator).post(reverse("team_invite"), values).content.decode()
    assert "Jana Berg gehört schon zum Team (Ortskoordination)." in text
    assert reverse("team_member_role", args=[jana.memberships.get().pk]) not in text


def test_a_facilitator_helps_a_place_to_a_team(facilitator, goerlitz, editing):
    client = editing(facilitator)
    assert "Person einladen" in page(client)
    values = {"email": "neu@netz.example", "role": Role.COORDINATION}
    assert client.post(reverse("team_invite"), values).url == TEAM
    assert Invitation.objects.get().place == goerlitz


def test_the_network_team_is_the_offices(office, facilitator, editing):
    client = editing(office)
    text = page(client)
    assert "Karin Ahlers" in text
    assert "Prozessbegleitung, Sachsen" in text
    values = {"email": "k@netz.example", "role": Role.FACILITATOR, "tenant": 0}
    refused = client.post(reverse("team_invite"), values).content.decode()
    assert "Land oder einen Kreis" in refused
    unclear = client.post(reverse("team_invite"), {**values, "district": "münchen"})
    assert "Welchen meinen Sie? Landkreis München, Stadt München" in unclear.content.decode()
    client.post(reverse("team_invite"), {**values, "district": "görlitz"})
    assert Invitation.objects.get().region_key == "14626"


def test_the_network_editors_see_the_central_team_only(make_member, facilitator, office, editing):
    text = page(editing(make_member(Role.NETWORK_EDITOR)))
    assert office.email in text
    assert facilitator.email not in text


@pytest.mark.parametrize("people", [3, 30])
def test_the_page_asks_the_same_questions_for_every_size(
    people, jana, goerlitz, editing, django_assert_num_queries
):
    for number in range(people):
        user = User.objects.create_user(f"m{number}@netz.example")
        Membership.objects.create(user=user, role=Role.EDITOR, place=goerlitz)
        inviting.invite(by=jana, place=goerlitz, role=Role.EVENTS, email=f"e{number}@netz.example")
    client = editing(jana)
    page(client)
    with django_assert_num_queries(8):
        page(client)


def test_the_history_is_the_places_own(jana, goerlitz, leer, make_member, editing, noon):
    history.record("place.paused", "Der Ort macht Pause.", place=goerlitz, reason="Sommerferien")
    history.record("place.paused", "Leer macht Pause.", place=leer)
    history.record("team.joined", "Jemand ist im Netzwerk.", place=None)
    client = editing(make_member(Role.CONTRIBUTOR, goerlitz))
    text = page(client, "/redaktion/verlauf/")
    assert "Der Ort macht Pause." in text
    assert "Grund: Sommerferien" in text
    assert "heute, 12\u00a0Uhr" in text
    assert "Leer macht Pause." not in text
    assert "Jemand ist im Netzwerk." not in text


def test_the_history_has_pages(jana, goerlitz, editing):
    for number in range(35):
        history.record("test.done", f"Eintrag {number:02}.", place=goerlitz)
    client = editing(jana)
    first, second = page(client, "/redaktion/verlauf/"), page(client, "/redaktion/verlauf/?seite=2")
    assert "Eintrag 34." in first
    assert "Eintrag 04." not in first
    assert "Eintrag 04." in second
    assert page(client, "/redaktion/verlauf/?seite=unsinn")
    assert HistoryEntry.objects.count() == 35


def test_nobody_without_a_team_gets_in(goerlitz, editing):
    client = editing(User.objects.create_user("gast@netz.example"))
    for path in (TEAM, "/redaktion/verlauf/", reverse("team_invite"), reverse("team_leave")):
        assert client.get(path).status_code in (302, 403)
