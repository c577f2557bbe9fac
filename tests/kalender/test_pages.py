"""The public pages of calendar, event and single date."""

import json
import re
from datetime import UTC, date, datetime, time, timedelta

import pytest

from kalender import acts
from kalender.models import EventListing, EventPage
from sites.places.models import Place
from sites.runtime import clock

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 3)
SERIES = {"repeats": "rule", "rrule": "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270706"}
FIRST, SECOND = date(2026, 12, 1), date(2027, 1, 5)
EVENT = "/kalender/buergertisch/"


class TestEvent:
    def test_the_bare_address_shows_the_next_date(self, goerlitz, make_event, public, now):
        make_event(goerlitz, day=FIRST, **SERIES)
        page = public(goerlitz, EVENT)
        assert page.status_code == 200
        assert page.context["date"].first_day == FIRST
        assert page.context["rule_text"] == (
            "Wiederholt sich jeden 1. Dienstag im Monat bis Juli 2027"
        )
        assert [row.first_day.month for row in page.context["other_dates"]] == [1, 2, 3, 4, 5, 6, 7]
        with clock.stand_at(now + timedelta(days=40)):
            assert public(goerlitz, EVENT).context["date"].first_day == SECOND
        with clock.stand_at(now + timedelta(days=300)):
            assert public(goerlitz, EVENT).context["date"].first_day == date(2027, 7, 6)

    def test_a_single_date_has_its_own_address_and_links(self, goerlitz, make_event, public):
        make_event(goerlitz, day=FIRST, venue_name="Altes Rathaus", **SERIES)
        page = public(goerlitz, f"{EVENT}2027-01-05/")
        context = page.context
        assert context["date"].first_day == SECOND
        assert context["ics_url"] == f"http://goerlitz.localhost{EVENT}2027-01-05/termin.ics"
        assert public(goerlitz, f"{EVENT}2027-01-05/termin.ics").status_code == 200
        assert "dates=20270105T190000/20270105T210000" in context["google_event_url"].replace(
            "%2F", "/"
        )
        assert "startdt=2027-01-05T19%3A00%3A00" in context["outlook_event_url"]
        assert "+" not in context["google_event_url"] + context["outlook_event_url"]

    @pytest.mark.parametrize("day", ["2027-01-06", "2027-13-01", "2029-01-02"])
    def test_other_days_are_404(self, goerlitz, make_event, public, day):
        make_event(goerlitz, day=FIRST, **SERIES)
        assert public(goerlitz, f"{EVENT}{day}/").status_code == 404

    def test_single_dates_are_in_no_sitemap(self, goerlitz, make_event):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        assert [entry["location"] for entry in event.get_sitemap_urls()] == [
            f"http://goerlitz.localhost{EVENT}"
        ]

    def test_a_cancelled_date_says_so_and_names_the_next(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        acts.cancel_date(event=event, original_date=FIRST, reason="Wasserschaden")
        page = public(goerlitz, EVENT)
        banner = page.context["banner"]
        assert (banner["kind"], banner["text"]) == ("cancelled", "Wasserschaden")
        assert banner["next"].first_day == SECOND
        assert "Wasserschaden" in page.content.decode()
        assert public(goerlitz, f"{EVENT}2027-01-05/").context["banner"] is None

    def test_a_moved_date_says_what_was_planned(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        acts.move_date(
            event=event, original_date=FIRST, new_date=date(2026, 12, 2), reason="Nikolausmarkt"
        )
        banner = public(goerlitz, f"{EVENT}2026-12-01/").context["banner"]
        assert banner["kind"] == "moved"
        assert banner["text"].replace("\u00a0", " ") == (
            "bisher Di., 1. Dezember, 19 Uhr. Nikolausmarkt"
        )

    def test_a_remark(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        acts.remark_date(event=event, original_date=FIRST, text="Bitte Tassen mitbringen")
        banner = public(goerlitz, EVENT).context["banner"]
        assert banner == {"kind": "remark", "text": "Bitte Tassen mitbringen", "next": None}

    def test_structured_data(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, venue_name="Altes Rathaus", **SERIES)
        acts.cancel_date(event=event, original_date=FIRST, reason="Krank")
        html = public(goerlitz, EVENT).content.decode()
        [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        data = json.loads(found)
        assert data["@type"] == "Event"
        assert data["startDate"] == "2026-12-01T19:00:00+01:00"
        assert data["eventStatus"] == "https://schema.org/EventCancelled"
        assert data["location"][0]["name"] == "Altes Rathaus"

    def json_ld(self, public, place, path=EVENT) -> dict:
        html = public(place, path).content.decode()
        [found] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
        return json.loads(found)

    def test_a_moved_date_in_structured_data(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        acts.move_date(event=event, original_date=FIRST, new_date=date(2026, 12, 2))
        data = self.json_ld(public, goerlitz)
        assert data["eventStatus"] == "https://schema.org/EventRescheduled"
        assert data["startDate"] == "2026-12-02T19:00:00+01:00"
        assert data["previousStartDate"] == "2026-12-01T19:00:00+01:00"

    def test_a_moved_event_in_structured_data(self, goerlitz, make_event, public):
        event = make_event(goerlitz)
        before = datetime(2026, 11, 10, 17, tzinfo=UTC)
        acts.set_status(event=event, status="moved", previous_start=before)
        data = self.json_ld(public, goerlitz)
        assert data["eventStatus"] == "https://schema.org/EventRescheduled"
        assert data["startDate"] == "2026-11-17T19:00:00+01:00"
        assert data["previousStartDate"] == "2026-11-10T18:00:00+01:00"
        acts.set_status(event=event, status="moved")
        assert "previousStartDate" not in self.json_ld(public, goerlitz)

    def test_another_venue_is_no_other_time(self, goerlitz, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        acts.move_date(event=event, original_date=FIRST, new_venue="Stadthalle")
        data = self.json_ld(public, goerlitz)
        assert data["eventStatus"] == "https://schema.org/EventScheduled"
        assert "previousStartDate" not in data
        assert data["location"][0]["name"] == "Stadthalle"

    def test_co_hosts_and_what_is_near(self, goerlitz, leer, make_place, make_event, public):
        event = make_event(goerlitz)
        EventListing.objects.create(event=event, place=leer, role="cohost", state="accepted")
        make_event(make_place("Löbau", "02708"), "Repair-Café")
        context = public(goerlitz, EVENT).context
        assert context["co_hosts"] == [leer]
        assert [row.title for row in context["nearby_dates"]] == ["Repair-Café"]

    def test_the_own_place_is_not_near(self, goerlitz, make_event, public):
        make_event(goerlitz)
        make_event(goerlitz, "Auch in Görlitz")
        page = public(goerlitz, EVENT)
        assert page.context["nearby_dates"] == []
        assert "Auch in der Nähe" not in page.content.decode()

    def test_registration(self, goerlitz, make_event, public):
        make_event(
            goerlitz,
            registration="contact",
            registration_contact="030 23125-104",
            registration_until=date(2026, 11, 10),
        )
        text = public(goerlitz, EVENT).context["registration"]["text"]
        assert text == "Bitte melden Sie sich bis 10.\u00a0November\u00a02026 an: 030 23125-104"

    def test_an_event_long_ago_still_has_its_page(self, goerlitz, make_event, public):
        make_event(goerlitz, day=date(2024, 5, 7))
        page = public(goerlitz, EVENT)
        assert page.status_code == 200
        assert page.context["date"].first_day == date(2024, 5, 7)

    def test_an_alias_shows_the_originals_facts(self, goerlitz, leer, make_event, public):
        event = make_event(goerlitz, day=FIRST, **SERIES)
        event.create_alias(parent=leer.site.root_page.get_children().get(slug="kalender"))
        page = public(leer, EVENT)
        assert page.context["event"] == event
        assert page.context["date"].url == f"http://goerlitz.localhost{EVENT}2026-12-01/"

    def test_a_place_in_preparation_shows_none(self, goerlitz, make_event, public):
        make_event(goerlitz)
        goerlitz.status = Place.Status.PREPARING
        goerlitz.save()
        assert public(goerlitz, EVENT).status_code == 404
        assert public(goerlitz, "/kalender/").status_code == 404

    def test_a_draft_can_be_previewed(self, goerlitz, make_event):
        event = make_event(goerlitz, day=FIRST, publish=False, **SERIES)
        response = EventPage.objects.get(pk=event.pk).make_preview_request(preview_mode="")
        assert response.status_code == 200
        assert response.context_data["date"].first_day == FIRST
        assert len(response.context_data["other_dates"]) == 7

    def test_many_dates_cost_no_more_queries(
        self, goerlitz, make_event, public, django_assert_max_num_queries
    ):
        make_event(
            goerlitz, day=TODAY, repeats="rule", rrule="FREQ=DAILY;UNTIL=20270630", reach="network"
        )
        with django_assert_max_num_queries(30):
            assert len(public(goerlitz, EVENT).context["other_dates"]) == 10


class TestCalendar:
    def test_a_places_calendar(self, goerlitz, make_event, public):
        make_event(goerlitz, day=FIRST, **SERIES)
        page = public(goerlitz, "/kalender/")
        assert page.status_code == 200
        assert page.context["scope_title"] == "Termine in Görlitz"
        assert [day for day, _rows in page.context["days"]][:2] == [FIRST, SECOND]
        subscribe = page.context["subscribe"]
        assert subscribe["https_url"] == "http://localhost/kalender/ort/goerlitz.ics"
        assert subscribe["webcal_url"] == "webcal://localhost/kalender/ort/goerlitz.ics"
        assert subscribe["google_url"] == (
            "https://calendar.google.com/calendar/r?cid="
            "webcal%3A%2F%2Flocalhost%2Fkalender%2Fort%2Fgoerlitz.google.ics"
        )
        assert "name=Termine%20aus%20G%C3%B6rlitz" in subscribe["outlook_url"]

    @pytest.mark.parametrize(
        ("chip", "expected"),
        [
            ("", ["Heute", "Morgen", "Samstag", "Nächste Woche", "Netz"]),
            ("heute", ["Heute"]),
            ("woche", ["Heute", "Morgen", "Samstag"]),
            ("wochenende", ["Samstag"]),
            ("online", ["Netz"]),
            ("unfug", ["Heute", "Morgen", "Samstag", "Nächste Woche", "Netz"]),
        ],
    )
    def test_chips(self, goerlitz, make_event, public, chip, expected):
        for title, days in (("Heute", 0), ("Morgen", 1), ("Samstag", 4), ("Nächste Woche", 6)):
            make_event(goerlitz, title, day=TODAY + timedelta(days=days))
        make_event(goerlitz, "Netz", day=FIRST, online_url="https://treffen.example/raum")
        page = public(goerlitz, f"/kalender/?zeit={chip}")
        shown = [row.title for _day, rows in page.context["days"] for row in rows]
        assert shown == expected
        current = [item["label"] for item in page.context["chips"] if item["current"]]
        assert len(current) == 1

    def test_the_network_chooses_a_state(self, goerlitz, leer, make_event, public):
        make_event(goerlitz)
        make_event(leer, "Teetied")
        page = public(None, "/kalender/?land=niedersachsen")
        assert [row.title for _day, rows in page.context["days"] for row in rows] == ["Teetied"]
        assert page.context["subscribe"]["https_url"].endswith("/kalender/land/niedersachsen.ics")
        labels = [option["label"] for option in page.context["filters"]["fields"][0]["options"]]
        assert labels == ["Alle Länder", "Niedersachsen", "Sachsen"]

    def test_pages_are_bounded_and_complete(self, goerlitz, make_event, public):
        make_event(goerlitz, day=TODAY, repeats="rule", rrule="FREQ=DAILY;COUNT=100")
        seen, url = [], "/kalender/"
        while url:
            context = public(goerlitz, url).context
            rows = [row for _day, found in context["days"] for row in found]
            assert len(rows) <= 40
            seen += [row.first_day for row in rows]
            url = context["pager"]["next_url"]
        assert len(seen) == len(set(seen)) == 100

    def test_earlier_dates(self, goerlitz, make_event, public):
        for days in (1, 5, 3):
            make_event(goerlitz, f"Vor {days}", day=TODAY - timedelta(days=days))
        make_event(goerlitz, "Künftig")
        page = public(goerlitz, public(goerlitz, "/kalender/").context["past_url"])
        assert page.context["past"]
        shown = [row.title for _day, rows in page.context["days"] for row in rows]
        assert shown == ["Vor 1", "Vor 3", "Vor 5"]

    @pytest.mark.parametrize(
        "query", ["seite=0", "seite=-1", "seite=x", "ab=morgen", "ab=2026-13-01"]
    )
    def test_nonsense_counts_as_not_given(self, goerlitz, make_event, public, query):
        make_event(goerlitz)
        page = public(goerlitz, f"/kalender/?{query}")
        assert len(page.context["days"]) == 1

    def test_from_a_day_on(self, goerlitz, make_event, public):
        make_event(goerlitz, day=FIRST, start_time=time(19), **SERIES)
        page = public(goerlitz, "/kalender/?ab=2027-02-03")
        assert page.context["days"][0][0] == date(2027, 3, 2)
