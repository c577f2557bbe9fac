"""The centre's form for a new place."""

import pytest
from django.urls import reverse

from sites.places.models import Place
from sites.places.roles import Role

pytestmark = pytest.mark.django_db
TYPED = {
    "official_name": "Kyritz",
    "postcode": "16866",
    "group_name": "Knatterstadt redet",
    "tagline": "Ein Tisch an der Dosse.",
    "contact_person": "Ina Roloff",
    "contact_mail": "ina@kyritz.example",
}


@pytest.fixture
def post(network, make_member, editing):
    client = editing(make_member(Role.NETWORK_OFFICE))
    return lambda **changes: client.post(reverse("new_place"), {**TYPED, **changes})


def test_a_place_is_made_and_in_preparation(post, public):
    answer = post()
    place = Place.objects.get()
    assert answer.status_code == 302
    assert answer["Location"] == reverse("place", args=[place.pk])
    assert (place.slug, place.group_name) == ("kyritz", "Knatterstadt redet")
    assert "Hier entsteht" in public(place).text


def test_the_new_place_says_what_comes_next(network, make_member, editing):
    office = editing(make_member(Role.NETWORK_OFFICE))
    there = office.post(reverse("new_place"), TYPED)["Location"]
    place = Place.objects.get()
    page = office.get(there).text
    edit = reverse("wagtailadmin_pages:edit", args=[place.site.root_page_id])
    opening = reverse("place_act", args=[place.pk, "oeffnen"])
    for part in ("Die nächsten Schritte", place.url, edit, opening, "Noch gehört niemand zum Team"):
        assert part in page
    invite = reverse("team_invite")
    assert f'name="next" value="{invite}"' in page
    answer = office.post(reverse("switch_place"), {"place": place.pk, "next": invite})
    assert answer["Location"] == invite
    assert place.short_name in office.get(invite).text
    assert "hat noch kein Team" in office.get(opening).text
    make_member(Role.COORDINATION, place)
    assert "hat noch kein Team" not in office.get(opening).text
    place.status = Place.Status.ACTIVE
    place.save()
    assert "Die nächsten Schritte" not in office.get(there).text


def test_the_form_says_what_is_public_and_that_nobody_is_invited(network, make_member, editing):
    form = editing(make_member(Role.NETWORK_OFFICE)).get(reverse("new_place")).text
    assert "steht sofort auf der Seite „Hier entsteht…“" in form
    assert "Eingeladen wird damit niemand" in form


@pytest.mark.parametrize(
    ("postcode", "message"),
    [
        ("00000", "Zur Postleitzahl 00000 kennen wir keine Lage"),
        ("1686", "Eine Postleitzahl hat fünf Ziffern"),
        ("ABCDE", "Eine Postleitzahl hat fünf Ziffern"),
    ],
)
def test_a_town_without_a_position_gets_a_message_and_keeps_what_was_typed(post, postcode, message):
    answer = post(postcode=postcode)
    assert answer.status_code == 200
    assert message in answer.text
    for value in {**TYPED, "postcode": postcode}.values():
        assert f'value="{value}"' in answer.text
    assert not Place.objects.exists()


def test_a_reserved_name_gets_a_message(post):
    answer = post(official_name="Redaktion")
    assert "Diese Kurzadresse ist vergeben" in answer.text
    assert 'value="Redaktion"' in answer.text


def test_only_the_office_makes_places(goerlitz, make_member, editing):
    for user in (make_member(Role.COORDINATION, goerlitz), make_member(Role.NETWORK_EDITOR)):
        client = editing(user)
        client.post(reverse("new_place"), TYPED)
        assert not Place.objects.filter(slug="kyritz").exists()
    assert "Neuer Ort" not in client.get(reverse("wagtailadmin_home")).text
