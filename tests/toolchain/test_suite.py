"""The figures at the end of a run are what CI trusts: nothing skipped or broken may look well."""

import os
import subprocess
import sys

import pytest

from tests.toolchain.suite import Outcome, read_report

SAMPLE = """
import pytest

def test_passes(): pass

@pytest.mark.skip(reason="no time")
def test_skipped(): assert False

@pytest.mark.xfail
def test_expected_to_fail(): assert False
"""
FAILING = """
import pytest

@pytest.fixture
def broken(): raise RuntimeError

def test_fails(): assert False

def test_errs(broken): pass

@pytest.mark.xfail(strict=True)
def test_passes_unexpectedly(): pass
"""


@pytest.fixture
def report(tmp_path):
    """Run pytest on a text, away from our own configuration, and read what it reports."""

    def run(text: str) -> Outcome:
        (tmp_path / "pytest.ini").write_text("[pytest]\n")
        (tmp_path / "test_sample.py").write_text(text)
        file = tmp_path / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={file}", str(tmp_path)]
        bare = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTEST_ADDOPTS": ""}
        subprocess.run(command, cwd=tmp_path, env=bare, stdout=subprocess.DEVNULL)
        return read_report("SQLite", file)

    return run


def test_skipped_and_expected_failures_spoil_a_run(report):
    outcome = report(SAMPLE)
    assert outcome.line() == "SQLite: 1 passed, 2 skipped"
    assert not outcome.good
    assert [name.split("::")[1] for name in outcome.skipped] == [
        "test_skipped: no time",
        "test_expected_to_fail: ",
    ]


def test_failures_and_errors_are_counted(report):
    outcome = report(FAILING)
    assert (outcome.passed, outcome.failed) == (0, 3)
    assert not outcome.good


def test_run_of_passed_tests_is_good(report):
    outcome = report("def test_one(): pass\ndef test_two(): pass")
    assert outcome.line() == "SQLite: 2 passed"
    assert outcome.good


def test_run_without_tests_or_without_report_is_not_good(report, tmp_path):
    assert not report("").good
    assert not read_report("SQLite", tmp_path / "nothing.xml").good
