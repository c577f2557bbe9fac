"""node-ical, the engine of many small calendars written in JavaScript, on Node.js.

It reads leniently (a broken file may simply be empty) and takes zones from the system.
"""

from datetime import datetime

from tests.engines import Instance, nodejs

ENGINE = "node-ical"


def expand_many(
    calendars: dict[str, bytes], start: datetime, end: datetime
) -> dict[str, list[Instance]]:
    return nodejs.expand_many(ENGINE, calendars, start, end)


def expand(ics: bytes, start: datetime, end: datetime) -> list[Instance]:
    return expand_many({"calendar": ics}, start, end)["calendar"]
