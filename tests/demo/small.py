"""The small demo network of these tests: which places, and on which day."""

from datetime import UTC, datetime

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
TODAY = NOW.date()
# Two showcases, a lively place, one that has become quiet, one in preparation.
SMALL = ("goerlitz", "leer", "isny", "daun", "neustrelitz")
