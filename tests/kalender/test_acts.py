"""Cancelling, moving, remarking: at once, everywhere, and not undone by an older draft."""

from datetime import UTC, date, datetime, time, timedelta

import icalendar
import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import PageLogEntry

from kalender import acts
from kalender import editing as editing_acts
from kalender.models import DayCount, EventException, EventPage, EventState
from sites.content.changes import changed
from sites.runtime import clock

pytestmark = pytest.mark.django_db
SERIES = {"repeats": "rule", "rrule": "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270706"}
FIRST, SECOND = date(2026, 12, 1), date(2027, 1, 5)


@pytest.fixture
def series(goerlitz, make_event):
    return make_event(goerlitz, day=FIRST, **SERIES)


def components(event):
    body = b"".join(bytes(row.vevents) for row in event.records.filter(is_retired=False))
    whole = (
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//DE\r\n" + body + b"END:VCALENDAR\r\n"
    )
    return icalendar.Calendar.from_ical(whole).events


class TestWholeEvent:
    def test_cancelled_everywhere_with_its_reason(self, series, now):
        with clock.stand_at(now + timedelta(hours=1)):
            acts.cancel_event(event=series, reason="Der Saal hat einen Wasserschaden.")
        [event] = components(series)
        assert event["STATUS"] == "CANCELLED"
        assert event["SUMMARY"].startswith("ABGESAGT: ")
        assert "Wasserschaden" in event["DESCRIPTION"]
        assert (event["SEQUENCE"], event.last_modified) == (1, now + timedelta(hours=1))
        rows = series.occurrences.values_list("status", "note")
        assert set(rows) == {("cancelled", "Der Saal hat einen Wasserschaden.")}
        assert not DayCount.objects.exists()

    def test_taking_it_back(self, series):
        acts.cancel_event(event=series, reason="Krank")
        acts.restore_event(event=series)
        [event] = components(series)
        assert (event["STATUS"], event["SEQUENCE"]) == ("CONFIRMED", 2)
        assert set(series.occurrences.values_list("status", "note")) == {("planned", "")}

    def test_a_second_time_changes_nothing(self, series):
        acts.cancel_event(event=series, reason="Krank")
        before = series.records.get().last_modified, PageLogEntry.objects.count()
        acts.cancel_event(event=series, reason="Krank")
        assert (series.records.get().last_modified, PageLogEntry.objects.count()) == before

    def test_publishing_an_older_draft_undoes_no_cancellation(self, goerlitz, make_event):
        event = make_event(goerlitz)
        older = event.save_revision()
        acts.cancel_event(event=event, reason="Krank")
        older.publish()
        event = EventPage.objects.get(pk=event.pk)
        assert event.state.status == "cancelled"
        assert components(event)[0]["STATUS"] == "CANCELLED"
        assert event.occurrences.get().status == "cancelled"

    @pytest.mark.parametrize(
        ("status", "ical", "prefix"),
        [("postponed", "CANCELLED", "VERSCHOBEN: "), ("sold_out", "CONFIRMED", "Bürger")],
    )
    def test_other_states(self, series, status, ical, prefix):
        acts.set_status(event=series, status=status, reason="Viel los")
        [event] = components(series)
        assert event["STATUS"] == ical
        assert event["SUMMARY"].startswith(prefix)

    def test_it_is_announced_and_stands_in_the_history(self, series, superuser):
        heard = []

        def listen(sender, change, **kwargs):
            heard.append((change.what, change.place.slug, change.subject.pk))

        changed.connect(listen)
        acts.cancel_event(event=series, reason="Krank", user=superuser)
        changed.disconnect(listen)
        assert heard == [("event.cancelled", "goerlitz", series.pk)]
        entry = PageLogEntry.objects.filter(action="kalender.cancel_event").get()
        assert (entry.user, entry.data["reason"]) == (superuser, "Krank")
        assert entry.message == "Termin abgesagt"

    def test_a_copy_of_a_cancelled_event_takes_place(self, series):
        acts.cancel_event(event=series, reason="Krank")
        acts.cancel_date(event=series, original_date=SECOND, reason="Ferien")
        copied = series.copy(update_attrs={"slug": "kopie"}, keep_live=False).specific
        copied.save_revision().publish()
        assert set(copied.occurrences.values_list("status", flat=True)) == {"planned"}
        assert not EventState.objects.filter(event=copied).exists()
        assert not EventException.objects.filter(record__event=copied).exists()

    @pytest.mark.parametrize(
        ("reach", "copied"), [("network", "nearby"), ("nearby", "nearby"), ("place", "place")]
    )
    def test_a_copy_is_not_network_wide(self, goerlitz, make_event, reach, copied):
        event = make_event(goerlitz, reach=reach)
        event.save_revision()
        made = event.copy(update_attrs={"slug": "kopie"}, keep_live=False).specific
        assert EventPage.objects.get(pk=made.pk).reach == copied
        made.get_latest_revision().publish()
        assert set(made.occurrences.values_list("reach", flat=True)) == {copied}


class TestSingleDates:
    def test_one_date_is_cancelled_inside_the_series(self, series):
        acts.cancel_date(event=series, original_date=SECOND, reason="Ferien")
        master, override = components(series)
        assert master["STATUS"] == "CONFIRMED"
        assert override["STATUS"] == "CANCELLED"
        assert override["RECURRENCE-ID"].dt.date() == SECOND
        assert master["UID"] == override["UID"]
        rows = dict(series.occurrences.values_list("original_date", "status"))
        assert [day for day, status in rows.items() if status == "cancelled"] == [SECOND]

    def test_publishing_an_older_draft_keeps_the_exception(self, series):
        older = series.save_revision()
        acts.cancel_date(event=series, original_date=SECOND, reason="Ferien")
        older.publish()
        assert series.occurrences.get(original_date=SECOND).status == "cancelled"

    def test_a_moved_date_keeps_its_address(self, series):
        acts.move_date(event=series, original_date=SECOND, new_date=date(2027, 1, 12), reason="Eis")
        row = series.occurrences.get(original_date=SECOND)
        assert (row.first_day, row.status) == (date(2027, 1, 12), "moved")
        assert row.url.endswith("/2027-01-05/")
        assert len(components(series)) == 2

    def test_moved_past_its_neighbour_it_gets_a_uid_of_its_own(self, series):
        acts.move_date(event=series, original_date=SECOND, new_date=date(2027, 2, 9))
        assert series.records.filter(key="moved-2027-01-05", is_retired=False).exists()
        acts.restore_date(event=series, original_date=SECOND)
        assert series.occurrences.get(original_date=SECOND).first_day == SECOND
        assert series.records.get(key="moved-2027-01-05").is_retired
        assert len(components(series)) == 1

    def test_a_remark_and_a_later_change_are_one_exception(self, series):
        acts.remark_date(event=series, original_date=SECOND, text="Bitte Tassen mitbringen")
        acts.move_date(event=series, original_date=SECOND, new_start_time=time(18))
        assert EventException.objects.get().kind == "moved"
        row = series.occurrences.get(original_date=SECOND)
        assert (row.local_start.hour, row.local_end.hour) == (18, 20)

    def test_a_single_event_is_moved_under_the_same_uid(self, goerlitz, make_event):
        event = make_event(goerlitz)
        uid = event.records.get().uid
        acts.move_date(event=event, original_date=date(2026, 11, 17), new_date=date(2026, 11, 24))
        assert event.records.get().uid == uid
        assert event.occurrences.get().first_day == date(2026, 11, 24)

    def test_a_day_that_is_free_again_may_be_taken(self, series):
        acts.cancel_date(event=series, original_date=SECOND, reason="Ferien")
        acts.move_date(event=series, original_date=FIRST, new_date=SECOND)
        with pytest.raises(ValidationError):
            acts.move_date(event=series, original_date=SECOND, new_start_time=time(18))
        assert series.occurrences.get(original_date=FIRST).first_day == SECOND

    @pytest.mark.parametrize(
        ("values", "field"),
        [
            ({"original_date": date(2026, 12, 2), "new_start_time": time(18)}, "original_date"),
            ({"original_date": SECOND}, "new_date"),
            ({"original_date": SECOND, "new_date": FIRST}, "new_date"),
            (
                {
                    "original_date": SECOND,
                    "new_date": date(2027, 3, 28),
                    "new_start_time": time(2, 30),
                },
                "new_start_time",
            ),
        ],
    )
    def test_what_cannot_be_is_refused_at_its_field(self, series, values, field):
        with pytest.raises(ValidationError) as refused:
            acts.move_date(event=series, **values)
        assert field in refused.value.message_dict
        assert not EventException.objects.exists()


class TestViews:
    def url(self, event, name):
        return reverse("kalender_act", args=[event.pk, name])

    def test_who_may_publish_may_cancel(self, series, goerlitz, make_member, editing):
        client = editing(make_member("events", goerlitz))
        shown = client.get(self.url(series, "absagen"))
        assert "Warum fällt der Termin aus?" in shown.content.decode()
        client.post(self.url(series, "absagen"), {"reason": "Wasserschaden"})
        assert EventState.objects.get().reason == "Wasserschaden"
        edit = client.get(reverse("wagtailadmin_pages:edit", args=[series.pk])).content.decode()
        assert "Absage zurücknehmen" in edit
        client.post(self.url(series, "zuruecknehmen"))
        assert EventState.objects.get().status == "planned"

    @pytest.mark.parametrize("role", ["contributor", "foreign"])
    @pytest.mark.parametrize("name", ["absagen", "stand", "faellt-aus", "verlegen", "hinweis"])
    def test_others_may_not(self, series, goerlitz, leer, make_member, editing, role, name):
        user = (
            make_member("coordination", leer)
            if role == "foreign"
            else make_member("contributor", goerlitz)
        )
        client = editing(user)
        response = client.post(
            self.url(series, name), {"reason": "Unfug", "text": "Unfug", "status": "sold_out"}
        )
        assert response.status_code == 403
        assert series.title not in response.content.decode()
        assert not EventState.objects.exists()
        assert not EventException.objects.exists()

    def test_a_date_of_the_series(self, series, goerlitz, make_member, editing):
        client = editing(make_member("editor", goerlitz))
        asked = client.get(self.url(series, "faellt-aus"), {"tag": SECOND.isoformat()})
        assert '<option value="2027-01-05" selected>' in asked.content.decode()
        client.post(
            self.url(series, "faellt-aus"),
            {"original_date": SECOND.isoformat(), "reason": "Ferien"},
        )
        assert series.occurrences.get(original_date=SECOND).status == "cancelled"
        client.post(self.url(series, "wie-geplant"), {"original_date": SECOND.isoformat()})
        assert series.occurrences.get(original_date=SECOND).status == "planned"

    def test_the_state_of_the_whole_event(self, series, goerlitz, make_member, editing, feed):
        client = editing(make_member("events", goerlitz))
        typed = {"status": "postponed", "reason": "Der Saal wird saniert."}
        assert client.post(self.url(series, "stand"), typed).status_code == 302
        told = feed("ort").content.replace(b"\r\n ", b"").decode()
        assert "SUMMARY:VERSCHOBEN: Bürgertisch · Görlitz" in told
        assert "STATUS:CANCELLED" in told
        assert "Der Saal wird saniert." in told
        form = client.get(self.url(series, "stand")).context["form"]
        assert (form["status"].value(), form["reason"].value()) == tuple(typed.values())
        client.post(self.url(series, "stand"), {"status": "sold_out"})
        assert set(series.occurrences.values_list("status", flat=True)) == {"sold_out"}
        client.post(self.url(series, "stand"), {"status": "planned", "reason": "egal"})
        assert set(series.occurrences.values_list("status", "note")) == {("planned", "")}
        assert b"VERSCHOBEN" not in feed("ort").content

    def test_moved_says_since_when(self, series, goerlitz, make_member, editing):
        client = editing(make_member("events", goerlitz))
        typed = {"status": "moved", "previous_time": "18:00"}
        page = client.post(self.url(series, "stand"), typed)
        assert "auch den Tag" in page.content.decode()
        assert not EventState.objects.exists()
        client.post(self.url(series, "stand"), {**typed, "previous_date": "2026-11-24"})
        assert EventState.objects.get().previous_start == datetime(2026, 11, 24, 17, tzinfo=UTC)
        form = client.get(self.url(series, "stand")).context["form"]
        assert 'value="2026-11-24"' in str(form["previous_date"])
        assert 'value="18:00"' in str(form["previous_time"])

    @pytest.mark.parametrize("status", ["cancelled", "unfug"])
    def test_no_other_states_here(self, series, goerlitz, make_member, editing, status):
        client = editing(make_member("events", goerlitz))
        assert client.post(self.url(series, "stand"), {"status": status}).status_code == 200
        assert not EventState.objects.exists()

    @pytest.mark.parametrize(
        ("day", "words"),
        [("2026-11-02", "schon vorbei"), ("2027-02-02", "schon ein anderer Termin")],
    )
    def test_where_no_date_can_move(self, series, goerlitz, make_member, editing, day, words):
        client = editing(make_member("editor", goerlitz))
        typed = {"original_date": SECOND.isoformat(), "new_date": day, "reason": "Eisglätte"}
        response = client.post(self.url(series, "verlegen"), typed)
        assert words in " ".join(response.context["form"].errors["new_date"])
        assert 'value="Eisglätte"' in response.content.decode()
        assert not EventException.objects.exists()

    @pytest.mark.parametrize("day", ["2026-12-24", "2029-02-01"])
    def test_a_moved_date_can_be_taken_back_wherever_it_is(
        self, series, goerlitz, make_member, editing, day
    ):
        acts.move_date(
            event=series, original_date=SECOND, new_date=date.fromisoformat(day), reason="Eis"
        )
        client = editing(make_member("editor", goerlitz))
        asked = client.get(self.url(series, "wie-geplant"), {"tag": SECOND.isoformat()})
        assert '<option value="2027-01-05" selected>' in asked.content.decode()
        client.post(self.url(series, "wie-geplant"), {"original_date": SECOND.isoformat()})
        assert series.occurrences.get(original_date=SECOND).first_day == SECOND

    def offered(self, client, event) -> list[str]:
        page = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
        return [name for name in editing_acts.ACTS if self.url(event, name) in page]

    def test_only_what_makes_sense_is_offered(
        self, goerlitz, make_event, make_member, editing, now
    ):
        two = {"repeats": "rule", "rrule": "FREQ=WEEKLY;BYDAY=TU;COUNT=2"}
        event = make_event(goerlitz, day=FIRST, **two)
        client = editing(make_member("editor", goerlitz))
        coming = ["absagen", "stand", "faellt-aus", "verlegen", "hinweis"]
        assert self.offered(client, event) == coming
        for day in (FIRST, FIRST + timedelta(days=7)):
            acts.cancel_date(event=event, original_date=day, reason="Krank")
        all_cancelled = ["absagen", "stand", "verlegen", "hinweis", "wie-geplant"]
        assert self.offered(client, event) == all_cancelled
        acts.cancel_event(event=event, reason="Krank")
        assert self.offered(client, event) == ["zuruecknehmen"]
        acts.restore_event(event=event)
        with clock.stand_at(now + timedelta(days=60)):
            assert self.offered(client, event) == ["absagen", "stand", "wie-geplant"]

    def test_a_mistake_keeps_what_was_typed(self, series, goerlitz, make_member, editing):
        client = editing(make_member("editor", goerlitz))
        typed = {
            "original_date": SECOND.isoformat(),
            "new_date": "2027-03-28",
            "new_start_time": "02:30",
            "reason": "Eisglätte",
        }
        page = client.post(self.url(series, "verlegen"), typed).content.decode()
        assert "springt die Uhr von 2 auf 3" in page
        assert 'value="Eisglätte"' in page
        assert not EventException.objects.exists()


def test_an_act_on_an_alias_reaches_the_original(series, leer):
    alias = series.create_alias(parent=leer.site.root_page.get_children().get(slug="kalender"))
    acts.cancel_event(event=EventPage.objects.get(pk=alias.pk), reason="Krank")
    assert EventState.objects.get().event == series
    assert set(series.occurrences.values_list("status", flat=True)) == {"cancelled"}


def test_a_converted_alias_is_an_event_of_its_own(goerlitz, leer, make_event, editing, superuser):
    event = make_event(goerlitz, reach="network")
    alias = event.create_alias(parent=leer.site.root_page.get_children().get(slug="kalender"))
    client = editing(superuser)
    assert not alias.occurrences.exists()
    client.post(reverse("wagtailadmin_pages:convert_alias", args=[alias.pk]))
    row = EventPage.objects.get(pk=alias.pk).occurrences.get()
    assert (row.place, row.reach) == (leer, "nearby")
    assert alias.listings.get().place == leer
    EventPage.objects.get(pk=alias.pk).get_latest_revision().publish()
    assert alias.occurrences.get().reach == "nearby"
    assert event.occurrences.get().reach == "network"
