"""Translations belong to the page they translate, and are asked for page by page."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    OverridableSegment,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from ortsseiten.models import LocalPage
from sites.places.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def ukrainian(db):
    return Locale.objects.create(language_code="uk")


def make_page(place, title="Seite"):
    page = LocalPage(title=title, intro="Ein Satz")
    place.site.root_page.add_child(instance=page)
    return page


@pytest.fixture
def translated(ukrainian, superuser):
    """translated(place) → the Translation of a page of this place."""

    def make(place):
        page = make_page(place, f"Seite {place.short_name}")
        translate_object(page, [ukrainian], user=superuser)
        return Translation.objects.get(source__object_id=page.translation_key)

    return make


def addresses(translation) -> dict[str, str]:
    segment = StringSegment.objects.filter(source=translation.source).first()
    names = {
        "download_pofile": [translation.pk],
        "preview_translation": [translation.pk],
        "edit_string_translation": [translation.pk, segment.pk],
    }
    return {name: reverse(f"wagtail_localize:{name}", args=args) for name, args in names.items()}


def test_only_the_own_pages_translation_is_reached(
    goerlitz, leer, translated, make_member, editing
):
    client = editing(make_member(Role.EDITOR, goerlitz))
    own, foreign = addresses(translated(goerlitz)), addresses(translated(leer))
    for name in ("download_pofile", "preview_translation"):
        assert client.get(own[name]).status_code != 403, name
        refused = client.get(foreign[name])
        assert refused.status_code == 403, name
        assert "Seite Leer" not in refused.content.decode()
    for found, expected in ((foreign, 403), (own, 201)):
        answer = client.put(
            found["edit_string_translation"],
            "value=Слово",
            content_type="application/x-www-form-urlencoded",
        )
        assert answer.status_code == expected
        assert StringTranslation.objects.exists() is (expected == 201)


def test_a_segment_belongs_to_its_translation(goerlitz, leer, translated, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    own, foreign = translated(goerlitz), translated(leer)
    segment = StringSegment.objects.filter(source=foreign.source).first()
    url = reverse("wagtail_localize:edit_string_translation", args=[own.pk, segment.pk])
    assert client.delete(url).status_code == 403
    assert not OverridableSegment.objects.filter(source=own.source, pk=0).exists()


def test_one_page_is_submitted_and_no_subtree(goerlitz, ukrainian, superuser, editing):
    client = editing(superuser)
    parent = make_page(goerlitz, "Oben")
    parent.add_child(instance=LocalPage(title="Unten"))
    url = reverse("wagtail_localize:submit_page_translation", args=[parent.pk])
    data = {"locales": [ukrainian.pk]}
    assert client.post(url, {**data, "include_subtree": "on"}).status_code == 403
    assert not TranslationSource.objects.exists()
    client.post(url, {**data, "include_subtree": ""})
    assert TranslationSource.objects.filter(object_id=parent.translation_key).exists()
    assert not Page.objects.filter(locale=ukrainian, title="Unten").exists()


def test_a_foreign_draft_is_not_translated(goerlitz, leer, ukrainian, make_member, editing):
    """The permission is a global one, so the gate is what stands in front of it."""
    client = editing(make_member(Role.EDITOR, goerlitz))
    page = make_page(leer, "Nur in Leer")
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    answer = client.post(url, {"locales": [ukrainian.pk]})
    assert answer.status_code == 403
    assert "Nur in Leer" not in answer.content.decode()
    assert not Page.objects.filter(locale=ukrainian).exists()


def test_there_is_one_container_of_a_place(goerlitz, ukrainian, superuser, editing):
    client = editing(superuser)
    url = reverse("wagtail_localize:submit_page_translation", args=[goerlitz.container_id])
    assert client.post(url, {"locales": [ukrainian.pk]}).status_code == 403
    with pytest.raises(PermissionDenied):
        goerlitz.container.copy_for_translation(ukrainian)
    assert Page.objects.filter(depth=2).count() == 2  # the network's and this one


def test_no_language_is_kept_in_step(goerlitz, ukrainian):
    german = Locale.objects.get(language_code="de")
    with pytest.raises(PermissionDenied):
        LocaleSynchronization.objects.create(locale=ukrainian, sync_from=german)
    assert not Page.objects.filter(locale=ukrainian).exists()
