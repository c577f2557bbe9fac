"""What stands in a feed, and when its validators change (calendar.md 1.4, 1.8)."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest

from kalender import acts, scheduling
from kalender.feed_states import known
from kalender.models import EventRecord, FeedState, Occurrence
from sites.runtime import clock
from tests.engines import icaljs, libical, nodeical, pyical
from tests.kalender.feeds import ALL, titles

pytestmark = pytest.mark.django_db
ENGINES = [pyical, icaljs, nodeical, libical]
FEST = date(2027, 5, 14)


class TestValidators:
    def tags(self, feed):
        return {name: feed(name)["ETag"] for name in [*ALL, "/kalender/ort/leer.ics"]}

    def test_a_title_changes_the_tags_of_exactly_its_feeds(
        self, goerlitz, leer, make_event, publish, feed, topic
    ):
        event = make_event(goerlitz)
        make_event(leer, "Teetied", topics=[topic])
        make_event(None, "Fortbildung", reach="network")
        before = self.tags(feed)
        publish(event, title="Großer Bürgertisch")
        after = self.tags(feed)
        changed = {name for name in before if before[name] != after[name]}
        assert changed == {"ort", "kreis", "land", "umkreis"}

    @pytest.mark.parametrize(("old", "new"), [("network", "nearby"), ("nearby", "network")])
    def test_a_new_reach_reaches_the_feeds_it_leaves_and_joins(
        self, goerlitz, make_event, publish, feed, topic, old, new
    ):
        event = make_event(goerlitz, reach=old)
        before = feed("netzwerk")["ETag"]
        publish(event, reach=new)
        assert feed("netzwerk")["ETag"] != before

    def test_a_topic_taken_away_leaves_its_feed(self, goerlitz, make_event, feed, topic):
        event = make_event(goerlitz, topics=[topic])
        assert titles(feed("thema"))
        event.topics.set([])
        event.save_revision().publish()
        assert not titles(feed("thema"))

    def test_last_modified_only_grows(self, goerlitz, make_event, feed, now):
        """An event that vanishes takes the newest change with it; the feed's date must grow."""
        make_event(goerlitz, "Alt")
        with clock.stand_at(now + timedelta(days=1)):
            young = make_event(goerlitz, "Jung")
            first = feed("ort")["Last-Modified"]
        with clock.stand_at(now - timedelta(days=1)):
            young.unpublish()
            answer = feed("ort")
        assert titles(answer) == {"Alt · Görlitz"}
        assert (first, answer["Last-Modified"]) == (
            "Wed, 04 Nov 2026 10:00:00 GMT",
            "Wed, 04 Nov 2026 10:00:01 GMT",
        )

    def test_a_change_during_rendering_leaves_the_feed_stale(self, goerlitz, make_event, topic):
        from kalender import feed_scopes
        from kalender.feed_states import published

        event = make_event(goerlitz)
        scope = feed_scopes.of_place(goerlitz)
        state = known(scope, google=False)
        acts.cancel_event(event=event, reason="Wasserschaden")  # after the row was read
        published(scope, state)
        assert not known(scope, google=False).is_fresh

    def test_the_window_stays_until_the_night(self, goerlitz, make_event, feed, now):
        make_event(goerlitz, day=date(2026, 9, 5))
        before = feed("ort")
        with clock.stand_at(now + timedelta(days=5)):
            assert feed("ort").content == before.content
            scheduling.move_window()
            assert not titles(feed("ort"))


class TestContents:
    def test_a_cancelled_event_stays_for_14_days(self, goerlitz, make_event, feed, now):
        event = make_event(goerlitz, day=date(2026, 11, 17))
        acts.cancel_event(event=event, reason="Wasserschaden")
        for days, there in ((20, True), (28, True), (29, False)):
            with clock.stand_at(now + timedelta(days=days)):
                scheduling.move_window()
                assert bool(titles(feed("ort"))) is there

    def test_google_sees_cancelled_events_as_confirmed(self, goerlitz, make_event, feed):
        acts.cancel_event(event=make_event(goerlitz), reason="Wasserschaden")
        assert b"STATUS:CANCELLED" in feed("ort").content
        google = feed("/kalender/ort/goerlitz.google.ics")
        assert b"STATUS:CANCELLED" not in google.content
        assert titles(google) == {"ABGESAGT: Bürgertisch · Görlitz"}
        assert google["Content-Disposition"] == 'inline; filename="goerlitz.google.ics"'

    def test_a_series_is_whole_while_one_date_is_in_the_window(self, goerlitz, make_event, feed):
        make_event(
            goerlitz,
            day=date(2026, 1, 6),
            repeats="rule",
            rrule="FREQ=MONTHLY;BYDAY=1TU;UNTIL=20261006",
        )
        make_event(goerlitz, "Vorbei", day=date(2026, 9, 1))
        calendar = icalendar.Calendar.from_ical(feed("ort").content)
        [event] = calendar.events
        assert event.start.date() == date(2026, 1, 6)

    def test_above_the_cap_the_window_shrinks_and_says_so(
        self, goerlitz, make_event, feed, public, monkeypatch
    ):
        monkeypatch.setattr("kalender.feed_contents.MAX_COMPONENTS", 3)
        for weeks in (1, 3, 20, 40, 50):
            make_event(
                goerlitz, f"In {weeks} Wochen", day=date(2026, 11, 3) + timedelta(weeks=weeks)
            )
        answer = feed("ort")
        assert titles(answer) == {f"In {weeks} Wochen · Görlitz" for weeks in (1, 3, 20)}
        calendar = icalendar.Calendar.from_ical(answer.content)
        assert "bis zum 2.\u00a0Mai\u00a02027: 2 weitere Termine" in calendar["X-WR-CALDESC"]
        from kalender.subscribe import subscription

        assert "2 weitere Termine" in subscription(place=goerlitz)["left_out_text"]

    def test_far_above_the_cap_network_events_come_first(
        self, goerlitz, make_event, feed, monkeypatch
    ):
        monkeypatch.setattr("kalender.feed_contents.MAX_COMPONENTS", 3)
        for days in range(1, 6):
            day = date(2026, 11, 3) + timedelta(days=days)
            reach = "network" if days == 5 else "nearby"
            make_event(goerlitz, f"Tag {days}", day=day, reach=reach)
        assert titles(feed("ort")) == {f"Tag {days} · Görlitz" for days in (1, 2, 5)}
        assert FeedState.objects.get(key="ort/goerlitz").left_out == 2

    def test_a_feed_is_the_stored_bytes_in_order(self, goerlitz, make_event, feed):
        for day in (20, 18, 19):
            make_event(goerlitz, f"Tag {day}", day=date(2026, 11, day))
        stored = EventRecord.objects.order_by("first_day").values_list("vevents", flat=True)
        assert b"".join(bytes(part) for part in stored) in feed("ort").content


@pytest.mark.parametrize("engine", ENGINES, ids=lambda engine: engine.__name__.rpartition(".")[2])
def test_engines_see_the_dates_of_the_table(goerlitz, make_event, feed, engine):
    """Series across both clock changes, a night of the change, moved, cancelled and extra dates."""
    weekly = make_event(
        goerlitz,
        "Woche",
        day=date(2026, 10, 6),
        repeats="rule",
        rrule="FREQ=WEEKLY;BYDAY=TU;UNTIL=20270601",
        dates=[date(2026, 12, 5)],
    )
    acts.cancel_date(event=weekly, original_date=date(2026, 12, 22), reason="Ferien")
    acts.move_date(event=weekly, original_date=date(2027, 1, 5), new_date=date(2027, 1, 7))
    acts.move_date(event=weekly, original_date=date(2027, 2, 2), new_date=date(2027, 2, 17))
    make_event(
        goerlitz,
        "Nacht",
        day=date(2026, 10, 3),
        start_time=time(22),
        end_time=time(4),
        repeats="rule",
        rrule="FREQ=WEEKLY;BYDAY=SA;UNTIL=20270430",
    )
    make_event(goerlitz, "Fest", all_day=True, day=FEST, end_date=FEST + timedelta(days=2))
    make_event(goerlitz, "Offen", open_end=True, end_time=None, day=FEST)
    begin, end = datetime(2026, 10, 1, tzinfo=UTC), datetime(2027, 12, 1, tzinfo=UTC)
    seen = engine.expand(feed("ort").content, begin, end)
    rows = Occurrence.objects.filter(start__gte=begin, start__lt=end).select_related("record")
    assert sorted((one.uid, one.start_utc, one.end_utc) for one in seen) == sorted(
        (row.record.uid, row.start, row.end) for row in rows
    )
    assert len(seen) == 35 + 1 + 30 + 2
    cancelled = [one.start_utc.date() for one in seen if one.status == "CANCELLED"]
    assert cancelled == [date(2026, 12, 22)]
