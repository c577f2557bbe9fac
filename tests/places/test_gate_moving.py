"""Opening a page of another own place moves there and says so; what is refused moves nobody."""

import pytest
from django.urls import reverse

from sites.places.models import Membership
from sites.places.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def in_both(goerlitz, leer, make_member, editing):
    """A client that works on Görlitz just now and has a smaller role in Leer."""
    user = make_member(Role.COORDINATION, goerlitz)
    Membership.objects.create(user=user, role=Role.CONTRIBUTOR, place=leer)
    client = editing(user)
    client.post(reverse("switch_place"), {"place": goerlitz.pk})
    return client


def where(client) -> int:
    return client.session["tenant"]


def test_a_page_of_the_other_own_place_leads_there_and_says_so(in_both, leer):
    home = leer.site.root_page
    answer = in_both.get(reverse("wagtailadmin_explore", args=[home.pk]))
    assert answer.status_code == 200
    assert "Sie arbeiten jetzt in: Leer." in answer.content.decode()
    assert where(in_both) == leer.pk


def test_a_refused_page_moves_nobody(in_both, goerlitz, leer):
    home = leer.site.root_page  # she writes drafts there and may not change the home page
    answer = in_both.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert answer.status_code == 403
    assert where(in_both) == goerlitz.pk
    assert "Sie arbeiten jetzt" not in in_both.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("path", ["/redaktion/gibtsnicht/", "/redaktion/documents/5/"])
def test_an_address_that_does_not_exist_gets_our_page(in_both, path):
    answer = in_both.get(path)
    assert answer.status_code == 404
    assert "Hier haben Sie keinen Zugang" in answer.content.decode()


def test_a_wrong_method_gets_our_page(in_both):
    answer = in_both.get(reverse("look_as"))
    assert answer.status_code == 405
    assert "Hier haben Sie keinen Zugang" in answer.content.decode()
