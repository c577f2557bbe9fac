"""The only writer of Occurrence, DayCount and EventRecord; see `scheduler` and `window`."""

from .scheduler import (
    schedule,
    schedule_many,
    schedule_place,
    schedule_topic,
    unschedule,
)
from .window import follow_address, move_window

__all__ = [
    "follow_address",
    "move_window",
    "schedule",
    "schedule_many",
    "schedule_place",
    "schedule_topic",
    "unschedule",
]
