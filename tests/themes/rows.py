"""A date as templates get it, without a database."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

TODAY = date(2026, 11, 22)
BERLIN = ZoneInfo("Europe/Berlin")


@dataclass
class Row:
    """What the template contract calls a DateRow."""

    begins: str = "2026-11-24T19:00"
    ends: str = "2026-11-24T21:00"
    title: str = "Küchentisch"
    teaser: str = ""
    url: str = "http://goerlitz.localhost/kalender/kuechentisch/2026-11-24/"
    place_name: str = "Görlitz"
    venue_line: str = "Altes Rathaus"
    status: str = "planned"
    note: str = ""
    all_day: bool = False
    open_end: bool = False
    is_online: bool = False
    event: object = None

    @property
    def local_start(self) -> datetime:
        return datetime.fromisoformat(self.begins)

    @property
    def local_end(self) -> datetime:
        return datetime.fromisoformat(self.ends)

    @property
    def start(self) -> datetime:
        return self.local_start.replace(tzinfo=BERLIN).astimezone(UTC)

    @property
    def first_day(self) -> date:
        return self.local_start.date()

    @property
    def last_day(self) -> date:
        return max((self.local_end - timedelta(seconds=1)).date(), self.first_day)
