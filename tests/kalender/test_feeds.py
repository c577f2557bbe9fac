"""Subscribable calendars over HTTP: addresses, reach, headers, validators (calendar.md 1.1)."""

import icalendar
import pytest
from django.db import OperationalError

from kalender import scheduling
from kalender.listing import attach_next_dates
from kalender.models import EventListing, FeedState
from sites.places.models import Place
from tests.kalender.feeds import ALL, titles

pytestmark = pytest.mark.django_db


class TestReach:
    @pytest.mark.parametrize(
        ("reach", "feeds"),
        [
            ("place", {"ort"}),
            ("nearby", {"ort", "kreis", "land", "thema", "umkreis"}),
            ("network", {"ort", "kreis", "land", "thema", "umkreis", "netzwerk"}),
        ],
    )
    def test_an_event_is_where_its_reach_says(
        self, goerlitz, make_event, feed, topic, reach, feeds
    ):
        make_event(goerlitz, topics=[topic], reach=reach)
        assert {name for name in ALL if titles(feed(name))} == feeds

    def test_the_networks_own_events_have_no_region(
        self, network, make_event, feed, topic, goerlitz
    ):
        make_event(None, "Fortbildung", reach="network", topics=[topic])
        assert {name for name in ALL if titles(feed(name))} == {"netzwerk", "thema"}

    def test_a_place_in_preparation_is_in_no_shared_feed(self, goerlitz, make_event, feed, topic):
        make_event(goerlitz, reach="network", topics=[topic])
        goerlitz.status = Place.Status.PREPARING
        goerlitz.save()
        assert feed("ort").status_code == 404
        assert not any(titles(feed(name)) for name in ALL if name != "ort")

    @pytest.mark.parametrize("status", [Place.Status.PAUSED, Place.Status.CLOSED])
    def test_pausing_and_closed_places_go_on_answering(self, goerlitz, make_event, feed, status):
        make_event(goerlitz)
        goerlitz.status = status
        goerlitz.save()
        assert titles(feed("ort"))

    def test_co_hosts_have_the_event_in_their_own_feed(self, goerlitz, leer, make_event, feed):
        event = make_event(goerlitz, reach="place")
        listing = EventListing.objects.create(
            event=event, place=leer, role="cohost", state="pending"
        )
        scheduling.schedule(event)
        assert not titles(feed("/kalender/ort/leer.ics"))
        listing.state = "accepted"
        listing.save()
        assert titles(feed("/kalender/ort/leer.ics")) == {"Bürgertisch · Görlitz"}

    @pytest.mark.parametrize("reach", ["place", "nearby"])
    def test_a_co_host_shows_nothing_of_a_place_in_preparation(
        self, goerlitz, leer, make_event, feed, public, reach
    ):
        event = make_event(goerlitz, reach=reach)
        EventListing.objects.create(event=event, place=leer, role="cohost", state="accepted")
        scheduling.schedule(event)
        path = "/kalender/ort/leer.ics"
        before = feed(path)
        assert titles(before)
        goerlitz.status = Place.Status.PREPARING
        goerlitz.save()
        assert not titles(feed(path, if_none_match=before["ETag"]))
        assert not public(leer, "/kalender/").context["days"]
        assert attach_next_dates([leer])[0].next_date is None
        goerlitz.status = Place.Status.ACTIVE
        goerlitz.save()
        assert titles(feed(path)) == {"Bürgertisch · Görlitz"}
        assert attach_next_dates([leer])[0].next_date

    def test_a_circle_is_round(self, make_place, make_event, feed):
        """Löbau lies 22 km from the postcode's position, inside the box of no 10 km circle."""
        make_event(make_place("Löbau", "02708"), "Repair-Café")
        found = [km for km in (5, 10, 25, 50) if titles(feed(f"/kalender/umkreis/02826-{km}.ics"))]
        assert found == [25, 50]


class TestAddresses:
    def test_the_place_host_serves_its_own_calendar_only(self, goerlitz, make_event, public, topic):
        make_event(goerlitz)
        own = public(goerlitz, "/kalender.ics")
        assert own.content == public(None, ALL["ort"]).content
        assert [public(goerlitz, path).status_code for path in ALL.values()] == [404] * len(ALL)

    def test_the_network_host_serves_the_network(self, network, make_event, public):
        make_event(None, "Fortbildung", reach="network")
        assert public(None, "/kalender.ics").content == public(None, ALL["netzwerk"]).content

    @pytest.mark.parametrize(
        "path",
        [
            "/kalender/ort/nirgendwo.ics",
            "/kalender/kreis/goerlitz-99999.ics",
            "/kalender/land/preussen.ics",
            "/kalender/thema/unbekannt.ics",
            "/kalender/umkreis/00000-10.ics",
            "/kalender/umkreis/02826-7.ics",
            "/kalender/unfug.ics",
        ],
    )
    def test_unknown_addresses_are_404_and_leave_no_row(self, network, public, path):
        assert public(None, path).status_code == 404
        assert not FeedState.objects.exists()

    @pytest.mark.parametrize("name", ["zgorzelec-14626", "14626"])
    @pytest.mark.parametrize("suffix", [".ics", ".google.ics"])
    def test_another_district_name_leads_on_for_good(self, network, public, name, suffix):
        response = public(None, f"/kalender/kreis/{name}{suffix}")
        assert response.status_code == 308
        assert response["Location"] == f"/kalender/kreis/goerlitz-14626{suffix}"

    def test_renaming_place_and_host_changes_no_feed_address(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        goerlitz.short_name = goerlitz.official_name = "Zgorzelec"
        goerlitz.save()
        goerlitz.site.hostname = "zgorzelec.example"
        goerlitz.site.save()
        assert titles(feed("ort")) == {"Bürgertisch · Zgorzelec"}
        assert b"SOURCE;VALUE=URI:http://localhost/kalender/ort/goerlitz.ics" in feed("ort").content


class TestHttp:
    def test_headers(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        response = feed("ort")
        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert response["Content-Disposition"] == 'inline; filename="goerlitz.ics"'
        assert response["Cache-Control"] == "public, max-age=900, stale-if-error=86400"
        assert response["Access-Control-Allow-Origin"] == "*"
        assert response["Vary"] == "Accept-Encoding"
        assert response["ETag"].startswith('"')
        assert not response.cookies

    def test_two_fetches_are_the_same_bytes(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        first = feed("ort")
        second = feed("ort")
        assert (first.content, first["ETag"]) == (second.content, second["ETag"])
        assert first["Last-Modified"] == second["Last-Modified"]

    def test_an_empty_feed_carries_its_zone_and_nothing_else(self, goerlitz, feed):
        calendar = icalendar.Calendar.from_ical(feed("ort").content)
        assert [component.name for component in calendar.subcomponents] == ["VTIMEZONE"]

    def test_head_is_get_without_a_body(self, goerlitz, make_event, feed, client):
        make_event(goerlitz)
        got = feed("ort")
        head = client.head(ALL["ort"], headers={"host": "localhost"})
        assert head.content == b""
        assert dict(head.headers) == dict(got.headers)
        assert int(head["Content-Length"]) == len(got.content)

    @pytest.mark.parametrize("method", ["put", "post", "delete", "patch", "options"])
    @pytest.mark.parametrize("path", [ALL["ort"], "/kalender/buergertisch/termin.ics"])
    def test_other_methods_are_405(self, goerlitz, make_event, client, method, path):
        response = getattr(client, method)(path, headers={"host": "localhost"})
        assert response.status_code == 405
        assert response["Allow"] == "GET, HEAD"

    def test_propfind_is_405_with_csrf_checks_on(self, goerlitz):
        from django.test import Client

        strict = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
        assert strict.generic("PROPFIND", ALL["ort"]).status_code == 405
        assert strict.put(ALL["ort"], b"").status_code == 405

    def test_if_none_match(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        tag = feed("ort")["ETag"]
        for asked in (tag, f"W/{tag}", f'"other", {tag}', "*"):
            answer = feed("ort", if_none_match=asked)
            assert (answer.status_code, answer.content) == (304, b"")
            assert answer["ETag"] == tag
        assert feed("ort", if_none_match='"other"').status_code == 200

    def test_if_modified_since(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        changed = feed("ort")["Last-Modified"]
        assert feed("ort", if_modified_since=changed).status_code == 304
        earlier = "Mon, 02 Nov 2026 10:00:00 GMT"
        assert feed("ort", if_modified_since=earlier).status_code == 200
        for nonsense in ("gestern", "Tue, 99 Foo 2026 10:00:00 GMT", ""):
            assert feed("ort", if_modified_since=nonsense).status_code == 200

    def test_if_none_match_beats_if_modified_since(self, goerlitz, make_event, feed):
        make_event(goerlitz)
        later = "Tue, 01 Dec 2026 10:00:00 GMT"
        answer = feed("ort", if_none_match='"other"', if_modified_since=later)
        assert answer.status_code == 200

    def test_gzip_carries_the_same_bytes(self, goerlitz, make_event, feed):
        import gzip

        make_event(goerlitz)
        plain, packed = feed("ort"), feed("ort", accept_encoding="gzip, br")
        assert packed["Content-Encoding"] == "gzip"
        assert gzip.decompress(packed.content) == plain.content
        assert packed["ETag"] == f"W/{plain['ETag']}"
        assert feed("ort", if_none_match=packed["ETag"]).status_code == 304
        assert "Content-Encoding" not in feed("ort", accept_encoding="gzip;q=0").headers

    @pytest.mark.parametrize("method", ["get", "head"])
    def test_without_a_database_programs_are_told_to_come_back(
        self, goerlitz, make_event, client, monkeypatch, caplog, method
    ):
        def away(scope, **kwargs):
            raise OperationalError("the connection is closed")

        make_event(goerlitz)
        monkeypatch.setattr("kalender.feeds.known", away)
        response = getattr(client, method)(ALL["ort"], headers={"host": "localhost"})
        assert (response.status_code, response.content) == (503, b"")
        assert response["Retry-After"] == "600"
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert "max-age" not in response["Cache-Control"]
        assert "no database" in caplog.text

    def test_a_304_renders_nothing(self, goerlitz, make_event, feed, django_assert_num_queries):
        make_event(goerlitz)
        tag = feed("ort")["ETag"]
        with django_assert_num_queries(2):  # place, the feed's row; the site is cached
            assert feed("ort", if_none_match=tag).status_code == 304

    def test_a_body_costs_few_queries(self, goerlitz, make_event, feed, django_assert_num_queries):
        for number in range(5):
            make_event(goerlitz, f"Termin {number}")
        feed("ort")
        with django_assert_num_queries(5):
            assert len(titles(feed("ort"))) == 5
