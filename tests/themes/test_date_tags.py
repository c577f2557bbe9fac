"""The date tags as templates use them, and the parts of pages that show dates."""

from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.template import engines
from django.template.loader import render_to_string

from .rows import TODAY, Row

NIGHT = Row(begins="2026-11-24T20:00", ends="2026-11-25T01:00")
UNTIL_MIDNIGHT = Row(begins="2026-11-24T20:00", ends="2026-11-25T00:00")
WEEKEND = Row(begins="2027-06-05T18:00", ends="2027-06-07T14:00")
WHOLE_DAYS = Row(begins="2027-06-05T00:00", ends="2027-06-08T00:00", all_day=True)


def say(tag: str, row: Row) -> str:
    template = engines["django"].from_string("{% load dates %}{% " + tag + " row %}")
    html = template.render({"row": row, "today": TODAY})
    return BeautifulSoup(html, "html.parser").get_text().strip()


def drawn(template: str, **context) -> BeautifulSoup:
    return BeautifulSoup(render_to_string(template, {"today": TODAY, **context}), "html.parser")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (Row(), "Di.,\u00a024.\u00a0November, 19–21\u00a0Uhr"),
        (NIGHT, "Di.,\u00a024.\u00a0November, 20\u00a0Uhr bis 1\u00a0Uhr"),
        (UNTIL_MIDNIGHT, "Di.,\u00a024.\u00a0November, 20–24\u00a0Uhr"),
        (
            WEEKEND,
            (
                "Sa.,\u00a05.\u00a0Juni\u00a02027, 18\u00a0Uhr, "
                "bis Mo.,\u00a07.\u00a0Juni\u00a02027, 14\u00a0Uhr"
            ),
        ),
        (WHOLE_DAYS, "5.–7.\u00a0Juni\u00a02027, ganztägig"),
        (Row(event=SimpleNamespace(end_time=None)), "Di.,\u00a024.\u00a0November, 19\u00a0Uhr"),
        (Row(open_end=True), "Di.,\u00a024.\u00a0November, ab\u00a019\u00a0Uhr"),
    ],
)
def test_when(row, expected):
    assert say("when", row) == expected


def test_a_night_belongs_to_its_evening():
    assert say("days", NIGHT) == "Di.,\u00a024.\u00a0November"
    assert say("spoken_when", NIGHT) == "Dienstag, 24.\u00a0November, 20\u00a0Uhr bis 1\u00a0Uhr"


def test_a_moved_date_says_when_it_would_have_been():
    moved = Row(status="moved")
    moved.original_date = date(2026, 12, 3)
    assert say("was_planned_for", moved) == "bisher Do.,\u00a03.\u00a0Dezember"
    moved.original_date = moved.first_day
    assert say("was_planned_for", moved) == ""
    assert say("was_planned_for", Row()) == ""


def test_the_leaf_of_no_date_says_nothing():
    template = engines["django"].from_string("{% load dates %}{% blank_leaf %}")
    leaf = BeautifulSoup(template.render({}), "html.parser").select_one(".leaf")
    assert leaf.get_text().strip() == ""
    assert leaf["aria-hidden"] == "true"


def test_below_a_day_only_the_times_are_said_but_all_of_several_days():
    assert say("times_or_days", Row()) == "19–21\u00a0Uhr"
    assert say("times_or_days", WHOLE_DAYS) == "5.–7.\u00a0Juni\u00a02027, ganztägig"


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        ("2026-10-24T19:00", "2026-10-24T19:00+02:00"),
        ("2026-10-26T19:00", "2026-10-26T19:00+01:00"),
    ],
)
def test_machine_time_has_the_offset_of_its_day(begins, expected):
    assert say("machine_time", Row(begins=begins, ends=begins)) == expected


def test_machine_time_of_whole_days_is_a_date():
    assert say("machine_time", WHOLE_DAYS) == "2027-06-05"


def test_the_leaf_is_decoration_and_marks_sundays():
    leaf = drawn("components/date_row.html", with_leaf=True, row=Row(begins="2026-11-29T10:00"))
    box = leaf.select_one(".leaf")
    assert box["aria-hidden"] == "true"
    assert "leaf--sunday" in box["class"]
    assert [part.get_text() for part in box.select("span")] == ["So", "29", "Nov"]


def test_the_leaf_of_several_days_shows_first_and_last():
    assert say("leaf", WEEKEND) == "Sa5–7Juni"


@pytest.mark.parametrize("with_leaf", [True, False])
def test_the_link_of_a_date_is_called_by_its_title_weekday_and_date(with_leaf):
    soup = drawn("components/date_row.html", row=Row(), with_leaf=with_leaf)
    assert soup.a.get_text() == "Küchentisch, Dienstag, 24.\u00a0November, 19–21\u00a0Uhr"
    assert soup.a["href"] == Row().url


def test_a_cancelled_date_is_struck_through_with_its_reason():
    row = Row(status="cancelled", note="Der Saal hat einen Wasserschaden.")
    soup = drawn("components/date_row.html", row=row, with_leaf=True)
    assert soup.a.s.get_text() == "Küchentisch"
    assert soup.time.s.get_text() == "Di.,\u00a024.\u00a0November, 19–21\u00a0Uhr"
    assert soup.select_one(".badge--alert").get_text(strip=True) == "Abgesagt"
    assert soup.select_one(".date-row__note").get_text() == row.note


def test_a_date_of_a_series_falls_out():
    soup = drawn("components/series_date.html", row=Row(status="cancelled"))
    assert soup.select_one(".badge").get_text(strip=True) == "Fällt aus"


def test_a_planned_date_has_no_badge_of_state():
    soup = drawn("components/date_row.html", row=Row(), with_leaf=True)
    assert not soup.s
    assert [badge.get_text() for badge in soup.select(".badge")] == [""]


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        ("cancelled", "Abgesagt: Grund."),
        ("moved", "Verschoben: Grund."),
        ("postponed", "Verschoben, neuer Termin folgt: Grund."),
        ("sold_out", "Ausgebucht: Grund."),
        ("remark", "Hinweis: Grund."),
    ],
)
def test_banner(kind, label):
    banner = {"kind": kind, "text": "Grund.", "next": Row()}
    first, second = drawn("components/banner.html", banner=banner).select("p")
    assert first.get_text() == label
    assert second.get_text() == "Nächster Termin: Di.,\u00a024.\u00a0November, 19–21\u00a0Uhr"


def test_the_hint_to_subscribe_stands_after_the_day_with_the_fifth_row():
    day = Row().first_day
    days = [(day, [Row()] * 3), (day, [Row()] * 2), (day, [Row()])]
    template = engines["django"].from_string("{% load dates %}{{ days|day_after_rows:5 }}")
    assert template.render({"days": days}) == "2"
    assert template.render({"days": days[:1]}) == "0"
