"""What `/kalender/` shows: a list grouped by day, chips for the time, pages of bounded length."""

from datetime import date, datetime, timedelta
from urllib.parse import urlencode

from django.db.models import QuerySet

from kalender import listing, subscribe
from kalender.localtime import to_utc
from kalender.models import Occurrence
from kalender.series_dates import midnight
from sites.places import regions
from sites.places.models import Place
from sites.places.nearby import listed_places
from sites.runtime import clock

ROWS = 40  # a page
MAX_PAGE = 50
CHIPS = [
    ("", "Alle"),
    ("heute", "Heute"),
    ("woche", "Diese Woche"),
    ("wochenende", "Wochenende"),
    ("online", "Online"),
]


def calendar_context(request, *, place: Place | None) -> dict:
    """Context of a place's calendar, or of the network's. Six queries at most."""
    asked = _Asked(request, place)
    everything = listing.dates_of_place(place) if place else listing.dates_of_network()
    rows = asked.narrowed(everything)
    offset = (asked.page - 1) * ROWS
    if asked.past:
        found = list(rows.filter(end__lte=clock.now()).reverse()[offset : offset + ROWS + 1])
    else:
        found = listing.running_and_coming(rows, asked.since, offset, ROWS + 1)
    has_more = len(found) > ROWS and asked.page < MAX_PAGE
    return {
        "days": listing.on_days(found[:ROWS]),
        "chips": [] if asked.past else asked.chips(),
        "pager": asked.pager(has_more),
        "subscribe": subscribe.subscription(place=place, state=asked.state),
        "past": asked.past,
        "past_url": _past_url(asked, everything),
        "scope_title": asked.title(),
        "filters": {} if place else asked.filters(),
    }


def _past_url(asked: "_Asked", rows: QuerySet[Occurrence]) -> str:
    """To earlier dates, where there are any, and back."""
    if asked.past:
        return asked.url(frueher="")
    now = clock.now()
    # What is over has begun, too: that the indexes know.
    earlier = rows.filter(start__lte=now, end__lte=now)
    return asked.url(frueher="1", zeit="", ab="") if earlier.exists() else ""


class _Asked:
    """The query string, read forgivingly: what makes no sense counts as not given."""

    def __init__(self, request, place: Place | None):
        given = request.GET
        self.path = request.path
        self.place = place
        self.zeit = given.get("zeit", "") if given.get("zeit") in dict(CHIPS) else ""
        self.state = None if place else regions.state_by_slug(given.get("land", ""))
        self.past = given.get("frueher") == "1"
        self.ab = _day(given.get("ab", ""))
        page = given.get("seite", "")
        number = int(page) if page.isascii() and page.isdigit() and len(page) < 4 else 1
        self.page = min(max(number, 1), MAX_PAGE)

    @property
    def since(self) -> datetime:
        """The moment after which a date must end to be shown."""
        return to_utc(midnight(self.ab)) if self.ab else clock.now()

    def narrowed(self, rows: QuerySet[Occurrence]) -> QuerySet[Occurrence]:
        if self.state:
            rows = rows.filter(state_key=self.state.key)
        if self.zeit == "online":
            return rows.filter(is_online=True)
        if self.zeit and not self.past:
            first, last = _span(self.zeit, clock.today())
            return rows.filter(first_day__lte=last, last_day__gte=first)
        return rows

    def url(self, **changes: str) -> str:
        """This page with some parameters changed; empty ones are left out."""
        asked = {
            "zeit": self.zeit,
            "land": self.state.slug if self.state else "",
            "frueher": "1" if self.past else "",
            "ab": self.ab.isoformat() if self.ab else "",
            **changes,
        }
        query = urlencode({name: value for name, value in asked.items() if value})
        return f"{self.path}?{query}" if query else self.path

    def chips(self) -> list[dict]:
        return [
            {"label": label, "url": self.url(zeit=value, ab=""), "current": value == self.zeit}
            for value, label in CHIPS
        ]

    def pager(self, has_more: bool) -> dict:
        def page_url(number: int) -> str:
            return self.url(seite=str(number) if number > 1 else "")

        return {
            "previous_url": page_url(self.page - 1) if self.page > 1 else "",
            "next_url": page_url(self.page + 1) if has_more else "",
            "label": f"Seite {self.page}" if self.page > 1 or has_more else "",
        }

    def title(self) -> str:
        if self.place:
            return f"Termine {self.place.in_name}"
        if self.state:
            article = "im" if self.state.name == "Saarland" else "in"
            return f"Termine {article} {self.state.name}"
        return "Termine im Netzwerk"

    def filters(self) -> dict:
        """The Länder that have places; one query."""
        keys = listed_places().order_by().values_list("state_key", flat=True).distinct()
        states = sorted((regions.STATES[key] for key in keys), key=lambda state: state.name)
        options = [{"value": "", "label": "Alle Länder", "selected": self.state is None}]
        options += [
            {"value": state.slug, "label": state.name, "selected": state == self.state}
            for state in states
        ]
        hidden = {"zeit": self.zeit, "frueher": "1" if self.past else ""}
        return {
            "fields": [{"name": "land", "label": "Land", "kind": "select", "options": options}],
            "hidden": [{"name": key, "value": value} for key, value in hidden.items() if value],
            "active": self.state is not None,
            "reset_url": self.url(land=""),
        }


def _span(zeit: str, today: date) -> tuple[date, date]:
    """Local days of a chip; the week is Monday to Sunday, its weekend Saturday and Sunday."""
    sunday = today + timedelta(days=6 - today.weekday())
    if zeit == "heute":
        return today, today
    if zeit == "woche":
        return today, sunday
    return max(today, sunday - timedelta(days=1)), sunday


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 and "1990" <= text < "2101" else None
    except ValueError:
        return None
