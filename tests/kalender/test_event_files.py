"""`termin.ics`: the series below the event, one VEVENT below a date."""

from datetime import date, timedelta

import icalendar
import pytest
from django.utils.http import parse_http_date

from kalender import acts
from sites.places.models import Place
from sites.runtime import clock

pytestmark = pytest.mark.django_db
SERIES = {"repeats": "rule", "rrule": "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270706"}
FIRST = date(2026, 12, 1)


def events(response):
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    calendar = icalendar.Calendar.from_ical(response.content)
    assert "X-WR-CALNAME" not in calendar
    assert "REFRESH-INTERVAL" not in calendar
    return calendar.events


def test_below_an_event_stands_the_series(goerlitz, make_event, public):
    event = make_event(goerlitz, day=FIRST, **SERIES)
    response = public(goerlitz, "/kalender/buergertisch/termin.ics")
    [found] = events(response)
    assert found["UID"] == event.records.get().uid
    assert found["RRULE"]["FREQ"] == ["MONTHLY"]
    assert bytes(event.records.get().vevents) in response.content


def test_below_a_date_of_a_rule_stands_one_vevent(goerlitz, make_event, public):
    event = make_event(goerlitz, day=FIRST, **SERIES)
    response = public(goerlitz, "/kalender/buergertisch/2027-01-05/termin.ics")
    [found] = events(response)
    uid = event.records.get().uid
    assert found["UID"] == uid.replace("@", "-20270105@")
    assert "RRULE" not in found
    assert "RECURRENCE-ID" not in found
    assert found.start.date() == date(2027, 1, 5)
    assert response["Content-Disposition"] == 'inline; filename="buergertisch-2027-01-05.ics"'


def test_a_changed_date_says_so(goerlitz, make_event, public):
    event = make_event(goerlitz, day=FIRST, **SERIES)
    acts.cancel_date(event=event, original_date=FIRST, reason="Krank")
    [found] = events(public(goerlitz, "/kalender/buergertisch/2026-12-01/termin.ics"))
    assert found["STATUS"] == "CANCELLED"


def test_single_and_irregular_days_keep_their_own_record(goerlitz, make_event, public):
    single = make_event(goerlitz, "Fest", day=FIRST)
    days = make_event(goerlitz, "Kurs", day=FIRST, repeats="dates", dates=[date(2026, 12, 9)])
    [found] = events(public(goerlitz, "/kalender/fest/2026-12-01/termin.ics"))
    assert found["UID"] == single.records.get().uid
    [found] = events(public(goerlitz, "/kalender/kurs/2026-12-09/termin.ics"))
    assert found["UID"] == days.records.get(key="2026-12-09").uid
    assert len(events(public(goerlitz, "/kalender/kurs/termin.ics"))) == 2


def test_validators(goerlitz, make_event, public):
    make_event(goerlitz)
    path = "/kalender/buergertisch/termin.ics"
    first = public(goerlitz, path)
    assert public(goerlitz, path, if_none_match=first["ETag"]).status_code == 304
    assert public(goerlitz, path, if_modified_since=first["Last-Modified"]).status_code == 304
    assert public(goerlitz, path).content == first.content


def test_last_modified_never_goes_back_when_a_day_is_taken_away(
    goerlitz, make_event, publish, public, now
):
    event = make_event(goerlitz, "Kurs", day=FIRST, repeats="dates", dates=[date(2026, 12, 9)])
    path = "/kalender/kurs/termin.ics"
    with clock.stand_at(now + timedelta(hours=1)):
        acts.remark_date(event=event, original_date=date(2026, 12, 9), text="Mit Kuchen")
        before = parse_http_date(public(goerlitz, path)["Last-Modified"])
    with clock.stand_at(now + timedelta(hours=2)):
        publish(event, dates=[])
        response = public(goerlitz, path)
    assert len(events(response)) == 1
    assert parse_http_date(response["Last-Modified"]) == before + 3600


@pytest.mark.parametrize(
    "path",
    [
        "/kalender/nichts/termin.ics",
        "/kalender/buergertisch/2026-11-18/termin.ics",
        "/kalender/buergertisch/2026-13-40/termin.ics",
    ],
)
def test_what_is_not_there_is_404(goerlitz, make_event, public, path):
    make_event(goerlitz)
    assert public(goerlitz, path).status_code == 404


def test_on_its_own_host_only_and_not_before_the_place_opens(goerlitz, leer, make_event, public):
    make_event(goerlitz)
    path = "/kalender/buergertisch/termin.ics"
    assert public(leer, path).status_code == 404
    assert public(None, path).status_code == 404
    goerlitz.status = Place.Status.PREPARING
    goerlitz.save()
    assert public(goerlitz, path).status_code == 404


def test_an_unpublished_event_is_404(goerlitz, make_event, public):
    make_event(goerlitz).unpublish()
    assert public(goerlitz, "/kalender/buergertisch/termin.ics").status_code == 404
