"""A helper's change of settings, images and documents is named to the team; the team's is not."""

import pytest
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log

from sites.content.models import PlaceSettings
from sites.places.models import HistoryEntry

pytestmark = pytest.mark.django_db


def sentences():
    return list(HistoryEntry.objects.order_by("pk").values_list("sentence", flat=True))


@pytest.fixture
def things(goerlitz):
    image = get_image_model().objects.create(
        title="Linde", collection=goerlitz.collection, file="x.png", width=1, height=1
    )
    document = get_document_model().objects.create(
        title="Plan", collection=goerlitz.collection, file="x.pdf"
    )
    return [PlaceSettings.for_site(goerlitz.site), image, document]


def test_changes_of_a_facilitator_are_named_once(things, facilitator, goerlitz, noon):
    for thing in (*things, *things):
        log(instance=thing, action="wagtail.edit", user=facilitator)
    who = "Prozessbegleitung Karin Ahlers hat"
    assert sentences() == [
        f"{who} die Einstellungen geändert.",
        f"{who} das Bild „Linde“ geändert.",
        f"{who} das Dokument „Plan“ geändert.",
    ]
    assert {entry.place for entry in HistoryEntry.objects.all()} == {goerlitz}


def test_the_teams_own_are_not(things, jana):
    log(instance=things[0], action="wagtail.edit", user=jana)
    for thing in things:
        log(instance=thing, action="wagtail.edit", user=jana)
    assert sentences() == []


def test_a_notice_on_every_page_is_named_through_the_form(goerlitz, superuser, editing):
    url = reverse("wagtailsettings:edit", args=["content", "placesettings", goerlitz.site_id])
    assert editing(superuser).post(url, {"contact_person": "Frau Noack"}).status_code == 302
    assert sentences() == [
        f"Netzwerkbüro {superuser.get_full_name()} hat die Einstellungen geändert."
    ]


def test_so_is_a_deleted_picture(things, goerlitz, superuser, editing):
    url = reverse("wagtailimages:delete", args=[things[1].pk])
    assert editing(superuser).post(url).status_code == 302
    assert sentences() == [
        f"Netzwerkbüro {superuser.get_full_name()} hat das Bild „Linde“ gelöscht."
    ]
