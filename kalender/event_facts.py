"""The calendar facts of one event page, free of ORM, clock and zones.

All times are naive Berlin wall-clock times. What dates the facts give: ``series.py``.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from kalender.recurrence import Rule

Status = Literal["planned", "moved", "postponed", "sold_out", "cancelled"]
ExceptionKind = Literal["cancelled", "moved", "remark"]

BASE_RECORD = ""
MOVED_PREFIX = "moved-"


@dataclass(frozen=True)
class ExceptionFacts:
    """What differs on one date. ``record_key`` is "" for a date of the base, also when it moves
    so far that it gets a record of its own, else the irregular date's own key."""

    record_key: str
    original_date: date
    kind: ExceptionKind
    text: str = ""
    new_date: date | None = None
    new_start_time: time | None = None
    new_end_time: time | None = None
    new_venue: str = ""


@dataclass(frozen=True)
class EventFacts:
    """Everything the calendar needs to know about one event page.

    ``end_date`` is the last day, inclusive, of the first date; every date lasts as many days.
    ``extra_dates`` are irregular dates, one record each. Without ``has_base`` only they exist,
    and ``start_date`` merely anchors ``end_date``. An all-day event ignores its times; ``open_end``
    ignores ``end_time``. ``date_url_template`` contains ``{date}`` for the original ISO date.
    """

    title: str
    start_date: date
    url: str = ""
    place_short_name: str = ""
    start_time: time | None = None
    end_date: date | None = None
    end_time: time | None = None
    all_day: bool = False
    open_end: bool = False
    rule: Rule | None = None
    extra_dates: tuple[date, ...] = ()
    has_base: bool = True
    teaser: str = ""
    info_lines: tuple[str, ...] = ()
    venue_location: str = ""
    online_url: str = ""
    latitude: float | None = None
    longitude: float | None = None
    date_url_template: str = ""
    categories: tuple[str, ...] = ()
    contact: str = ""
    status: Status = "planned"
    reason: str = ""
    previous_start: datetime | None = None
    exceptions: tuple[ExceptionFacts, ...] = ()

    @property
    def untimed(self) -> bool:
        """Written as whole days."""
        return self.all_day or self.start_time is None

    @property
    def further_days(self) -> int:
        """Days after its first on which a date goes on; 0 for overnight."""
        return max((self.end_date - self.start_date).days, 0) if self.end_date else 0

    @property
    def end_known(self) -> bool:
        """The page says at what time a date ends."""
        return not self.untimed and not self.open_end and self.end_time is not None

    def date_url(self, original_date: date) -> str:
        """Address of the page of a single date; the event's own where there is no template."""
        return self.date_url_template.replace("{date}", original_date.isoformat()) or self.url
