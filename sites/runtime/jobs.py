"""All periodic work is registered here and run by `manage.py run_due_jobs`.

Apps register in their `AppConfig.ready()`. A job is due when its day (from `not_before` o'clock,
German time) has not been done yet; after an outage it runs once for all missed days, so a job
must bring its data up to today, whatever the day of its last run.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction

from . import clock
from .models import JobRun


@dataclass(frozen=True)
class Job:
    name: str
    run: Callable[[], str]
    not_before: time
    description: str


_jobs: dict[str, Job] = {}


def register_nightly(
    name: str, run: Callable[[], str], *, not_before: time = time(0, 0), description: str = ""
) -> None:
    """Register a job that runs once a day; `run` is idempotent and returns one line of report."""
    _jobs[name] = Job(name, run, not_before, description or (run.__doc__ or "").strip())


def registered() -> list[Job]:
    return sorted(_jobs.values(), key=lambda job: (job.not_before, job.name))


def run_due(*, only: Iterable[str] = ()) -> Iterable[tuple[Job, str]]:
    """Run every due job, yielding its report. Two callers at once do the work once: the row of
    the job is locked while it runs (PostgreSQL), or the whole database is (SQLite)."""
    wanted = set(only)
    for job in registered():
        if wanted and job.name not in wanted:
            continue
        moment = clock.now().astimezone(clock.BERLIN)
        day = moment.date()
        JobRun.objects.get_or_create(name=job.name)
        with transaction.atomic():
            row = JobRun.objects.select_for_update().get(name=job.name)
            if row.last_day is not None and not _is_due(row.last_day, moment, job.not_before):
                continue
            report = job.run()
            row.last_day = day
            row.finished_at = clock.now()
            row.report = report[:500]
            row.save()
        yield job, report


def _is_due(last_day: date, moment: datetime, not_before: time) -> bool:
    if last_day > moment.date():
        return True  # the clock was set back: what was brought up to that day is wrong now
    yesterday = moment.date() - timedelta(days=1)
    return last_day < yesterday or (last_day == yesterday and moment.time() >= not_before)
