"""A form opened for one place is sent when another window has led to another place meanwhile."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from sites.places import current
from sites.places.models import Invitation, Membership
from sites.places.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def jana_of_both(jana, leer):
    Membership.objects.create(user=jana, role=Role.COORDINATION, place=leer)
    return jana


def opened(client, place, name) -> dict:
    """The hidden fields of the form, as the place's own window shows it."""
    client.post(reverse("switch_place"), {"place": place.pk})
    html = client.get(reverse(name)).content.decode()
    form = next(f for f in re.findall(r"<form.*?</form>", html, re.S) if "tenant" in f)
    return dict(re.findall(r'type="hidden" name="(tenant)" value="(\d+)"', form))


def wander_off(client, place) -> None:
    """In the other window."""
    url = reverse("wagtailadmin_pages:edit", args=[place.site.root_page.pk])
    assert client.get(url).status_code == 200
    assert client.session[current.SESSION_KEY] == place.pk


@pytest.mark.parametrize("name", ["team_invite", "team_hand_over"])
def test_it_invites_into_the_place_it_was_opened_for(
    name, goerlitz, leer, jana_of_both, editing, django_capture_on_commit_callbacks
):
    client = editing(jana_of_both)
    hidden = opened(client, goerlitz, name)
    wander_off(client, leer)
    values = {"email": "neu@netz.example", "role": Role.EDITOR, "stay_as": "", **hidden}
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(reverse(name), values).url == reverse("team")
    assert Invitation.objects.get().place == goerlitz
    assert "Görlitz" in mail.outbox[-1].body
    assert client.session[current.SESSION_KEY] == goerlitz.pk  # the list shows what was done


def test_a_mistake_keeps_what_was_typed_and_the_place(goerlitz, leer, jana_of_both, editing):
    client = editing(jana_of_both)
    hidden = opened(client, goerlitz, "team_invite")
    wander_off(client, leer)
    answer = client.post(reverse("team_invite"), {"email": "eva@", "name": "Eva", **hidden})
    html = answer.content.decode()
    assert 'value="eva@"' in html
    assert f'name="tenant" value="{goerlitz.pk}"' in html


def test_it_leaves_the_team_it_was_opened_for(goerlitz, leer, make_member, editing):
    user = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=user, role=Role.EDITOR, place=leer)
    client = editing(user)
    hidden = opened(client, goerlitz, "team_leave")
    wander_off(client, leer)
    assert client.post(reverse("team_leave"), hidden).status_code == 302
    assert user.memberships.get().place == leer


def test_the_centre_invites_where_the_form_was_opened(goerlitz, leer, office, editing):
    client = editing(office)
    hidden = opened(client, goerlitz, "team_invite")
    wander_off(client, leer)
    values = {"email": "neu@netz.example", "role": Role.COORDINATION, **hidden}
    assert client.post(reverse("team_invite"), values).status_code == 302
    assert Invitation.objects.get().place == goerlitz


@pytest.mark.parametrize("name", ["team_invite", "team_hand_over", "team_leave"])
def test_a_foreign_place_is_refused(name, leer, jana, editing):
    client = editing(jana)
    for key in (leer.pk, 0, 999_999, "", "x", "-1", "9" * 30):
        values = {"email": "neu@netz.example", "role": Role.EDITOR, "tenant": key}
        answer = client.post(reverse(name), values)
        assert answer.status_code == 403, key
        assert "Leer" not in answer.content.decode()
    assert not Invitation.objects.exists()
    assert jana.memberships.exists()


def test_without_a_place_nobody_guesses_among_several(jana_of_both, editing):
    values = {"email": "neu@netz.example", "role": Role.EDITOR}
    assert editing(jana_of_both).post(reverse("team_invite"), values).status_code == 403
    assert not Invitation.objects.exists()
