"""Every feed of the demo network, in two engines, against the table of dates."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from kalender import feed_keys
from sites.places import postcodes, regions
from tests.engines import icaljs, libical, pyical

BERLIN = ZoneInfo("Europe/Berlin")
SHARED = ("nearby", "network")


@pytest.fixture(scope="session")
def feeds(facts) -> dict[str, list[dict]]:
    """Path → the dates that the feed must contain, chosen by the rules of the product."""
    places = {place["pk"]: place for place in facts["places"]}
    public = {pk for pk, place in places.items() if place["status"] != "preparing"}
    rows = [row for row in facts["occurrences"] if not row["dropped"]]
    shared = [
        row
        for row in rows
        if row["reach"] in SHARED and (row["place"] is None or row["place"] in public)
    ]
    found = {"netzwerk": [row for row in shared if row["reach"] == "network"]}
    for place in places.values():
        if place["pk"] in public:
            found[f"ort/{place['slug']}"] = [row for row in rows if place["pk"] in row["listed"]]
    for key, district in regions.districts().items():
        if any(place["district"] == key for place in places.values()):
            found[f"kreis/{district.slug}"] = [
                row for row in shared if row["place"] and places[row["place"]]["district"] == key
            ]
    for key, state in regions.STATES.items():
        found[f"land/{state.slug}"] = [
            row for row in shared if row["place"] and places[row["place"]]["state"] == key
        ]
    for slug in {slug for row in rows for slug in row["topics"]}:
        found[f"thema/{slug}"] = [row for row in shared if slug in row["topics"]]
    for code in ("02826", "10551", "99947"):
        here = postcodes.find(code)
        for km in feed_keys.RADII:
            found[f"umkreis/{code}-{km}"] = [
                row
                for row in shared
                if row["place"] and _distance(here, places[row["place"]]) <= km
            ]
    return found


def _distance(here, place) -> float:
    return postcodes.distance_km(
        here.latitude, here.longitude, place["latitude"], place["longitude"]
    )


@pytest.fixture(scope="session")
def files(demo, feeds) -> dict[str, bytes]:
    found = {}
    for name in feeds:
        answer = demo.get("localhost", f"/kalender/{name}.ics")
        assert answer.status == 200, name
        assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
        found[name] = answer.body
    return found


@pytest.fixture(scope="session")
def window(facts) -> tuple[datetime, datetime]:
    first, last = (datetime.fromisoformat(day).date() for day in facts["window"])
    begin = datetime.combine(first, time(), BERLIN).astimezone(UTC)
    return begin, datetime.combine(last + timedelta(days=1), time(), BERLIN).astimezone(UTC)


def _instants(rows, window) -> list[tuple]:
    begin, end = window
    found = []
    for row in rows:
        start, stop = datetime.fromisoformat(row["start"]), datetime.fromisoformat(row["end"])
        if start < end and stop > begin:
            found.append(
                (row["uid"], start.astimezone(UTC), stop.astimezone(UTC), row["cancelled"])
            )
    return sorted(found)


def _expanded(instances, window) -> list[tuple]:
    begin, end = window
    return sorted(
        (one.uid, one.start_utc, one.end_utc, one.status == "CANCELLED")
        for one in instances
        if one.start_utc < end and one.end_utc > begin
    )


@pytest.mark.parametrize(
    "engine", [pyical, icaljs, libical], ids=["icalendar", "ical.js", "libical"]
)
def test_every_feed_holds_exactly_the_dates_of_the_table(engine, files, feeds, window):
    expanded = engine.expand_many(files, *window)
    for name, rows in feeds.items():
        assert _expanded(expanded[name], window) == _instants(rows, window), name
    assert sum(len(_instants(rows, window)) for rows in feeds.values()) > 5000


def test_libical_parses_every_feed_without_complaint(files):
    for name, body in files.items():
        assert libical.count_events(body) == body.count(b"BEGIN:VEVENT"), name


def test_the_chosen_feeds_have_dates_on_both_sides_of_each_clock_change(feeds, facts, window):
    showcases = ["goerlitz", "moabit", "leer", "bad-langensalza", "luebbenau", "rottenacker"]
    places = {place["slug"]: place for place in facts["places"]}
    names = ["netzwerk", "thema/begegnung", "thema/demokratie"]
    for slug in showcases:
        place = places[slug]
        names.append(f"ort/{slug}")
        names.append(f"kreis/{regions.districts()[place['district']].slug}")
        names.append(f"land/{regions.STATES[place['state']].slug}")
    changes = [
        change
        for change in (
            datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC),
            datetime(2027, 3, 28, 1, tzinfo=UTC), datetime(2027, 10, 31, 1, tzinfo=UTC),
        )
        if window[0] < change < window[1]
    ]  # fmt: skip
    assert len(changes) >= 2
    for name in names:
        starts = [start for _uid, start, _end, _cancelled in _instants(feeds[name], window)]
        for change in changes:
            assert [start for start in starts if start < change], (name, change)
            assert [start for start in starts if start > change], (name, change)


def test_an_empty_feed_carries_its_time_zone_and_nothing_else(files, feeds):
    empty = [name for name, rows in feeds.items() if not rows]
    assert empty
    for name in empty:
        body = files[name]
        assert b"BEGIN:VTIMEZONE" in body, name
        assert b"BEGIN:VEVENT" not in body, name


def test_two_fetches_are_identical_and_validators_hold(demo, files):
    for name, body in files.items():
        path = f"/kalender/{name}.ics"
        again = demo.get("localhost", path)
        assert again.body == body, name
        etag, changed = again.headers["ETag"], again.headers["Last-Modified"]
        for condition in ({"If-None-Match": etag}, {"If-Modified-Since": changed}):
            answer = demo.get("localhost", path, headers=condition)
            assert (answer.status, answer.body) == (304, b""), (name, condition)
        head = demo.get("localhost", path, method="HEAD")
        assert (head.status, head.body) == (200, b"")
        for header in ("ETag", "Last-Modified", "Content-Type", "Content-Length", "Cache-Control"):
            assert head.headers.get(header) == again.headers.get(header), (name, header)


def test_places_in_preparation_have_no_feed(demo, facts):
    hidden = [place for place in facts["places"] if place["status"] == "preparing"]
    assert len(hidden) == 3
    for place in hidden:
        assert demo.get("localhost", f"/kalender/ort/{place['slug']}.ics").status == 404
        assert demo.get(place["host"], "/kalender.ics").status == 404


def test_the_place_serves_its_feed_too(demo, facts, files):
    for place in facts["places"]:
        if place["status"] != "preparing":
            answer = demo.get(place["host"], "/kalender.ics")
            assert answer.body == files[f"ort/{place['slug']}"]
    assert demo.get("localhost", "/kalender.ics").body == files["netzwerk"]
