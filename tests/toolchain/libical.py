"""The system's libical 3, one of the four engines that our calendars are read with."""

import ctypes.util
import os
from pathlib import Path

from tests.toolchain import debian
from tests.toolchain.ground import MissingPartError, say

PLACES = (
    "/opt/homebrew/opt/libical/lib/libical.3.dylib",
    "/usr/local/opt/libical/lib/libical.3.dylib",
)


def find() -> str | None:
    """A name or path that `ctypes.CDLL` can load, or None. TEST_LIBICAL overrides the search."""
    candidates = [os.environ.get("TEST_LIBICAL"), "libical.so.3", ctypes.util.find_library("ical")]
    candidates += [place for place in PLACES if Path(place).exists()]
    for candidate in filter(None, candidates):
        try:
            ctypes.CDLL(candidate)
        except OSError:
            continue
        return candidate
    return None


def ensure() -> str:
    if found := find():
        return found
    say("libical is missing")
    if debian.can_install():
        debian.install("libical3")
    if found := find():
        return found
    raise MissingPartError(
        "libical 3 was not found and could not be installed. Debian, Ubuntu: "
        "`sudo apt-get install libical3`; macOS: `brew install libical`. "
        "Or name the library file in TEST_LIBICAL."
    )
