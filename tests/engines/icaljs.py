"""ical.js, the engine of Thunderbird and Nextcloud, on Node.js.

It knows only the zones that the file itself brings: a wrong VTIMEZONE shows here.
"""

from datetime import datetime

from tests.engines import Instance, nodejs

ENGINE = "ical.js"


def expand_many(
    calendars: dict[str, bytes], start: datetime, end: datetime
) -> dict[str, list[Instance]]:
    return nodejs.expand_many(ENGINE, calendars, start, end)


def expand(ics: bytes, start: datetime, end: datetime) -> list[Instance]:
    return expand_many({"calendar": ics}, start, end)["calendar"]
