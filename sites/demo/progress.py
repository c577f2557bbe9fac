"""What the demo says while it works: one line per finished thing, with the seconds it took."""

import sys
import time
from collections.abc import Callable

Say = Callable[[str], None]


def silence(text: str) -> None:
    """For tests and for callers who want to hear nothing."""


def say(text: str) -> None:
    print(text, flush=True)


class Stopwatch:
    """Whole and tenth seconds since it was made or last asked."""

    def __init__(self) -> None:
        self._started = self._lap = time.monotonic()

    def total(self) -> float:
        return time.monotonic() - self._started

    def lap(self) -> float:
        now = time.monotonic()
        passed, self._lap = now - self._lap, now
        return passed


def seconds(number: float) -> str:
    """ "0,4 s", "73 s"."""
    return f"{number:.1f} s".replace(".", ",") if number < 10 else f"{number:.0f} s"


class MigrationLines:
    """A text stream for `migrate` that turns its lines into a line every so many steps."""

    STEP = 50

    def __init__(self, tell: Say) -> None:
        self._tell = tell
        self._done = 0

    def write(self, text: str) -> None:
        if text.strip().endswith("OK"):
            self._done += 1
            if self._done % self.STEP == 0:
                self._tell(f"  {self._done} Schritte")

    def flush(self) -> None:
        sys.stdout.flush()
