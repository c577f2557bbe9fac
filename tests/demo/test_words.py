"""The texts keep their schema, and a mistake in them is named by file, entry and key."""

import re
from itertools import chain

import pytest

from sites.demo import entries
from sites.demo.reading import DATA, Table, WordsError
from sites.demo.wordbook import SHOWCASES
from sites.places import postcodes

DUZEN = re.compile(r"\b(du|dein|deine[mnrs]?|dir|dich|euch|euer|eure[mnrs]?)\b", re.IGNORECASE)
YEARS = re.compile(r"\b20[2-9]\d\b")
SLOTS = re.compile(r"\{(?!ort\}|in_ort\}|venue\}|gruppe\})")


def test_there_are_sixty_places_in_all_states(words):
    assert len(words.places) == 60
    assert [place.slug for place in words.places[:6]] == list(SHOWCASES)
    tiers = [place.tier for place in words.places]
    wanted = {"showcase": 6, "lively": 30, "small": 14, "silent": 4, "paused": 3, "preparing": 3}
    assert {tier: tiers.count(tier) for tier in wanted} == wanted
    states = {postcodes.find(place.postcode).district_key[:2] for place in words.places}
    assert len(states) == 16
    assert len([place for place in words.places if place.kind == "quarter"]) in range(4, 7)


def test_places_have_words_of_their_own(words):
    for field in ("tagline", "meeting", "group_name"):
        values = [getattr(place, field) for place in words.places]
        assert len(set(values)) == 60, field


def test_there_are_enough_formats(words):
    assert len(words.formats) >= 40
    assert all(len(item.texts) == 4 for item in words.formats)


def test_a_motif_is_drawn_for_every_entry(words):
    from sites.demo.pictures.catalogue import motif_pictures

    everything = chain(
        words.formats,
        words.posts,
        words.projects,
        words.network.events,
        *(place.events for place in words.places),
    )
    assert {item.motif for item in everything if not motif_pictures(item.motif)} == set()


@pytest.mark.parametrize("path", sorted(DATA.rglob("*.toml")), ids=lambda path: path.stem)
def test_texts_address_politely_and_do_not_age(path):
    text = path.read_text(encoding="utf-8")
    text = "\n".join(line for line in text.splitlines() if not line.startswith("#"))
    assert DUZEN.findall(text) == []
    assert YEARS.findall(text) == []
    assert "Platzhalter" not in text
    if path.stem in ("formats", "posts", "projects"):
        assert SLOTS.findall(text) == []


def test_only_example_addresses_and_media_numbers():
    for path in DATA.rglob("*.toml"):
        text = path.read_text(encoding="utf-8")
        assert re.findall(r"[\w.]+@[\w.-]+\.(?!example)\w+\b", text) == [], path.name
        numbers = re.findall(r"\b0\d{2,4} \d[\d -]+", text)
        assert [n for n in numbers if not n.startswith("030 23125-")] == [], path.name


EVENT = {
    "key": "probe",
    "title": "Titel",
    "teaser": "Satz",
    "body": ["Absatz"],
    "motif": "cups",
    "topics": ["begegnung"],
    "venue": "saal",
    "start": "19:00",
    "end": "21:00",
    "when": "weekly TU",
}


def read_event(**changes):
    values = {key: value for key, value in {**EVENT, **changes}.items() if value is not None}
    return entries.event(Table(values, "probe.toml event probe"), ("begegnung",), {"saal"})


def test_a_sound_event_is_read():
    event = read_event(twist="date moved: Der Saal ist belegt.")
    assert (event.twist.kind, event.twist.reason) == ("date_moved", "Der Saal ist belegt.")


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"title": None}, "title: is missing"),
        ({"teaser": "x" * 201}, "teaser: has 201 characters"),
        ({"topics": ["politik"]}, "topics: "),
        ({"venue": "keller"}, "venue: 'keller'"),
        ({"motif": "unicorn"}, "motif: 'unicorn'"),
        ({"when": "sometimes"}, "when: 'sometimes'"),
        ({"when": "once 26 TU"}, "when: weeks are 0 to 25"),
        ({"when": "monthly 5TU"}, "when: 'monthly 5TU'"),
        ({"start": "2:30"}, "start: '2:30'"),
        ({"end": "02:30"}, "end: between 02:00 and 02:59"),
        ({"start": None}, "start: is needed"),
        ({"twist": "cancelled"}, "twist: 'cancelled'"),
        ({"months": [13]}, "months: "),
        ({"colour": "red"}, "nobody knows colour"),
    ],
)
def test_a_mistake_is_named(changes, complaint):
    with pytest.raises(WordsError) as caught:
        read_event(**changes)
    assert str(caught.value).startswith("probe.toml event probe: ")
    assert complaint in str(caught.value)


def test_a_broken_file_is_named(tmp_path):
    path = tmp_path / "broken.toml"
    path.write_text("title = ", encoding="utf-8")
    with pytest.raises(WordsError, match=r"broken\.toml: "):
        Table.load(path)
