"""A Chromium for the browser tests: one of the machine, else Playwright's own, else Debian's."""

import os
import shutil
import sys
from pathlib import Path

from tests.toolchain import debian
from tests.toolchain.ground import CACHE, MissingPartError, run, say, works

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Where the browser lies that `playwright install` fetched: written down here, for its folder
# changes with every release.
FETCHED = CACHE / "toolchain" / "chromium"
WHERE = """
import pathlib, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    pathlib.Path(sys.argv[1]).write_text(playwright.chromium.executable_path)
"""


def find() -> Path | None:
    """The first browser that starts; TEST_CHROMIUM overrides the search. Costs about 0.2 s."""
    named = [os.environ.get("TEST_CHROMIUM"), *map(shutil.which, NAMES), *PLACES]
    if FETCHED.exists():
        named.append(FETCHED.read_text())
    for candidate in filter(None, named):
        if Path(candidate).exists() and works([candidate, "--version"]):
            return Path(candidate)
    return None


def ensure() -> Path:
    if found := find():
        return found
    say("Chromium is missing")
    problems = []
    for fetch in (_fetch_with_playwright, _install_on_debian):
        try:
            fetch()
        except MissingPartError as problem:
            problems.append(str(problem))
        if found := find():
            return found
    reasons = "".join(f"\n- {problem}" for problem in problems)
    raise MissingPartError(
        "No Chromium was found, and none could be fetched. Install one (Debian: "
        "`sudo apt-get install chromium`), or name its program in TEST_CHROMIUM. "
        f"What was tried:{reasons}"
    )


def _fetch_with_playwright() -> None:
    say("  playwright install chromium")
    patience = {"PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT": "10000"}
    run([sys.executable, "-m", "playwright", "install", "chromium"], env=patience, timeout=600)
    FETCHED.parent.mkdir(parents=True, exist_ok=True)
    run([sys.executable, "-c", WHERE, FETCHED])


def _install_on_debian() -> None:
    if not debian.can_install():
        raise MissingPartError("apt-get: only as root on Debian and its kin")
    debian.install("chromium")
