"""What stands in a feed: stored VEVENT bytes within the window and the cap, in a fixed order."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, IntegerField, Min, Q, QuerySet, Value, When

from kalender.feed_scopes import FeedScope, places_within
from kalender.ical.writer import CalendarHeader, as_google, render_calendar
from kalender.models import CalendarWindow, EventRecord, Occurrence, Reach
from sites.places import hosts
from themes.german_dates import day_and_month

DAYS_BACK = 60
STEPS = (400, 180, 90, 30, 14)  # days ahead; the first that fits
MAX_COMPONENTS = 800  # VEVENTs, overrides included
MAX_BYTES = 700_000
_HEADER_BYTES = 4_000  # room for the calendar's own properties and the zone
CANCELLED_STAY = timedelta(days=14)


@dataclass(frozen=True)
class Contents:
    body: bytes
    left_out: int = 0  # records that the cap keeps out
    shown_until: date | None = None  # last day of a shortened window


@dataclass(frozen=True)
class _Entry:
    pk: int
    order: tuple
    components: int
    size: int


def contents(scope: FeedScope, *, google: bool = False) -> Contents:
    """Assemble a feed: three queries below the cap (four for a radius), some more above it.

    The window is measured from `CalendarWindow.anchor`, so the same state gives the same bytes.
    """
    anchor = CalendarWindow.get().anchor
    rows = _rows(scope)
    entries, shown_until = _within_cap(rows, anchor)
    left_out = 0
    if shown_until:
        everything = _records(rows, anchor, STEPS[0]).count()
        left_out = everything - len(entries)
    fragments = _fragments(entries)
    header = CalendarHeader(
        name=scope.name,
        description=_description(scope, left_out, shown_until),
        url=scope.page_url,
        source_url=hosts.network_url(scope.google_path if google else scope.path),
    )
    if google:
        fragments = [as_google(fragment) for fragment in fragments]
    return Contents(render_calendar(header, fragments), left_out, shown_until)


def records_in_window(scope: FeedScope) -> QuerySet[EventRecord]:
    """The records that the feed would hold without a cap."""
    return _records(_rows(scope), CalendarWindow.get().anchor, STEPS[0])


def _rows(scope: FeedScope) -> QuerySet[Occurrence]:
    rows = Occurrence.objects.filter(scope.rows)
    if scope.position and scope.radius_km:
        rows = rows.filter(place__in=places_within(scope.position, scope.radius_km))
    return rows


def _records(rows: QuerySet[Occurrence], anchor: date, days: int) -> QuerySet[EventRecord]:
    """Records with a date in the window; a whole cancelled one goes 14 days after its last."""
    shown = rows.filter(
        last_day__gte=anchor - timedelta(days=DAYS_BACK),
        first_day__lte=anchor + timedelta(days=days),
    )
    return EventRecord.objects.filter(pk__in=shown.values("record"), is_retired=False).exclude(
        is_cancelled=True, last_day__lt=anchor - CANCELLED_STAY
    )


def _within_cap(rows: QuerySet[Occurrence], anchor: date) -> tuple[list[_Entry], date | None]:
    """The entries of the longest window that fits, and its last day if it is not the full one."""
    for days in STEPS:
        found = _records(rows, anchor, days).order_by("first_day", "uid")
        entries = _entries(found[: MAX_COMPONENTS + 1])
        if _fits(entries):
            return entries, None if days == STEPS[0] else anchor + timedelta(days=days)
    chosen = _most_important(_records(rows, anchor, STEPS[-1]), anchor)
    return chosen, anchor + timedelta(days=STEPS[-1])


def _most_important(records: QuerySet[EventRecord], anchor: date) -> list[_Entry]:
    """Überregional first, then by next date; whole records up to the cap."""
    network_first = Case(
        When(event__reach=Reach.NETWORK, then=Value(0)),
        default=Value(1),
        output_field=IntegerField(),
    )
    next_day = Min("occurrences__first_day", filter=Q(occurrences__last_day__gte=anchor))
    ordered = records.annotate(rank=network_first, next_day=next_day).order_by(
        "rank", F("next_day").asc(nulls_last=True), "first_day", "uid"
    )
    chosen: list[_Entry] = []
    for entry in _entries(ordered[:MAX_COMPONENTS]):
        if not _fits([*chosen, entry]):
            break
        chosen.append(entry)
    return sorted(chosen, key=lambda entry: entry.order)


def _entries(records: Iterable) -> list[_Entry]:
    fields = records.values_list("pk", "first_day", "uid", "component_count", "size")
    return [_Entry(pk, (day, uid), count, size) for pk, day, uid, count, size in fields]


def _fits(entries: list[_Entry]) -> bool:
    components = sum(entry.components for entry in entries)
    size = sum(entry.size for entry in entries) + _HEADER_BYTES
    return components <= MAX_COMPONENTS and size <= MAX_BYTES


def _fragments(entries: list[_Entry]) -> list[bytes]:
    """The stored bytes in the order of the entries; one query."""
    chosen = [entry.pk for entry in entries]
    stored = dict(EventRecord.objects.filter(pk__in=chosen).values_list("pk", "vevents"))
    return [bytes(stored[pk]) for pk in chosen if pk in stored]


def _description(scope: FeedScope, left_out: int, shown_until: date | None) -> str:
    where = f"Alle Termine mit Beschreibung: {scope.page_url}"
    if not left_out or shown_until is None:
        return where
    return (
        f"{where}. Dieser Kalender reicht wegen seiner Größe bis zum {day_and_month(shown_until)}: "
        f"{left_out} weitere Termine fehlen hier. Sie stehen in den kleineren Kalendern für Ort, "
        "Umkreis, Kreis oder Thema."
    )
