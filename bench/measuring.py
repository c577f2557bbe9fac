"""Queries and times of all scenarios on one network, in this process.

A time is the quickest of several: other work on the machine only ever adds to it.
"""

import gc
import time

from django.db import connection
from django.test.utils import CaptureQueriesContext

from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.places.models import Place

from .reporting import FIRST
from .scenarios import Scenario, all_scenarios, first_pages

WARM_UP = 2
NEW_PLACES = 5


class UnexpectedAnswerError(Exception):
    """A figure of an error page would mean nothing."""


def measure(*, repeat: int, only: str = "") -> dict[str, dict]:
    """{"who: name": {"queries": …, "ms": …, "limit": …}}"""
    found = {}
    for scenario in all_scenarios():
        key = f"{scenario.who}: {scenario.name}"
        if only in key:
            found[key] = {**_measured(scenario, repeat), "limit": scenario.limit}
    if not only:
        found |= _first_requests(repeat)
    return found


def _measured(scenario: Scenario, repeat: int) -> dict:
    for _ in range(WARM_UP):
        _ask(scenario)
    gc.collect()
    with CaptureQueriesContext(connection) as queries:
        watched = _timed(scenario)
    times = (_timed(scenario) for _ in range(repeat))
    return {"queries": len(queries), "ms": min(times, default=watched)}


def _timed(scenario: Scenario) -> float:
    begun = time.perf_counter()
    _ask(scenario)
    return (time.perf_counter() - begun) * 1000


def _ask(scenario: Scenario) -> None:
    answer = scenario.ask()
    if answer.status_code != scenario.status:
        raise UnexpectedAnswerError(
            f"{scenario.who}: {scenario.name} answered {answer.status_code}, "
            f"not {scenario.status}: {answer.content[:2000]!r}"
        )


def _first_requests(repeat: int) -> dict[str, dict]:
    """As multiples of the median of the same page: what a new place costs those who read."""
    found = {}
    for scenario in first_pages():
        usual = _measured(scenario, repeat)
        times, queries = [], []
        for number in range(NEW_PLACES):
            _make_place()
            gc.collect()
            times.append(_timed(scenario))
            if number == 0:
                _make_place()
                with CaptureQueriesContext(connection) as counted:
                    _ask(scenario)
                queries.append(len(counted))
        found[f"{FIRST}{scenario.name}"] = {
            "queries": max(queries),
            "ms": min(times),
            "usual": usual["ms"],
        }
    return found


def _make_place() -> None:
    number = Place.objects.order_by("-pk").values_list("pk", flat=True)[0] + 1
    name = f"Neuort {number}"
    create_local_site(PlaceFacts(official_name=name, postcode="99084"), status=Place.Status.ACTIVE)
