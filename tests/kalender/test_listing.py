"""Lists of dates: which, in which order, in how many queries."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from kalender import acts, listing
from kalender.models import EventListing
from sites.places.models import Place
from sites.runtime import clock

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
WEEKLY = {"repeats": "rule", "rrule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"}


def titles(rows):
    return [row.title for row in rows]


def test_a_places_calendar_from_now_on(goerlitz, leer, make_event):
    make_event(goerlitz, "Gestern", day=TODAY - timedelta(days=1))
    make_event(goerlitz, "Läuft", day=date(2026, 10, 30), all_day=True, end_date=date(2026, 11, 8))
    make_event(goerlitz, "Heute früh", day=TODAY, start_time=time(8), end_time=time(9))
    make_event(goerlitz, "Heute", day=TODAY)
    acts.cancel_event(event=make_event(goerlitz, "Abgesagt", day=date(2026, 11, 5)), reason="Krank")
    make_event(goerlitz, "Nur bei uns", day=date(2026, 11, 6), reach="place")
    make_event(leer, "Woanders")
    expected = ["Läuft", "Heute", "Abgesagt", "Nur bei uns"]
    assert titles(listing.upcoming_for_place(goerlitz)) == expected
    assert titles(listing.upcoming_for_place(goerlitz, limit=3)) == expected[:3]
    days = listing.on_days(listing.upcoming_for_place(goerlitz))
    assert [(day.day, titles(rows)) for day, rows in days] == [
        (3, ["Läuft", "Heute"]),
        (5, ["Abgesagt"]),
        (6, ["Nur bei uns"]),
    ]


def test_co_hosted_events_stand_in_both_calendars(goerlitz, leer, make_event):
    event = make_event(goerlitz)
    EventListing.objects.create(event=event, place=leer, role="cohost", state="declined")
    assert titles(listing.upcoming_for_place(leer)) == []
    EventListing.objects.update(state="accepted")
    [row] = listing.upcoming_for_place(leer)
    assert row.place_name == "Görlitz"


def test_the_networks_calendar(goerlitz, make_place, make_event):
    hidden = make_place("Zittau", "02763", status=Place.Status.PREPARING)
    make_event(hidden, "In Vorbereitung")
    make_event(goerlitz, "Umgebung")
    make_event(goerlitz, "Nur bei uns", reach="place")
    make_event(None, "Eigener", reach="place", day=date(2026, 11, 20))
    assert titles(listing.upcoming_for_network()) == ["Umgebung", "Eigener"]
    assert titles(listing.upcoming_for_network(limit=1)) == ["Umgebung"]


def test_regions(goerlitz, leer, make_event):
    make_event(goerlitz)
    make_event(leer, "Teetied")
    assert titles(listing.upcoming_for_region(state_key="03")) == ["Teetied"]
    assert titles(listing.upcoming_for_region(district_key="14626", limit=5)) == ["Bürgertisch"]


def test_next_dates_of_many_places_in_one_query(
    goerlitz, leer, berlin, make_event, django_assert_num_queries
):
    acts.cancel_event(event=make_event(goerlitz, day=date(2026, 11, 4)), reason="Krank")
    make_event(goerlitz, "Später", day=date(2026, 11, 9))
    make_event(leer, "Markt", day=date(2026, 10, 30), all_day=True, end_date=date(2026, 11, 8))
    goerlitz.distance_km = 3.5
    with django_assert_num_queries(1):
        found = listing.attach_next_dates([goerlitz, leer, berlin])
    assert [place.next_date for place in found] == [date(2026, 11, 9), TODAY, None]
    assert [place.distance_km for place in found] == [3.5, None, None]


def test_counting_shared_dates(goerlitz, make_event):
    make_event(goerlitz, day=TODAY, **WEEKLY)
    make_event(goerlitz, "Nur bei uns", day=TODAY, reach="place")
    acts.cancel_event(event=make_event(goerlitz, "Weg", day=TODAY), reason="Krank")
    assert listing.count_between(TODAY, TODAY + timedelta(days=13)) == 2


def test_nearby_names_each_event_once(goerlitz, leer, make_place, make_event):
    loebau = make_place("Löbau", "02708")
    make_event(loebau, "Repair-Café", day=TODAY, **WEEKLY)
    make_event(leer, "Teetied")
    make_event(goerlitz)
    near = listing.upcoming_nearby(
        goerlitz.latitude, goerlitz.longitude, km=30, limit=3, but_place=goerlitz.pk
    )
    assert titles(near) == ["Repair-Café"]
    assert 15 < near[0].distance_km < 30


def test_pages_of_rows_neither_lose_nor_repeat_any(goerlitz, make_event):
    make_event(goerlitz, "Läuft", day=date(2026, 10, 30), all_day=True, end_date=date(2026, 11, 8))
    make_event(goerlitz, day=TODAY, **WEEKLY)
    rows = listing.dates_of_place(goerlitz)
    paged = [
        row.pk
        for offset in range(0, 40, 7)
        for row in listing.running_and_coming(rows, clock.now(), offset, 7)
    ]
    assert paged == [row.pk for row in listing.upcoming_for_place(goerlitz)]
    assert len(paged) == len(set(paged)) == 36


@pytest.mark.parametrize("limit", [None, 5])
def test_lists_cost_the_same_for_two_and_twenty_rows(
    make_place, make_event, django_assert_max_num_queries, limit
):
    for number in range(20):
        make_event(make_place(f"Ort {number}", "02826"), f"Termin {number}")
    with django_assert_max_num_queries(2):
        for row in listing.upcoming_for_network(limit=limit):
            assert all((row.title, row.url, row.place_name, row.image is None))


def test_a_night_stays_in_the_list_until_it_ends(goerlitz, make_event):
    make_event(goerlitz, "Lange Nacht", day=TODAY, start_time=time(20), end_time=time(3))
    with clock.stand_at(datetime(2026, 11, 4, 1, 30, tzinfo=UTC)):
        assert titles(listing.upcoming_for_place(goerlitz, limit=4)) == ["Lange Nacht"]
    with clock.stand_at(datetime(2026, 11, 4, 2, tzinfo=UTC)):
        assert titles(listing.upcoming_for_place(goerlitz, limit=4)) == []
