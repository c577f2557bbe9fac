"""Publishing, moving and taking away an event: records, occurrences, counts, in few queries."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kalender import scheduling
from kalender.models import CalendarWindow, DayCount, EventListing, EventRecord, Occurrence
from ortsseiten.provisioning import change_status
from sites.content.bin import put_into_bin, take_out_of_bin
from sites.content.models import Topic, TopicName
from sites.places.models import Place
from sites.runtime import clock

pytestmark = pytest.mark.django_db
SERIES = {"repeats": "rule", "rrule": "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270706"}
FIRST_TUESDAY = date(2026, 12, 1)


def test_a_single_event_has_one_record_and_one_occurrence(goerlitz, make_event, now):
    event = make_event(goerlitz)
    record = event.records.get()
    assert record.uid.endswith("@termine.example.org")
    assert (record.key, record.sequence, record.last_modified) == ("", 0, now)
    assert record.uid.encode() in bytes(record.vevents)
    row = Occurrence.objects.get()
    assert row.start == datetime(2026, 11, 17, 18, tzinfo=UTC)
    assert row.end == datetime(2026, 11, 17, 20, tzinfo=UTC)
    assert (row.place, row.state_key, row.district_key) == (goerlitz, "14", "14626")
    assert row.url == "http://goerlitz.localhost/kalender/buergertisch/2026-11-17/"
    assert row.shared
    assert event.listings.get().place == goerlitz


def test_a_series_keeps_its_local_time_across_the_clock_change(goerlitz, make_event):
    event = make_event(goerlitz, day=FIRST_TUESDAY, **SERIES)
    rows = list(event.occurrences.order_by("start"))
    assert [row.original_date.month for row in rows] == [12, 1, 2, 3, 4, 5, 6, 7]
    assert {row.local_start.time() for row in rows} == {time(19)}
    assert {row.start.hour for row in rows} == {17, 18}


def test_irregular_days_have_a_record_each(goerlitz, make_event):
    days = [date(2027, 1, 14), date(2027, 2, 11)]
    event = make_event(goerlitz, repeats="dates", dates=days)
    keys = list(event.records.order_by("key").values_list("key", flat=True))
    assert keys == ["2026-11-17", "2027-01-14", "2027-02-11"]
    assert event.records.values("uid").distinct().count() == 3


def test_an_irregular_day_that_comes_back_gets_its_uid_back(goerlitz, make_event, publish):
    day = date(2027, 1, 14)
    event = make_event(goerlitz, repeats="dates", dates=[day])
    uid = event.records.get(key=day.isoformat()).uid
    event.dates.set([])
    event.save_revision().publish()
    assert event.occurrences.count() == 1
    event.dates.set([event.dates.model(date=day)])
    event.save_revision().publish()
    record = event.records.get(key=day.isoformat())
    assert (record.uid, record.sequence, record.is_retired) == (uid, 1, False)


def test_an_end_at_midnight_belongs_to_the_day_before(goerlitz, make_event):
    make_event(goerlitz, "Tanz", end_time=time(0))
    make_event(goerlitz, "Nacht", end_time=time(2))
    make_event(goerlitz, "Fest", all_day=True, end_date=date(2026, 11, 19))
    assert [row.last_day.day for row in Occurrence.objects.order_by("event_id")] == [17, 18, 19]


def test_editing_a_title_keeps_the_uid_and_raises_the_sequence(goerlitz, make_event, publish, now):
    event = make_event(goerlitz)
    before = event.records.get()
    with clock.stand_at(now + timedelta(hours=1)):
        publish(event, title="Großer Bürgertisch")
    after = event.records.get()
    assert (after.uid, after.created_at) == (before.uid, before.created_at)
    assert (after.sequence, after.last_modified) == (1, now + timedelta(hours=1))
    assert "Großer Bürgertisch".encode() in bytes(after.vevents)


def test_publishing_again_without_a_change_changes_no_stamp(goerlitz, make_event, publish):
    event = make_event(goerlitz)
    before = bytes(event.records.get().vevents)
    rows = set(event.occurrences.values_list("pk", flat=True))
    publish(event, price="")
    assert bytes(event.records.get().vevents) == before
    assert set(event.occurrences.values_list("pk", flat=True)) == rows


def test_stamps_never_go_back(goerlitz, make_event, publish, now):
    event = make_event(goerlitz)
    with clock.stand_at(now - timedelta(days=30)):
        publish(event, title="Früher")
    assert event.records.get().last_modified == now + timedelta(seconds=1)


def test_unpublishing_keeps_the_uid_for_the_return(goerlitz, make_event, publish):
    event = make_event(goerlitz)
    uid = event.records.get().uid
    event.unpublish()
    assert not event.occurrences.exists()
    assert not DayCount.objects.exists()
    publish(event)
    record = event.records.get()
    assert (record.uid, record.sequence) == (uid, 1)
    assert event.occurrences.count() == 1


def test_into_the_bin_and_back(goerlitz, make_event, publish):
    event = make_event(goerlitz)
    record = event.records.get()
    put_into_bin(page=event)
    assert not event.occurrences.exists()
    take_out_of_bin(page=event)
    assert not event.occurrences.exists()
    back = publish(event)
    assert back.slug == event.slug
    assert event.records.get().uid == record.uid
    assert event.records.get().sequence > record.sequence


def test_deleting_for_good_leaves_nothing_behind(goerlitz, make_event):
    make_event(goerlitz).delete()
    for model in (Occurrence, DayCount, EventRecord, EventListing):
        assert not model.objects.exists()


def test_moving_a_page_moves_the_event_to_the_other_calendar(goerlitz, leer, make_event):
    event = make_event(goerlitz)
    event.move(leer.site.root_page.get_children().get(slug="kalender"), pos="last-child")
    assert event.listings.get().place == leer
    row = Occurrence.objects.get()
    assert (row.place, row.district_key) == (leer, leer.district_key)
    assert list(DayCount.objects.values_list("district_key", "count")) == [(leer.district_key, 1)]
    assert b"leer.localhost" in bytes(event.records.get().vevents)


def test_renaming_a_place_renames_its_events_and_keeps_their_uids(goerlitz, make_event):
    event = make_event(goerlitz)
    before = event.records.get()
    goerlitz.short_name = "Zgorzelec"
    goerlitz.save()
    after = event.records.get()
    assert after.uid == before.uid
    assert after.sequence == 1
    assert "Bürgertisch · Zgorzelec".encode() in bytes(after.vevents)


def test_a_new_host_changes_the_links_only(goerlitz, make_event):
    event = make_event(goerlitz)
    uid = event.records.get().uid
    site = goerlitz.site
    site.hostname = "buergernetz-goerlitz.example"
    site.save()
    record = event.records.get()
    assert record.uid == uid
    assert b"http://buergernetz-goerlitz.example/kalender/buergertisch/" in bytes(record.vevents)


def test_renaming_a_topic_renames_the_category(goerlitz, make_event):
    topic = Topic.objects.create(slug="klima")
    name = TopicName.objects.create(topic=topic, name="Klima")
    event = make_event(goerlitz, topics=[topic])
    name.name = "Klima und Umwelt"
    name.save()
    assert b"CATEGORIES:Klima und Umwelt" in bytes(event.records.get().vevents)


@pytest.mark.parametrize(
    ("status", "shared"),
    [("preparing", False), ("active", True), ("paused", True), ("closed", False)],
)
def test_the_status_of_a_place_decides_what_is_shared(goerlitz, make_event, status, shared):
    make_event(goerlitz)
    goerlitz.status = Place.Status(status)
    goerlitz.save()
    assert Occurrence.objects.get().shared is shared
    assert DayCount.objects.exists() is shared


def test_a_closed_place_shares_what_was_and_nothing_that_comes(goerlitz, make_event, feed):
    make_event(goerlitz, "Winterfest", date(2026, 10, 20))
    make_event(goerlitz, "Sommerfest", date(2026, 11, 17))
    change_status(place=goerlitz, status=Place.Status.CLOSED)
    shared = dict(Occurrence.objects.values_list("event__title", "shared"))
    assert shared == {"Winterfest": True, "Sommerfest": False}
    assert "Winterfest" in feed("kreis").text
    assert "Sommerfest" not in feed("kreis").text
    assert "Sommerfest" in feed("ort").text
    change_status(place=goerlitz, status=Place.Status.ACTIVE)
    assert "Sommerfest" in feed("kreis").text


def test_day_counts_are_counted_by_district_and_topic(goerlitz, leer, make_event):
    topic = Topic.objects.create(slug="klima")
    make_event(goerlitz, topics=[topic])
    make_event(goerlitz, "Repair-Café")
    make_event(leer, topics=[topic])
    make_event(leer, "Nur bei uns", reach="place")
    make_event(None, "Fortbildung", reach="network")
    cells = DayCount.objects.values_list("state_key", "district_key", "topic", "count")
    assert set(cells) == {
        ("14", "14626", None, 2),
        ("14", "14626", topic.pk, 1),
        ("03", "03457", None, 1),
        ("03", "03457", topic.pk, 1),
        ("", "", None, 1),
    }


def _queries(do) -> int:
    with CaptureQueriesContext(
        connection,
    ) as captured:
        do()
    return len(captured)


def test_scheduling_costs_the_same_at_two_and_at_fifty_places(make_place, make_event):
    def publish_in(place):
        event = make_event(place, day=FIRST_TUESDAY, publish=False, **SERIES)
        event.live = True
        event.save()
        first = _queries(lambda: scheduling.schedule(event))
        again = _queries(lambda: scheduling.schedule(event))
        return first, again

    places = [make_place(f"Ort {number}", "02826") for number in range(2)]
    small = [publish_in(place) for place in places][-1]
    places += [make_place(f"Ort {number}", "02826") for number in range(2, 50)]
    large = [publish_in(place) for place in places][-1]
    assert small == large
    assert large[0] <= 30
    assert large[1] <= 16


def test_many_events_cost_as_much_as_one(goerlitz, make_event):
    events = [
        make_event(goerlitz, f"Termin {number}", day=FIRST_TUESDAY, publish=False, **SERIES)
        for number in range(12)
    ]
    for event in events:
        event.live = True
        event.save()
    one = _queries(lambda: scheduling.schedule_many([events[0].pk]))
    many = _queries(lambda: scheduling.schedule_many([event.pk for event in events[1:]]))
    assert many <= one + 2
    assert Occurrence.objects.count() == 12 * 8


class TestWindow:
    def test_the_night_extends_series_and_drops_old_dates(self, goerlitz, make_event, now):
        weekly = {"repeats": "rule", "rrule": "FREQ=WEEKLY;BYDAY=TU;UNTIL=20281031"}
        event = make_event(goerlitz, day=date(2026, 11, 3), **weekly)
        last = event.occurrences.latest("start").first_day
        assert last <= CalendarWindow.get().last_day < last + timedelta(days=7)
        bytes_before = bytes(event.records.get().vevents)
        later = now + timedelta(days=400)
        with clock.stand_at(later):
            report = scheduling.move_window()
            assert "1 Reihen" in report
            window = CalendarWindow.get()
            assert window.anchor == later.date()
            days = event.occurrences.order_by("start").values_list("first_day", flat=True)
            assert window.first_day <= days[0] < window.first_day + timedelta(days=7)
            assert days.last() == date(2028, 10, 31)
            counted = DayCount.objects.count()
            assert counted == event.occurrences.count()
            assert "0 vergangene Termine entfernt, 0 Reihen" in scheduling.move_window()
        assert bytes(event.records.get().vevents) == bytes_before

    def test_a_clock_set_back_brings_the_dates_back(self, goerlitz, make_event, now):
        event = make_event(goerlitz, day=FIRST_TUESDAY, **SERIES)
        with clock.stand_at(now + timedelta(days=700)):
            scheduling.move_window()
            assert event.occurrences.count() < 8
        scheduling.move_window()
        assert event.occurrences.count() == 8

    def test_a_new_address_of_the_network_reaches_every_link(self, goerlitz, make_event, settings):
        event = make_event(goerlitz)
        assert scheduling.follow_address() == 0
        settings.PUBLIC_PORT = 9000
        assert scheduling.follow_address() == 1
        assert b"goerlitz.localhost:9000" in bytes(event.records.get().vevents)
        assert scheduling.follow_address() == 0
