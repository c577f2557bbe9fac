"""Runs the whole suite, once on each database, and counts what ran.

SQLite runs everything but the browser tests, PostgreSQL runs everything. A skipped test counts as
a failure of the run: whatever a test needs is set up before.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tests.toolchain import postgres
from tests.toolchain.ground import CACHE, ROOT, say

REPORTS = CACHE / "reports"
WORKERS = os.environ.get("TEST_WORKERS", "2")


@dataclass
class Outcome:
    """How the tests of one run ended. `skipped` names them, expected failures included."""

    database: str
    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        return self.passed > 0 and self.failed == 0 and not self.skipped

    def line(self) -> str:
        parts = [f"{self.passed} passed"]
        if self.failed:
            parts.append(f"{self.failed} failed")
        if self.skipped:
            parts.append(f"{len(self.skipped)} skipped")
        return f"{self.database}: {', '.join(parts)}"


def run_all(arguments: Sequence[str]) -> bool:
    """Both runs, then the figures; True when all is well. `arguments` go to pytest."""
    begun = time.monotonic()
    outcomes = [_run("SQLite", None, ["-m", "not browser", *arguments])]
    with postgres.server() as url:
        outcomes.append(_run("PostgreSQL", url, arguments))
    for outcome in outcomes:
        for name in outcome.skipped:
            say(f"Skipped on {outcome.database}, which is not allowed: {name}")
    say(f"\nAll tests: {time.monotonic() - begun:.0f} s")
    for outcome in outcomes:
        say(outcome.line())
    passed = sum(outcome.passed for outcome in outcomes)
    failed = sum(outcome.failed for outcome in outcomes)
    skipped = sum(len(outcome.skipped) for outcome in outcomes)
    say(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return all(outcome.good for outcome in outcomes)


def _run(database: str, url: str | None, arguments: Sequence[str]) -> Outcome:
    say(f"\n=== {database} ===")
    report = REPORTS / f"{database.lower()}.xml"
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    if url:
        env["DATABASE_URL"] = url
    words = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}"]
    # Tests that share something dear stay on one worker, and it is made once (tests.spreading).
    words += ["-n", WORKERS, "--dist", "loadgroup"]
    status = subprocess.run([*words, *arguments], cwd=ROOT, env=env, stdin=subprocess.DEVNULL)
    outcome = read_report(database, report)
    if status.returncode != 0 and outcome.failed == 0:
        say(f"pytest ended with {status.returncode} although no test failed")
        outcome.failed = 1
    return outcome


def read_report(database: str, report: Path) -> Outcome:
    """Count a JUnit report of pytest; one that is not there counts as a failure."""
    outcome = Outcome(database)
    if not report.exists():
        outcome.failed = 1
        return outcome
    for case in ElementTree.parse(report).iter("testcase"):
        if case.find("failure") is not None or case.find("error") is not None:
            outcome.failed += 1
        elif (skipped := case.find("skipped")) is not None:
            name = f"{case.get('classname')}::{case.get('name')}"
            outcome.skipped.append(f"{name}: {skipped.get('message', '')}")
        else:
            outcome.passed += 1
    return outcome
