"""The event form on the editing side: friendly words for rules, German messages, nothing lost."""

from datetime import date, time

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import rich_text

from kalender import acts
from kalender.models import CalendarPage, EventPage, Occurrence

pytestmark = pytest.mark.django_db
TYPED = {
    "title": "Bürgertisch im Rathaus",
    "teaser": "Wir reden über den Marktplatz.",
    "start_date": "2026-12-01",
    "start_time": "19:00",
    "end_time": "21:00",
    "end_date": "",
    "repeat": "none",
    "venue_name": "Altes Rathaus",
    "registration": "none",
    "reach": "nearby",
    "image": "",
}


@pytest.fixture
def fill_in(goerlitz, make_member, editing):
    """fill_in(start_time="…") → the response to the form of a new event, as Redaktion."""

    def post(*, user=None, place=goerlitz, event=None, publish=True, **changes):
        client = editing(user or make_member("editor", place))
        data = {**TYPED, "body": rich_text("<p>Alle sind willkommen.</p>"), **changes}
        if publish:
            data["action-publish"] = "1"
        if event:
            return client.post(reverse("wagtailadmin_pages:edit", args=[event.pk]), data)
        calendar = CalendarPage.objects.get(path__startswith=place.container.path)
        address = reverse("wagtailadmin_pages:add", args=["kalender", "eventpage", calendar.pk])
        return client.post(address, data)

    return post


def saved() -> EventPage:
    return EventPage.objects.get()


def errors_of(response) -> dict:
    assert response.status_code == 200, "the form was accepted"
    assert not EventPage.objects.exists()
    return response.context["form"].errors


def test_a_new_event_is_published(fill_in, public, goerlitz):
    assert fill_in().status_code == 302
    event = saved()
    assert (event.slug, event.start_time, event.reach) == (
        "buergertisch-im-rathaus",
        time(19),
        "nearby",
    )
    assert Occurrence.objects.get().first_day == date(2026, 12, 1)
    assert (
        b"Alle sind willkommen." in public(goerlitz, "/kalender/buergertisch-im-rathaus/").content
    )


def test_the_five_questions_come_first(goerlitz, make_member, editing):
    client = editing(make_member("editor", goerlitz))
    calendar = CalendarPage.objects.get(path__startswith=goerlitz.container.path)
    address = reverse("wagtailadmin_pages:add", args=["kalender", "eventpage", calendar.pk])
    page = client.get(address).content.decode()
    order = [page.index(word) for word in ("Was?", "Wann?", "Wo?", "Worum geht es?", "Mehr")]
    assert order == sorted(order)


def test_days_and_times_are_the_browsers_own_inputs(fill_in, client):
    fill_in(repeat="weekly", repeat_until="2027-06-30")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[saved().pk])).context["form"]
    for name, kind, value in (
        ("start_date", "date", "2026-12-01"),
        ("start_time", "time", "19:00"),
        ("end_time", "time", "21:00"),
        ("repeat_until", "date", "2027-06-30"),
    ):
        shown = str(form[name])
        assert f'type="{kind}"' in shown
        assert f'value="{value}"' in shown
    for name in ("end_date", "registration_until"):
        assert 'type="date"' in str(form[name])


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"repeat": "daily"}, "FREQ=DAILY;UNTIL=20270630"),
        ({"repeat": "weekly"}, "FREQ=WEEKLY;BYDAY=TU;UNTIL=20270630"),
        (
            {"repeat": "weeks", "repeat_weeks": "3"},
            "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU;UNTIL=20270630",
        ),
        ({"repeat": "monthly-weekday"}, "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270630"),
        (
            {"repeat": "monthly-weekday", "start_date": "2026-12-29"},
            "FREQ=MONTHLY;BYDAY=-1TU;UNTIL=20270630",
        ),
        ({"repeat": "monthly-day"}, "FREQ=MONTHLY;BYMONTHDAY=1;UNTIL=20270630"),
        (
            {"repeat": "yearly", "repeat_until": "", "repeat_count": "2"},
            "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;COUNT=2",
        ),
    ],
)
def test_words_become_a_rule_and_come_back(fill_in, changes, rule, client):
    fill_in(**{"repeat_until": "2027-06-30", **changes})
    event = saved()
    assert (event.repeats, event.rrule) == ("rule", rule)
    form = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]
    assert form["repeat"].value() == changes["repeat"]
    assert form["repeat_until"].value() == (None if "COUNT" in rule else date(2027, 6, 30))


def test_single_days_as_people_type_them(fill_in, client):
    fill_in(repeat="dates", repeat_dates="Do., 14.1., 11.2.\n18. März und 1.12.2026")
    event = saved()
    days = [row.date.isoformat() for row in event.dates.all()]
    assert days == ["2026-12-01", "2027-01-14", "2027-02-11", "2027-03-18"]
    assert event.occurrences.count() == 4
    form = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]
    assert form["repeat_dates"].value() == "1.12.2026, 14.1.2027, 11.2.2027, 18.3.2027"


def test_days_are_changed_and_taken_away(fill_in):
    fill_in(repeat="dates", repeat_dates="14.1., 11.2.")
    event = saved()
    kept = event.records.get(key="2027-01-14").uid
    fill_in(user=event.owner, event=event, repeat="dates", repeat_dates="14.1., 18.3.")
    days = event.occurrences.order_by("start").values_list("original_date", flat=True)
    assert [day.isoformat() for day in days] == ["2026-12-01", "2027-01-14", "2027-03-18"]
    assert event.records.get(key="2027-01-14").uid == kept
    fill_in(user=event.owner, event=event, repeat="none")
    assert event.occurrences.count() == 1
    assert not event.dates.exists()


def test_a_rule_without_words_is_kept(fill_in, goerlitz, make_event, make_member, client):
    rule = "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270831"
    event = make_event(goerlitz, day=date(2026, 11, 30), repeats="rule", rrule=rule)
    user = make_member("editor", goerlitz)
    same = {"user": user, "event": event, "start_date": "2026-11-30", "repeat": "kept"}
    fill_in(**same, repeat_until="2027-05-31")
    assert EventPage.objects.get().rrule == "FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20270531"
    form = client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).context["form"]
    assert form["repeat"].value() == "kept"
    assert ("kept", "besondere Regel bleibt") in form.fields["repeat"].choices


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"end_time": "18:00"}, "end_time", "Das Ende liegt vor dem Anfang"),
        ({"end_time": "19:00"}, "end_time", "Das Ende liegt vor dem Anfang"),
        ({"end_date": "2026-11-30"}, "end_date", "Der letzte Tag liegt vor dem ersten"),
        ({"end_date": "2026-12-01", "end_time": "02:00"}, "end_time", "Das Ende liegt vor"),
        ({"repeat": "weekly"}, "repeat_until", "bis wann sich der Termin wiederholt"),
        (
            {"repeat": "weekly", "repeat_until": "2026-11-30"},
            "repeat_until",
            "endet vor dem ersten Termin",
        ),
        (
            {"repeat": "weekly", "repeat_until": "2031-01-01"},
            "repeat_until",
            "höchstens zwei Jahre",
        ),
        (
            {"repeat": "weekly", "repeat_until": "2027-06-30", "repeat_count": "4"},
            "repeat_count",
            "nur eines",
        ),
        ({"repeat": "weeks", "repeat_until": "2027-06-30"}, "repeat_weeks", "wie viele Wochen"),
        (
            {"start_date": "2027-03-28", "start_time": "02:30", "end_time": "05:00"},
            "start_time",
            "2:30\u00a0Uhr am 28.\u00a0März\u00a02027 gibt es nicht",
        ),
        (
            {"start_date": "2027-10-31", "start_time": "01:00", "end_time": "02:15"},
            "end_time",
            "2:15\u00a0Uhr am 31.\u00a0Oktober\u00a02027 gibt es zweimal",
        ),
        (
            {
                "start_date": "2027-03-21",
                "start_time": "02:30",
                "end_time": "05:00",
                "repeat": "weekly",
                "repeat_until": "2027-05-01",
            },
            "start_time",
            "28.\u00a0März\u00a02027 gibt es nicht",
        ),
        ({"start_time": ""}, "start_time", "wann es beginnt"),
        ({"repeat": "dates"}, "repeat_dates", "mindestens einen Tag"),
        ({"repeat": "dates", "repeat_dates": "14.1., demnächst"}, "repeat_dates", "„demnächst“"),
        ({"repeat": "dates", "repeat_dates": "31.2."}, "repeat_dates", "„31.2.“"),
        (
            {
                "end_date": "2026-12-03",
                "repeat": "daily",
                "repeat_until": "2026-12-20",
            },
            "end_date",
            "überschneiden sich",
        ),
        ({"registration": "link"}, "registration_url", "Seite zum Anmelden"),
        ({"registration": "contact"}, "registration_contact", "E-Mail-Adresse oder Telefon"),
        ({"venue_postcode": "0282"}, "venue_postcode", "fünf Ziffern"),
        ({"start_date": "0026-12-01"}, "start_date", "Jahr"),
        ({"start_date": "3.12."}, "start_date", "gültiges Datum"),
        ({"start_date": "31.02.2027"}, "start_date", "gültiges Datum"),
        ({"end_date": "demnächst"}, "end_date", "gültiges Datum"),
        ({"registration_until": "31.02.2027"}, "registration_until", "gültiges Datum"),
        ({"start_time": "19 Uhr"}, "start_time", "gültige Uhrzeit"),
        ({"end_time": "25:00"}, "end_time", "gültige Uhrzeit"),
        ({"repeat": "weekly", "repeat_until": "31.02.2027"}, "repeat_until", "gültiges Datum"),
        ({"repeat": "weekly", "repeat_count": "-3"}, "repeat_count", "größer oder gleich 2"),
    ],
)
@pytest.mark.parametrize("publish", [True, False])
def test_bad_input_is_answered_in_german_and_kept(fill_in, publish, changes, field, words):
    response = fill_in(publish=publish, **changes)
    errors = errors_of(response)
    assert words in " ".join(errors[field])
    assert sum(len(found) for found in errors.values()) == 1
    form = response.context["form"]
    for name, typed in {**TYPED, **changes}.items():
        assert (form[name].value() or "") == typed
    assert words in response.content.decode().replace("&nbsp;", "\u00a0")


def test_all_day_and_overnight_are_fine(fill_in):
    assert fill_in(end_time="02:00").status_code == 302
    event = saved()
    row = event.occurrences.get()
    assert (row.last_day, row.several_days) == (date(2026, 12, 2), True)
    typed = {"all_day": "on", "start_time": "", "end_time": "", "end_date": "2026-12-03"}
    assert fill_in(user=event.owner, event=event, **typed).status_code == 302
    assert event.occurrences.get().last_day == date(2026, 12, 3)


class TestExceptionsThatWouldBeLost:
    @pytest.fixture
    def series(self, fill_in):
        fill_in(repeat="weekly", repeat_until="2027-02-02")
        event = saved()
        for day in (date(2026, 12, 22), date(2026, 12, 29)):
            acts.cancel_date(event=event, original_date=day, reason="Ferien")
        return event

    def change(self, fill_in, event, **changes):
        typed = {"repeat": "weekly", "repeat_until": "2027-02-02", "teaser": "Neu", **changes}
        return fill_in(event=event, user=event.owner, **typed)

    @pytest.mark.parametrize("publish", [True, False])
    @pytest.mark.parametrize(
        ("changes", "number"),
        [
            ({"start_date": "2026-12-02"}, 2),
            ({"repeat": "monthly-weekday"}, 2),
            ({"repeat_until": "2026-12-22"}, 1),
            ({"repeat": "none"}, 2),
        ],
    )
    def test_it_is_refused(self, fill_in, series, changes, number, publish):
        response = self.change(fill_in, series, publish=publish, **changes)
        assert response.status_code == 200
        [message] = response.context["form"].errors["start_date"]
        assert message.startswith(f"{number} Ausnahme")
        assert "29.\u00a0Dezember\u00a02026" in message
        assert "nehmen Sie sie zuerst zurück" in message
        assert response.context["form"]["teaser"].value() == "Neu"
        assert saved().start_date == date(2026, 12, 1)

    def test_other_changes_and_dates_taken_back_are_fine(self, fill_in, series):
        changes = {"start_time": "18:00", "repeat_until": "2027-01-26"}
        assert self.change(fill_in, series, **changes).status_code == 302
        for day in (date(2026, 12, 22), date(2026, 12, 29)):
            acts.restore_date(event=series, original_date=day)
        assert self.change(fill_in, series, start_date="2026-12-02").status_code == 302
        assert saved().start_date == date(2026, 12, 2)


def test_only_network_staff_make_an_event_network_wide(fill_in, make_member):
    assert "reach" in errors_of(fill_in(reach="network"))
    fill_in(user=make_member("network_office"), reach="network")
    event = saved()
    assert event.reach == "network"
    # What the network decided survives an edit by the place's own people.
    fill_in(event=event, user=make_member("events", event.listings.get().place), reach="network")
    assert saved().reach == "network"
