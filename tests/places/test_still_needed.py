"""Deleting what others need: a sentence instead of an error page, and nothing half done."""

from dataclasses import replace

import pytest
from django.db.models import ProtectedError
from django.urls import reverse

from ortsseiten.place_acts import ACTS
from sites.places import history
from sites.places.models import HistoryEntry, Place

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(goerlitz, superuser, editing, monkeypatch):
    """post(fails) → the answer to a form that writes and then may find something still needed."""

    def send(fails: bool):
        def perform(*, place, **rest):
            history.record("test.written", "Geschrieben", place=place)
            if fails:
                raise ProtectedError("needed", {place})

        monkeypatch.setitem(ACTS, "pausieren", replace(ACTS["pausieren"], perform=perform))
        return editing(superuser).post(reverse("place_act", args=[goerlitz.pk, "pausieren"]))

    return send


def written() -> bool:
    return HistoryEntry.objects.filter(what="test.written").exists()


def test_what_was_written_before_is_undone(post, client):
    answer = post(fails=True)
    assert answer.url == reverse("wagtailadmin_home")
    assert "es wird noch gebraucht: Görlitz" in client.get(answer.url).text
    assert not written()
    assert Place.objects.filter(slug="goerlitz").exists()


def test_a_form_that_ends_well_is_kept(post):
    assert post(fails=False).status_code == 302
    assert written()
