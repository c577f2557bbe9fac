"""What a component says: title, state, description, and hostile words that stay words."""

from datetime import date, datetime, time

import icalendar
import pytest

from kalender.ical.composer import compose
from kalender.ical.writer import VEvent
from kalender.series import EventFacts
from tests.kalender.pure.samples import (
    event,
    file_of,
    moved,
    parsed,
    uids,
)

WEEKLY = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"  # 3, 10, 17, 24 November 2026
NBSP = "\N{NO-BREAK SPACE}"


def only(facts: EventFacts) -> VEvent:
    (component,) = compose(facts, uids(facts))[""]
    return component


@pytest.mark.parametrize(
    ("title", "place", "expected"),
    [
        ("Bürgertisch", "Görlitz", "Bürgertisch · Görlitz"),
        ("Bürgertisch Görlitz", "Görlitz", "Bürgertisch Görlitz"),
        ("Görlitzer Küchentisch", "Görlitz", "Görlitzer Küchentisch"),
        ("Moabiter Montag", "Moabit", "Moabiter Montag"),
        ("Teetied in LEER", "Leer", "Teetied in LEER"),
        ("Leerstandsspaziergang", "Leer", "Leerstandsspaziergang · Leer"),
        ("Traumschau", "Au", "Traumschau · Au"),
        ("Ideenabend", "Halle (Saale)", "Ideenabend · Halle (Saale)"),
        ("Ideenabend in Halle (Saale)", "Halle (Saale)", "Ideenabend in Halle (Saale)"),
        ("Moderieren", "", "Moderieren"),
    ],
)
def test_summary_says_where(title: str, place: str, expected: str) -> None:
    """In a subscriber's month view only the title is seen."""
    assert only(event(title=title, place_short_name=place)).summary == expected


def test_cancelled_events_stay_visible_and_say_so() -> None:
    """Apple strikes STATUS:CANCELLED through; others show only the title."""
    facts = only(event(status="cancelled", reason="Wasserschaden"))
    assert (facts.status, facts.summary) == ("CANCELLED", "ABGESAGT: Bürgertisch · Görlitz")
    assert facts.description.startswith("Abgesagt: Wasserschaden\n\nReden")
    assert only(event(status="cancelled")).description.startswith("Abgesagt.\n\nReden")


def test_postponed_without_a_new_date_is_cancelled_too() -> None:
    facts = only(event(status="postponed", reason="Wir suchen einen Saal"))
    assert (facts.status, facts.summary) == ("CANCELLED", "VERSCHOBEN: Bürgertisch · Görlitz")
    assert facts.description.startswith(
        "Verschoben, ein neuer Termin folgt: Wir suchen einen Saal\n\n"
    )


def test_moved_and_sold_out_events_go_on() -> None:
    facts = only(event(status="moved", previous_start=datetime(2026, 10, 6, 19, 30)))
    assert (facts.status, facts.summary) == ("CONFIRMED", "Bürgertisch · Görlitz")
    assert facts.description.startswith(
        f"Verschoben, bisher Di., 6. Oktober 2026, 19:30{NBSP}Uhr.\n\n"
    )
    assert only(event(status="moved")).description.startswith("Verschoben.\n\n")
    facts = only(event(status="sold_out", reason="Warteliste an der Tür"))
    assert (facts.status, facts.summary) == ("CONFIRMED", "Bürgertisch · Görlitz")
    assert facts.description.startswith("Ausgebucht: Warteliste an der Tür\n\n")


def test_open_end_is_said_in_words() -> None:
    """DTEND always; discourse and pretix leave it out and clients disagree about the length."""
    facts = only(event(open_end=True))
    assert facts.end == datetime(2026, 11, 3, 19)
    assert "\n\nEnde offen\nAnmeldung" in facts.description
    unknown = only(event(end_time=None))
    assert unknown.end == datetime(2026, 11, 3, 19)
    assert "Ende offen" not in unknown.description


def test_online_only_events_are_located_at_their_address() -> None:
    """CONFERENCE is mostly ignored, so the address is in the text as well."""
    room = "https://raum.example/a"
    facts = only(event(venue_location="", online_url=room))
    assert (facts.location, facts.conference) == (room, room)
    assert f"\n\nOnline: {room}\nAnmeldung" in facts.description
    hybrid = only(event(online_url=room))
    assert hybrid.location.startswith("Bürgerhaus Süd")


def test_description_is_cut_at_1000_characters_but_never_the_link() -> None:
    link = event().url
    facts = only(event(info_lines=("Wort " * 400,)))
    text, _, last = facts.description.rpartition("\n\n")
    assert last == link
    assert len(text) <= 1000
    assert text.endswith("Wort…"), "between words"
    unbroken = only(event(teaser="", info_lines=("ä" * 1001,))).description
    assert unbroken == "ä" * 999 + "…\n\n" + link
    exact = only(event(teaser="", info_lines=("ä" * 1000,))).description
    assert exact == "ä" * 1000 + "\n\n" + link


def test_a_new_time_on_the_same_day() -> None:
    day = date(2026, 11, 3)
    facts = only(event(exceptions=(moved(day, new_start_time=time(19, 30)),)))
    assert facts.description.startswith(f"Neue Uhrzeit: 19:30{NBSP}Uhr bis 21:30{NBSP}Uhr.\n\n")
    facts = only(event(open_end=True, exceptions=(moved(day, new_start_time=time(19)),)))
    assert facts.description.startswith(f"Neue Uhrzeit: 19{NBSP}Uhr.\n\n")
    assert "Ende offen" in facts.description
    facts = only(event(open_end=True, exceptions=(moved(day, new_end_time=time(23)),)))
    assert "Ende offen" not in facts.description


@pytest.mark.parametrize(
    "hostile",
    [
        "Fest\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:x",
        "a;b,c\\n\\d:e\"f'g^h",
        "\u2028Fest\u2029\x85\x00\x07",
        "\U0001f389" * 60,
        "Fest\r\n STATUS:CANCELLED",
        "\u202eabc",
        "<script>alert(1)</script>&amp;",
    ],
)
def test_hostile_words_stay_words(hostile: str) -> None:
    facts = event(
        title=hostile,
        teaser=hostile,
        info_lines=(hostile,),
        venue_location=hostile,
        contact=hostile,
        categories=(hostile, hostile),
        reason=hostile,
        status="sold_out",
        place_short_name=hostile[:3],
    )
    (component,) = parsed(facts)
    assert component["STATUS"] == "CONFIRMED"
    assert component["UID"] == "uid-base@termine.example"
    assert "\n" not in component["SUMMARY"] + component["LOCATION"] + component["CONTACT"]
    assert len(component["CATEGORIES"].cats) == 2
    for name in ("SUMMARY", "DESCRIPTION", "LOCATION"):
        assert not set(component[name]) & set("\x00\x07\x85\u2028\u2029\r")
    assert all(len(line) <= 75 for line in file_of(facts).split(b"\r\n"))
    assert b"\n" not in file_of(facts).replace(b"\r\n", b"")


def test_a_foreign_reader_sees_every_property() -> None:
    facts = event(latitude=51.15, longitude=14.98, categories=("Klima", "Bau, Verkehr"))
    (component,) = parsed(facts)
    assert component["SUMMARY"] == "Bürgertisch · Görlitz"
    assert component["LOCATION"] == facts.venue_location
    assert component["GEO"].to_ical() == "51.15;14.98"
    assert [str(item) for item in component["CATEGORIES"].cats] == ["Klima", "Bau, Verkehr"]
    assert component["SEQUENCE"] == 3
    assert component["DTSTAMP"].dt == component["LAST-MODIFIED"].dt
    assert icalendar.Calendar.from_ical(file_of(facts))["METHOD"] == "PUBLISH"
