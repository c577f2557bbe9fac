"""Periodic work: once a day, caught up after an outage, never twice."""

from datetime import UTC, datetime, time
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from sites.runtime import clock, jobs
from sites.runtime.models import JobRun

pytestmark = pytest.mark.django_db


@pytest.fixture
def counted(monkeypatch):
    """A registered job that counts its runs, alone in the registry."""
    runs = []

    def work() -> str:
        runs.append(clock.today())
        return f"run {len(runs)}"

    monkeypatch.setattr(jobs, "_jobs", {})
    jobs.register_nightly("count", work, not_before=time(3), description="counts")
    return runs


def at(day: int, hour: int):
    return clock.stand_at(datetime(2026, 11, day, hour, tzinfo=UTC))


def test_a_job_runs_at_its_first_chance_and_then_once_a_day(counted):
    for day, hour, expected in [(1, 0, 1), (1, 12, 1), (2, 0, 1), (2, 2, 2), (2, 23, 2), (3, 1, 2)]:
        with at(day, hour):
            list(jobs.run_due())
        assert len(counted) == expected, (day, hour)


def test_missed_days_are_caught_up_with_one_run_at_any_hour(counted):
    with at(1, 12):
        list(jobs.run_due())
    with at(9, 0):
        assert [report for _job, report in jobs.run_due()] == ["run 2"]
        assert list(jobs.run_due()) == []


def test_a_job_that_fails_is_tried_again(counted, monkeypatch):
    def fail() -> str:
        raise RuntimeError("no disk")

    monkeypatch.setattr(jobs, "_jobs", {})
    jobs.register_nightly("fails", fail)
    with at(1, 12), pytest.raises(RuntimeError):
        list(jobs.run_due())
    assert JobRun.objects.get(name="fails").last_day is None


def test_the_command_says_what_it_did(counted):
    out = StringIO()
    with at(1, 12):
        call_command("run_due_jobs", stdout=out)
        call_command("run_due_jobs", stdout=out)
    assert out.getvalue().splitlines() == [
        "count: run 1",
        "1 of 1 jobs were due.",
        "0 of 1 jobs were due.",
    ]
    with pytest.raises(CommandError, match="Unknown job: nope"):
        call_command("run_due_jobs", "--only", "nope")
