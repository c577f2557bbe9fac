"""The page that says no: whom to ask, and nothing about what was asked for."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from sites.accounts.models import User
from sites.places.roles import Role

pytestmark = pytest.mark.django_db

TITLE = "Hier haben Sie keinen Zugang"


def same(body: str) -> str:
    """Without what is drawn anew for every answer."""
    return re.sub(r'(csrf[^>]*?(value=|: ?)"?)[A-Za-z0-9]{32,}', r"\1", body, flags=re.I)


def edit(page_key):
    return reverse("wagtailadmin_pages:edit", args=[page_key])


def test_it_names_the_coordination_of_the_own_place(goerlitz, leer, make_member, editing):
    asked = make_member(Role.COORDINATION, goerlitz)
    foreign = make_member(Role.COORDINATION, leer)
    answer = editing(make_member(Role.EDITOR, goerlitz)).get(edit(leer.site.root_page_id))
    body = answer.content.decode()
    assert answer.status_code == 403
    assert TITLE in body
    assert f"mailto:{asked.email}" in body
    assert foreign.email not in body
    assert leer.short_name not in body
    assert reverse("wagtailadmin_home") in body


def test_a_coordination_alone_asks_the_region_and_without_one_the_network(
    goerlitz, leer, make_member, editing
):
    alone = make_member(Role.COORDINATION, goerlitz)
    body = editing(alone).get(edit(leer.site.root_page_id)).content.decode()
    assert f"mailto:{alone.email}" not in body
    assert "mailto:post@netz.example" in body
    helper = make_member(Role.FACILITATOR, region_key=goerlitz.district_key)
    body = editing(alone).get(edit(leer.site.root_page_id)).content.decode()
    assert f"mailto:{helper.email}" in body


def test_foreign_and_missing_look_the_same(goerlitz, leer, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    foreign = client.get(edit(leer.site.root_page_id))
    missing = client.get(edit(Page.objects.order_by("pk").last().pk + 1000))
    assert foreign.status_code == missing.status_code == 403
    assert same(foreign.content.decode()) == same(missing.content.decode())


def test_without_any_place_there_is_a_way_out(network, editing):
    nobody = User.objects.create_user("niemand@netz.example")
    answer = editing(nobody).get(reverse("wagtailadmin_home"))
    body = answer.content.decode()
    assert answer.status_code == 403
    assert "gehört zu keinem Ort" in body
    assert f'action="{reverse("wagtailadmin_logout")}"' in body


def test_a_dialog_gets_something_to_show(goerlitz, leer, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    url = reverse("wagtailadmin_choose_page_child", args=[leer.container_id])
    answer = client.get(url, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
    assert "anderen Ort" in answer.json()["error"]
    assert TITLE in answer.json()["html"]


def test_what_wagtail_refuses_looks_the_same_and_leaves_no_message(goerlitz, make_member, editing):
    """A contributor may not edit the calendar page of the own place: Wagtail's own check."""
    client = editing(make_member(Role.CONTRIBUTOR, goerlitz))
    answer = client.get(edit(goerlitz.site.root_page_id))
    assert answer.status_code == 403
    assert TITLE in answer.content.decode()
    assert "keinen Zugang zu diesem Bereich" not in answer.content.decode()
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert "keinen Zugang zu diesem Bereich" not in home


def test_who_only_looks_changes_nothing(goerlitz, make_member, editing, monkeypatch):
    user = make_member(Role.COORDINATION, goerlitz)
    page = goerlitz.site.root_page
    monkeypatch.setattr(User, "looking_at", goerlitz, raising=False)
    client = editing(user)  # with a second factor: whoever looks needs one
    assert client.get(edit(page.pk)).status_code == 200
    answer = client.post(edit(page.pk), {"teaser": "Unfug"})
    assert answer.status_code == 403
    assert "Sie sehen diese Seite nur an" in answer.content.decode()
    assert client.post(reverse("wagtailadmin_logout")).status_code == 302
