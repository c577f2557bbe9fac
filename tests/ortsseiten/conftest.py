"""Events come from the calendar's own fixture."""

from tests.kalender.conftest import make_event

__all__ = ["make_event"]
