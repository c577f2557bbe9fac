"""Starts one Node.js process for any number of calendars; `icaljs` and `nodeical` are its faces."""

import json
import os
import subprocess
from datetime import UTC, datetime
from typing import Any

from tests.engines import EngineError, Instance, decode, in_window
from tests.toolchain import node
from tests.toolchain.ground import MissingPartError


def expand_many(
    engine: str, calendars: dict[str, bytes], start: datetime, end: datetime
) -> dict[str, list[Instance]]:
    """About 0.2 s for the process, then some milliseconds for each calendar."""
    request = {
        "engine": engine,
        "start": start.astimezone(UTC).isoformat(),
        "end": end.astimezone(UTC).isoformat(),
        "calendars": {name: decode(ics) for name, ics in calendars.items()},
    }
    answers = _ask(request)
    problems = [f"{name}: {answers[name]['error']}" for name in calendars if _failed(answers[name])]
    if problems:
        raise EngineError(f"{engine}: " + "; ".join(problems))
    return {
        name: in_window([_instance(item) for item in answers[name]["instances"]], start, end)
        for name in calendars
    }


def _ask(request: dict[str, Any]) -> dict[str, dict[str, Any]]:
    try:
        program = node.find()
    except MissingPartError as problem:
        raise EngineError(str(problem)) from problem
    done = subprocess.run(
        [program, node.PROJECT / "expand.mjs"],
        input=json.dumps(request),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
        # node-ical takes a day to begin at the midnight of the process's zone.
        env={**os.environ, "TZ": "Europe/Berlin"},
    )
    if done.returncode != 0:
        raise EngineError(f"Node.js ended with {done.returncode}: {done.stderr[-1000:]}")
    answers: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return answers


def _failed(answer: dict[str, Any]) -> bool:
    return "error" in answer


def _instance(item: dict[str, Any]) -> Instance:
    return Instance(
        start_utc=datetime.fromisoformat(item["start"]),
        end_utc=datetime.fromisoformat(item["end"]),
        uid=item["uid"],
        all_day=item["allDay"],
        status=item["status"],
        summary=item["summary"],
    )
