"""Which components a record gets: master, overrides, dates of their own."""

from datetime import date, datetime, time

import pytest

from kalender.ical.composer import compose, compose_single_date, record_keys
from kalender.ical.writer import VEvent, digest
from kalender.series import EventFacts
from tests.kalender.pure.samples import (
    cancelled,
    event,
    file_of,
    moved,
    remark,
    series,
    uids,
)

WEEKLY = "FREQ=WEEKLY;BYDAY=TU;COUNT=4"  # 3, 10, 17, 24 November 2026
NBSP = "\N{NO-BREAK SPACE}"


def base(facts: EventFacts) -> tuple[VEvent, ...]:
    return compose(facts, uids(facts))[""]


def only(facts: EventFacts) -> VEvent:
    (component,) = base(facts)
    return component


def test_a_single_event() -> None:
    link = "https://goerlitz.netz.example/kalender/buergertisch/"
    facts = event(latitude=51.15, longitude=14.98, categories=("Klima",), contact="030 23125-001")
    assert compose(facts, {"": "u@termine.example"}) == {
        "": (
            VEvent(
                uid="u@termine.example",
                start=datetime(2026, 11, 3, 18),
                end=datetime(2026, 11, 3, 20),
                summary="Bürgertisch · Görlitz",
                description="Reden, was ansteht.\n\nAnmeldung: nicht nötig\nEintritt frei\n\n"
                + link,
                location="Bürgerhaus Süd, Äußere Straße 5, 02826 Görlitz",
                url=link,
                categories=("Klima",),
                contact="030 23125-001",
                geo=(51.15, 14.98),
            ),
        )
    }


def test_a_series_is_one_master() -> None:
    facts = only(series(WEEKLY))
    assert facts.rrule == WEEKLY
    assert facts.url == facts.description.rpartition("\n")[2] == event().url
    assert (facts.recurrence_id, facts.exdates) == (None, ())


@pytest.mark.parametrize(
    ("changes", "until"),
    [
        ({}, "UNTIL=20261124T170000Z"),
        ({"start_date": date(2026, 9, 29)}, "UNTIL=20261124T170000Z"),
        ({"start_date": date(2026, 9, 1), "until": "20261001"}, "UNTIL=20260929T160000Z"),
        ({"all_day": True}, "UNTIL=20261124"),
    ],
)
def test_until_is_the_last_start_in_utc_or_a_date(changes: dict[str, object], until: str) -> None:
    """RFC 5545 3.3.10: UTC when DTSTART has a TZID, a DATE when it is one; never midnight."""
    last = changes.pop("until", "20261129")
    assert only(series(f"FREQ=WEEKLY;BYDAY=TU;UNTIL={last}", **changes)).rrule == (
        f"FREQ=WEEKLY;BYDAY=TU;{until}"
    )


def test_a_rule_with_one_date_left_is_a_single_event() -> None:
    """Microsoft 365 refuses a series of one (nixxo/nixxo.github.io#2)."""
    facts = series(
        "FREQ=WEEKLY;BYDAY=TU;UNTIL=20261103", exceptions=(cancelled(date(2026, 11, 3)),)
    )
    component = only(facts)
    assert (component.rrule, component.recurrence_id) == ("", None)
    assert component.status == "CANCELLED"


def test_overrides_carry_everything() -> None:
    """RFC 5545 3.8.4.4: RECURRENCE-ID is the original start; an override inherits nothing."""
    facts = series(
        WEEKLY,
        latitude=51.15,
        longitude=14.98,
        categories=("Klima",),
        contact="030 23125-001",
        exceptions=(
            remark(date(2026, 11, 24), "Bitte Stühle mitbringen"),
            cancelled(date(2026, 11, 10), "Saal gesperrt"),
            moved(
                date(2026, 11, 17),
                new_date=date(2026, 11, 18),
                new_start_time=time(19, 30),
                new_venue="Altes Rathaus, Görlitz",
                text="Der Saal ist belegt.",
            ),
        ),
    )
    master, off, shifted, noted = base(facts)
    assert {item.uid for item in base(facts)} == {"uid-base@termine.example"}
    for override, day in ((off, 10), (shifted, 17), (noted, 24)):
        assert override.recurrence_id == datetime(2026, 11, day, 18)
        assert override.rrule == ""
        assert override.categories == master.categories
        assert override.contact == master.contact
        assert override.url == f"{facts.url}2026-11-{day}/"
        assert override.description.endswith("\n\n" + override.url)
        assert "Reden, was ansteht." in override.description
    assert (off.status, off.summary) == ("CANCELLED", "ABGESAGT: Bürgertisch · Görlitz")
    assert off.start == off.recurrence_id
    assert off.description.startswith("Abgesagt: Saal gesperrt\n\n")
    assert (shifted.start, shifted.end) == (
        datetime(2026, 11, 18, 19, 30),
        datetime(2026, 11, 18, 21, 30),
    )
    assert (shifted.status, shifted.location) == ("CONFIRMED", "Altes Rathaus, Görlitz")
    assert shifted.geo is None, "the old position is not the new place's"
    assert shifted.description.startswith(
        f"Verschoben, bisher Di., 17. November 2026, 18{NBSP}Uhr.\n"
        "Neuer Ort: Altes Rathaus, Görlitz\nDer Saal ist belegt.\n\n"
    )
    assert noted.description.startswith("Hinweis: Bitte Stühle mitbringen\n\n")
    assert noted.geo == master.geo == (51.15, 14.98)


def test_a_date_moved_past_its_neighbour_leaves_the_series() -> None:
    """Outlook: EXDATE in the master and a VEVENT of its own with RELATED-TO."""
    facts = series(WEEKLY, exceptions=(moved(date(2026, 11, 10), new_date=date(2026, 12, 1)),))
    assert record_keys(facts) == ["", "moved-2026-11-10"]
    records = compose(facts, uids(facts))
    (master,) = records[""]
    assert master.exdates == (datetime(2026, 11, 10, 18),)
    (apart,) = records["moved-2026-11-10"]
    assert apart.uid == "uid-moved-2026-11-10@termine.example"
    assert apart.related_to == master.uid
    assert (apart.start, apart.recurrence_id, apart.rrule) == (datetime(2026, 12, 1, 18), None, "")
    assert apart.url == facts.url + "2026-11-10/", "keyed by the original date"


def test_the_first_date_moved_away_keeps_dtstart() -> None:
    """RFC 5545 3.8.5.1: DTSTART counts for COUNT and may be excluded by EXDATE."""
    facts = series(WEEKLY, exceptions=(moved(date(2026, 11, 3), new_date=date(2026, 12, 1)),))
    master = only(facts)
    assert (master.start, master.exdates) == (
        datetime(2026, 11, 3, 18),
        (datetime(2026, 11, 3, 18),),
    )


def test_a_series_all_of_whose_dates_moved_away_has_no_master() -> None:
    facts = series(
        "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
        exceptions=(
            moved(date(2026, 11, 3), new_date=date(2026, 11, 12)),
            moved(date(2026, 11, 10), new_date=date(2026, 11, 1)),
        ),
    )
    assert record_keys(facts) == ["moved-2026-11-03", "moved-2026-11-10"]
    records = compose(facts, uids(facts))
    assert [parts[0].related_to for parts in records.values()] == ["", ""]


def test_whole_days_recur_as_dates() -> None:
    facts = series(
        WEEKLY,
        all_day=True,
        exceptions=(
            cancelled(date(2026, 11, 10)),
            moved(date(2026, 11, 17), new_date=date(2026, 12, 1)),
        ),
    )
    master, off = base(facts)
    assert (master.start, master.end) == (date(2026, 11, 3), date(2026, 11, 4))
    assert not isinstance(master.start, datetime)
    assert (master.exdates, off.recurrence_id) == ((date(2026, 11, 17),), date(2026, 11, 10))


def test_irregular_dates_are_records_without_rule_or_rdate() -> None:
    """node-ical keeps 1 of 12 of an RDATE list; Outlook wants it paired with EXDATE."""
    days = (date(2026, 11, 3), date(2026, 11, 12))
    facts = event(
        has_base=False, extra_dates=days, exceptions=(cancelled(days[1], key="2026-11-12"),)
    )
    assert record_keys(facts) == ["2026-11-03", "2026-11-12"]
    first, second = (parts[0] for parts in compose(facts, uids(facts)).values())
    assert (first.status, second.status) == ("CONFIRMED", "CANCELLED")
    assert first.url == facts.url + "2026-11-03/"
    assert first.related_to == ""
    assert b"RDATE" not in file_of(facts)
    beside = series(WEEKLY, extra_dates=(date(2026, 11, 12),))
    assert compose(beside, uids(beside))["2026-11-12"][0].related_to == "uid-base@termine.example"


def test_a_record_without_uid_is_an_error() -> None:
    with pytest.raises(KeyError):
        compose(series(WEEKLY, extra_dates=(date(2026, 11, 12),)), {"": "a@b.example"})


def test_a_cancelled_series_cancels_its_overrides() -> None:
    facts = series(
        WEEKLY,
        status="cancelled",
        reason="Wir hören auf",
        exceptions=(moved(date(2026, 11, 10), new_start_time=time(19)),),
    )
    assert {item.status for item in base(facts)} == {"CANCELLED"}
    assert {item.summary for item in base(facts)} == {"ABGESAGT: Bürgertisch · Görlitz"}
    assert all(item.description.startswith("Abgesagt: Wir hören auf\n\n") for item in base(facts))


def test_a_single_date_to_download_has_no_rule() -> None:
    facts = series(WEEKLY, exceptions=(cancelled(date(2026, 11, 10), "Saal gesperrt"),))
    plain = compose_single_date(facts, date(2026, 11, 17), "u-20261117@termine.example")
    assert (plain.uid, plain.start) == ("u-20261117@termine.example", datetime(2026, 11, 17, 18))
    assert (plain.rrule, plain.recurrence_id, plain.exdates) == ("", None, ())
    assert plain.url == facts.url + "2026-11-17/"
    assert plain.description.endswith(plain.url)
    off = compose_single_date(facts, date(2026, 11, 10), "u-20261110@termine.example")
    assert (off.status, off.summary) == ("CANCELLED", "ABGESAGT: Bürgertisch · Görlitz")
    with pytest.raises(LookupError):
        compose_single_date(facts, date(2026, 11, 18), "u@termine.example")


def test_the_same_facts_give_the_same_bytes() -> None:
    """Nextcloud stores a change row per event whose bytes move (nextcloud/server#58193)."""
    facts = series(
        WEEKLY, exceptions=(cancelled(date(2026, 11, 10)), remark(date(2026, 11, 3), "x"))
    )
    shuffled = series(WEEKLY, exceptions=facts.exceptions[::-1])
    assert file_of(facts) == file_of(facts) == file_of(shuffled)
    assert digest(base(facts)) == digest(base(shuffled))
    assert digest(base(facts)) != digest(base(series(WEEKLY)))
