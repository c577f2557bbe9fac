"""Slugs, originals, listings: what the tables promise."""

import pytest
from django.db import IntegrityError, transaction
from wagtail.models import Locale

from kalender.models import (
    DayCount,
    EventListing,
    EventPage,
    EventRecord,
    Occurrence,
)

pytestmark = pytest.mark.django_db


def derived():
    return [model.objects.count() for model in (Occurrence, EventRecord, DayCount, EventListing)]


def test_slugs_are_german_and_unique_in_a_calendar(goerlitz, leer, make_event):
    title = "Frühjahrsputz am großen Fluß"
    slugs = [make_event(place, title).slug for place in (goerlitz, goerlitz, leer)]
    first = "fruehjahrsputz-am-grossen-fluss"
    assert slugs == [first, f"{first}-2", first]


@pytest.mark.parametrize("title", ["Ort", "Kreis", "Umkreis", "Thema", "Netzwerk", "Archiv"])
def test_words_with_a_meaning_in_addresses_are_no_slugs(goerlitz, make_event, title):
    assert make_event(goerlitz, title).slug == f"{title.lower()}-termin"


def test_a_title_without_letters_still_gets_an_address(goerlitz, make_event):
    assert make_event(goerlitz, "!!!").slug == "termin-termin"


def test_a_title_edited_later_keeps_the_address(goerlitz, make_event, publish):
    event = make_event(goerlitz, "Bürgertisch")
    assert publish(event, title="Großer Bürgertisch").slug == event.slug


def test_a_translation_adds_no_occurrence_and_reads_the_facts(goerlitz, make_event, public):
    event = make_event(goerlitz)
    locale = Locale.objects.create(language_code="uk")
    home = goerlitz.site.root_page.specific
    before = derived()
    translated_home = home.copy_for_translation(locale)
    translated_home.save_revision().publish()
    calendar = home.get_children().get(slug="kalender").specific.copy_for_translation(locale)
    calendar.save_revision().publish()
    translation = event.copy_for_translation(locale)
    translation.title = "Громадський стіл"
    translation.save_revision().publish()
    assert derived() == before
    translation = EventPage.objects.get(pk=translation.pk)
    assert translation.original == event
    assert not translation.is_original
    event.unpublish()
    assert Occurrence.objects.count() == 0


def test_an_alias_adds_no_occurrence(goerlitz, leer, make_event):
    event = make_event(goerlitz)
    before = derived()
    calendar = leer.site.root_page.get_children().get(slug="kalender")
    alias = event.create_alias(parent=calendar)
    assert derived() == before
    assert alias.specific.original.pk == event.pk
    event.save_revision().publish()
    assert derived() == before


def test_a_copied_page_gets_uids_of_its_own(goerlitz, make_event):
    event = make_event(goerlitz)
    copied = event.copy(update_attrs={"slug": "kopie"}, keep_live=False)
    copied.save_revision().publish()
    uids = set(EventRecord.objects.values_list("uid", flat=True))
    assert len(uids) == 2
    assert copied.specific.is_original


def test_one_listing_per_place_and_one_owner(goerlitz, leer, make_event):
    event = make_event(goerlitz)
    for values in (
        {"place": goerlitz, "role": "cohost"},
        {"place": leer, "role": "owner"},
        {"place": None, "role": "owner"},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            EventListing.objects.create(event=event, **values)


def test_one_record_per_key_and_uids_are_unique(goerlitz, make_event, now):
    record = make_event(goerlitz).records.get()
    stamps = {"created_at": now, "last_modified": now}
    with pytest.raises(IntegrityError), transaction.atomic():
        EventRecord.objects.create(event=record.event, key="", uid="another", **stamps)
    with pytest.raises(IntegrityError), transaction.atomic():
        EventRecord.objects.create(event=record.event, key="2026-12-01", uid=record.uid, **stamps)
