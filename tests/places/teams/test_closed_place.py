"""A closed place's team stays as it is; one may leave it. A place that goes on is the twin."""

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from sites.places.models import Invitation, Membership, Place
from sites.places.roles import Role
from sites.places.teams import inviting
from sites.places.tenants import forget

pytestmark = pytest.mark.django_db
SENTENCE = "Dieser Ort ist geschlossen. Am Team ändert sich nichts mehr"


@pytest.fixture(params=["open", "closed"])
def closed(request, goerlitz, jana, make_member):
    """Whether it is; with an editor and an open invitation from before."""
    make_member(Role.EDITOR, goerlitz)
    inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="vorher@netz.example")
    forget(jana)
    if request.param == "closed":
        Place.objects.filter(pk=goerlitz.pk).update(status=Place.Status.CLOSED)
        goerlitz.refresh_from_db()
    return request.param == "closed"


def acts(goerlitz):
    editor = Membership.objects.get(place=goerlitz, role=Role.EDITOR).pk
    invitation = Invitation.objects.get(email="vorher@netz.example").pk
    values = {"email": "neu@netz.example", "role": Role.EVENTS}
    yield reverse("team_invite"), values
    yield reverse("team_hand_over"), values
    yield reverse("team_member_role", args=[editor]), {"role": Role.EVENTS}
    yield reverse("team_invitation_act", args=[invitation, "zurueckziehen"]), {}
    yield reverse("team_member_remove", args=[editor]), {}


def state():
    return (
        list(Membership.objects.order_by("pk").values_list("pk", "role")),
        list(Invitation.objects.order_by("pk").values_list("email", "withdrawn_at")),
    )


@pytest.mark.parametrize("number", range(5))
def test_its_coordination_changes_nothing(number, closed, goerlitz, jana, editing):
    client = editing(jana)
    before = state()
    url, values = list(acts(goerlitz))[number]
    answer = client.post(url, values, follow=True)
    assert (state() == before) is closed
    assert (SENTENCE in answer.content.decode()) is closed


def test_the_page_offers_nothing_but_leaving(closed, goerlitz, jana, editing):
    html = editing(jana).get(reverse("team")).content.decode()
    assert (reverse("team_invite") in html) is not closed
    assert (reverse("team_hand_over") in html) is not closed
    assert reverse("team_leave") in html


def test_the_verb_refuses_whatever_a_view_does(closed, goerlitz, jana):
    if closed:
        with pytest.raises(PermissionDenied):
            inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="n@netz.example")
    else:
        inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="n@netz.example")


def test_the_last_one_may_leave(closed, goerlitz, jana, editing):
    editing(jana).post(reverse("team_leave"))
    assert jana.memberships.exists() is not closed


def test_nobody_joins_by_an_older_invitation(
    goerlitz, jana, client, link, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="vorher@netz.example")
    assert mail.outbox
    host = {"HTTP_HOST": "redaktion.localhost"}
    assert client.get(link(), **host).status_code == 200
    Place.objects.filter(pk=goerlitz.pk).update(status=Place.Status.CLOSED)
    answer = client.post(link(), {"first_name": "A", "last_name": "B"}, **host)
    assert answer.status_code == 410
    assert "Dieser Ort ist geschlossen" in answer.content.decode()
    assert Membership.objects.filter(place=goerlitz).count() == 1


def test_the_centre_may_but_not_in_a_merged_place(goerlitz, leer, office):
    Place.objects.filter(pk=goerlitz.pk).update(status=Place.Status.CLOSED)
    goerlitz.refresh_from_db()
    inviting.invite(by=office, place=goerlitz, role=Role.COORDINATION, email="n@netz.example")
    goerlitz.merged_into = leer
    with pytest.raises(PermissionDenied):
        inviting.invite(by=office, place=goerlitz, role=Role.EDITOR, email="o@netz.example")
