"""The plan of the whole demo on many days: enough, distinct, right for the season, sound."""

from collections import Counter
from datetime import date, timedelta

import pytest

from kalender.event_facts import EventFacts, ExceptionFacts
from kalender.recurrence import Rule
from kalender.series import problems
from sites.demo import assignments, quiet
from sites.demo.plan import YEARLY_PAST, plan
from sites.demo.repertoire import NETWORK

DAYS = [
    *(date(year, 12, 24) for year in (2026, 2027)),
    *(date(year, 2, 28) for year in (2027, 2028)),
    *(date(year, 8, 1) for year in (2026, 2027)),
    *(date(year, 10, 25) for year in (2026, 2027)),
    date(2026, 10, 6),
    date(2026, 11, 22),
    date(2027, 5, 14),
]
HALF_A_YEAR = timedelta(days=183)
ONE_DAY = timedelta(days=1)


@pytest.fixture(params=DAYS, ids=str)
def today(request) -> date:
    return request.param


@pytest.fixture
def planned(words, today):
    return list(plan(words, today))


def held(planned, first: date, last: date) -> list[date]:
    """Days from `first` to `last` on which something takes place, one entry per date."""
    return [
        day
        for item in planned
        if not (item.words.twist and item.words.twist.kind in ("cancelled", "postponed"))
        for day in item.held_on
        if first <= day <= last
    ]


def coming(planned, today: date):
    return [item for item in planned if any(day >= today for day in item.held_on)]


def test_about_600_pages_and_1500_dates(planned, today):
    assert 520 <= len(coming(planned, today)) <= 700
    assert 1300 <= len(held(planned, today, today + HALF_A_YEAR)) <= 1850


def test_places_differ_in_how_much_they_do(words, planned, today):
    pages = Counter(item.place for item in coming(planned, today))
    per_tier = {}
    for place in words.places:
        per_tier.setdefault(place.tier, []).append(pages[place.slug])
    average = {tier: sum(found) / len(found) for tier, found in per_tier.items()}
    assert 18 <= average["showcase"] <= 33
    assert 9 <= average["lively"] <= 15
    assert 3 <= average["small"] <= 6
    assert min(per_tier["showcase"] + per_tier["lively"] + per_tier["small"]) > 0
    assert average["silent"] == average["paused"] == average["preparing"] == 0
    assert 12 <= pages[NETWORK] <= 26


def test_quiet_places_have_been_there(words, planned):
    tiers = {place.slug: place.tier for place in words.places}
    past = Counter(tiers.get(item.place) for item in planned)
    assert past["silent"] >= 8
    assert past["paused"] >= 3


def test_every_busy_place_has_something_behind_it(words, planned, today):
    behind = {
        item.place
        for item in planned
        if any(today - YEARLY_PAST <= d < today for d in item.held_on)
    }
    busy = {place.slug for place in words.places if place.tier in ("showcase", "lively")}
    assert busy - behind == set()


def test_no_two_events_share_title_or_teaser(planned):
    for field in ("title", "teaser"):
        values = Counter(getattr(item, field).casefold() for item in planned)
        assert [value for value, number in values.items() if number > 1] == []


def test_no_two_posts_or_projects_share_title_or_teaser(words):
    for found in (assignments.posts(words), assignments.projects(words)):
        items = [item for several in found.values() for item in several]
        for field in ("title", "teaser"):
            values = Counter(getattr(item, field).casefold() for item in items)
            assert [value for value, number in values.items() if number > 1] == []


def test_texts_are_filled_and_fit(planned):
    for item in planned:
        for text in (item.title, item.teaser, *item.words.body):
            assert "{" not in text
            assert "[" not in text
        assert len(item.teaser) <= 200, item.key
        assert len(item.title) <= 120, item.key
        assert len(item.key) <= 190, item.key


def test_keys_are_unique(planned):
    assert len({item.key for item in planned}) == len(planned)


def test_something_happens_within_two_days(planned, today):
    """At Christmas within seven. Counted from the next morning, for a demo started at night."""
    days = 7 if today.month == 12 else 2
    assert len(held(planned, today + ONE_DAY, today + days * ONE_DAY)) >= 3
    assert len(held(planned, today, today + days * ONE_DAY)) >= 3


def test_christmas_is_quiet(planned, today):
    year = today.year
    for feast in (date(year, 12, 24), date(year, 12, 25), date(year, 12, 26), date(year + 1, 1, 1)):
        assert held(planned, feast, feast) == []
    assert len(held(planned, date(year, 12, 31), date(year, 12, 31))) <= 1


def test_single_events_keep_clear_of_the_summer_break(planned):
    for item in planned:
        if item.instance.label.startswith("cycle") and not item.words.outdoor:
            indoors = [day for day in item.instance.days if quiet.is_summer_break(day)]
            assert not indoors or item.words.months, item.key


def test_most_series_rest_in_summer(planned, today):
    spring = [item for item in planned if item.instance.label.startswith("season-")]
    in_june = {p.key for p in spring if any(day.month == 6 for day in p.instance.days)}
    in_august = {p.key for p in spring if any(day.month == 8 for day in p.instance.days)}
    assert len(in_august) < len(in_june) / 2


def test_seasonal_formats_stay_in_their_months(words, planned):
    months = {item.key: item.months for item in words.formats if item.months}
    handwritten = {f"{p.slug}/{event.key}" for p in words.places for event in p.events}
    seen = 0
    for item in planned:
        allowed = months.get(item.words.key.rpartition("-")[0])
        if allowed and item.stem not in handwritten:
            assert {day.month for day in item.instance.days} <= set(allowed), item.key
            seen += 1
    assert seen > 50


def test_evenings_and_saturday_mornings(planned, today):
    days = Counter(day.weekday() for day in held(planned, today, today + HALF_A_YEAR))
    assert days[1] + days[2] + days[3] > sum(days.values()) / 2
    assert days[6] < days[5] < days[1]


def test_the_calendar_finds_no_fault_with_any_event(planned):
    """The same check that the editors' form makes, exceptions included."""
    for item in planned:
        piece, words = item.instance, item.words
        facts = EventFacts(
            title=item.title,
            start_date=piece.days[0],
            start_time=words.start,
            end_date=piece.last_day if piece.length > 1 else None,
            end_time=words.end,
            all_day=words.all_day,
            open_end=words.end is None and not words.all_day,
            rule=Rule.parse(piece.rule) if piece.rule else None,
            extra_dates=() if piece.rule or len(piece.days) == 1 else piece.days,
            has_base=bool(piece.rule) or len(piece.days) == 1,
            exceptions=tuple(
                ExceptionFacts("", change.day, change.kind, change.text, change.new_day)
                if piece.rule
                else ExceptionFacts(
                    change.day.isoformat(), change.day, change.kind, change.text, change.new_day
                )
                for change in item.exceptions
            ),
        )
        assert problems(facts) == [], item.key


def test_network_and_showcases_reach_past_every_clock_change(words, planned, today):
    """Feeds cover 60 days back and 400 ahead; the last Sundays of March and October lie within."""
    first, last = today - timedelta(days=60), today + timedelta(days=400)
    changes = [
        day
        for day in (first + timedelta(days=n) for n in range(460))
        if day.month in (3, 10) and day.weekday() == 6 and day.day > 24
    ]
    for slug in (NETWORK, *(place.slug for place in words.places if place.tier == "showcase")):
        shared = [p for p in planned if p.place == slug and p.words.reach != "place"]
        days = held(shared, first, last)
        for change in changes:
            if change - first > 8 * ONE_DAY and last - change > 8 * ONE_DAY:
                assert any(day < change for day in days), (slug, change)
                assert any(day > change for day in days), (slug, change)


def test_a_later_plan_only_adds(words):
    """Topping up every week for a year never plans anything again under another name or title."""
    built: dict[str, object] = {}
    day = date(2026, 11, 22)
    for _week in range(52):
        for item in plan(words, day, built=built.keys()):
            assert item.key not in built
            assert item.instance.last_day >= day or len(built) < 800
            built[item.key] = item
        day += timedelta(weeks=1)
        ahead = [p for p in built.values() if p.instance.last_day >= day]
        titles = Counter(item.title.casefold() for item in ahead)
        assert [title for title, number in titles.items() if number > 1] == []
        assert len(ahead) >= 500
    assert len(built) > 1200


def test_the_plan_is_the_same_every_time(words):
    first, second = (list(plan(words, date(2026, 11, 22))) for _time in range(2))
    assert first == second
