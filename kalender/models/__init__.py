"""The shared calendar's tables: pages that people edit, and what is derived from them."""

from .calendar_page import CalendarPage
from .event_page import EventDate, EventPage, Reach, Registration, Repeats
from .feeds import CalendarWindow, FeedState
from .listings import EventListing, in_calendar_of
from .occurrences import DayCount, Occurrence
from .records import EventException, EventRecord, EventState

__all__ = [
    "CalendarPage",
    "CalendarWindow",
    "DayCount",
    "EventDate",
    "EventException",
    "EventListing",
    "EventPage",
    "EventRecord",
    "EventState",
    "FeedState",
    "Occurrence",
    "Reach",
    "Registration",
    "Repeats",
    "in_calendar_of",
]
