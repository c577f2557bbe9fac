"""Which VEVENTs an event's records consist of: master, overrides, single dates.

One record is one UID. An override carries the full property set, its RECURRENCE-ID is the
original start (RFC 5545 3.8.4.4).
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from kalender.event_facts import BASE_RECORD, EventFacts
from kalender.ical.wording import description, summary
from kalender.ical.writer import VEvent
from kalender.localtime import spans_change, to_utc
from kalender.series import occurrence
from kalender.series_dates import SeriesDate, base_dates, series_dates, span


def record_keys(facts: EventFacts) -> list[str]:
    """Keys of all records the event needs, "" (the base) first. Each gets a UID of its own.

    Without the base when it has none, or in the odd case that every date of a rule moved away.
    """
    return list(dict.fromkeys(sorted(dated.record_key for dated in series_dates(facts))))


def compose(facts: EventFacts, uids: Mapping[str, str]) -> dict[str, tuple[VEvent, ...]]:
    """The components of every record, masters before their overrides in order of date.

    KeyError when a record has no UID. Costs a few ms for a two-year series.
    """
    records: dict[str, list[SeriesDate]] = {key: [] for key in record_keys(facts)}
    for dated in series_dates(facts):
        records[dated.record_key].append(dated)
    recurs = len(base_dates(facts)) > 1
    composed: dict[str, tuple[VEvent, ...]] = {}
    for key, dates in records.items():
        if key != BASE_RECORD:
            series_uid = uids.get(BASE_RECORD, "") if recurs else ""
            composed[key] = (_apart(facts, uids[key], dates[0], series_uid),)
        elif recurs:
            composed[key] = _series(facts, uids[key], dates)
        else:
            composed[key] = (_component(facts, uids[key], dates[0], facts.url),)
    return composed


def compose_single_date(facts: EventFacts, original_date: date, uid: str) -> VEvent:
    """One date as an event of its own, to be downloaded; never part of a feed.

    LookupError when the event has no such date. The exception of the date is applied.
    """
    for dated in series_dates(facts):
        if dated.original_date == original_date:
            return _component(facts, uid, dated, facts.date_url(original_date))
    raise LookupError(f"no date on {original_date}")


def _series(facts: EventFacts, uid: str, kept: list[SeriesDate]) -> tuple[VEvent, ...]:
    days = base_dates(facts)
    staying = {dated.original_date for dated in kept}
    master = replace(
        _component(facts, uid, SeriesDate(BASE_RECORD, days[0]), facts.url),
        rrule=_rrule(facts, days[-1]),
        exdates=tuple(_planned(facts, day) for day in days if day not in staying),
    )
    overrides = (
        replace(
            _component(facts, uid, dated, facts.date_url(dated.original_date)),
            recurrence_id=_planned(facts, dated.original_date),
        )
        for dated in kept
        if dated.exception or _needs_own_end(facts, dated.original_date, days[0])
    )
    return (master, *overrides)


def _apart(facts: EventFacts, uid: str, dated: SeriesDate, series_uid: str) -> VEvent:
    """A moved or irregular date, naming the series it belongs to (RELATED-TO, 3.8.4.5)."""
    event = _component(facts, uid, dated, facts.date_url(dated.original_date))
    return replace(event, related_to=series_uid)


def _needs_own_end(facts: EventFacts, day: date, first: date) -> bool:
    """The date must say its DTEND itself, as the master's is not understood alike for it.

    On a night of the clock change engines disagree whether it means equal wall clock or equal
    length (RFC 5545 3.8.5.3). Where the master itself is such a night, all of its dates are
    doubtful: ical.js then shortens even the first.
    """
    if facts.untimed:
        return False
    return spans_change(*span(facts, day)) or spans_change(*span(facts, first))


def _rrule(facts: EventFacts, last: date) -> str:
    """UNTIL is the last real start: in UTC for times, a DATE for whole days (3.3.10)."""
    rule = facts.rule
    if rule is None:
        return ""
    if rule.until is None:
        return str(rule)
    planned = _planned(facts, last)
    if isinstance(planned, datetime):
        return f"{rule.pattern()};UNTIL={to_utc(planned):%Y%m%dT%H%M%SZ}"
    return f"{rule.pattern()};UNTIL={planned:%Y%m%d}"


def _planned(facts: EventFacts, day: date) -> date | datetime:
    """Original start in the form of DTSTART."""
    return day if facts.untimed else span(facts, day)[0]


def _component(facts: EventFacts, uid: str, dated: SeriesDate, link: str) -> VEvent:
    held = occurrence(facts, dated)
    return VEvent(
        uid=uid,
        start=held.start_local.date() if held.all_day else held.start_local,
        end=held.end_local.date() if held.all_day else held.end_local,
        summary=summary(facts, held),
        description=description(facts, held, dated.exception, link),
        location=held.venue or facts.online_url,
        url=link,
        status="CANCELLED" if held.status in ("cancelled", "postponed") else "CONFIRMED",
        categories=facts.categories,
        contact=facts.contact,
        geo=_position(facts) if held.venue == facts.venue_location else None,
        conference=facts.online_url,
    )


def _position(facts: EventFacts) -> tuple[float, float] | None:
    if facts.latitude is None or facts.longitude is None:
        return None
    return facts.latitude, facts.longitude
