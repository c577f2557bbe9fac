"""The whole demo network, built and served by the real command in a process of its own.

Built once per database: every test here runs on one worker (tests.spreading).
"""

import os
import signal
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest

from tests.whole.running import RunningDemo, start_demo

# A day whose window has three clock changes, none of them near its edges.
TODAY = "2026-11-03"


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory) -> str:
    """Address of an empty database of the same kind as the suite's."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        return f"sqlite:///{tmp_path_factory.mktemp('demo-db') / 'demo.sqlite3'}"
    name = f"whole_demo_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {name}")
        connection.execute(f"CREATE DATABASE {name}")
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{name}"))


@pytest.fixture(scope="session")
def start(demo_database, tmp_path_factory):
    """start() → `manage.py demo` on the demo's database, once more."""
    var = tmp_path_factory.mktemp("demo-var")
    return lambda: start_demo(database_url=demo_database, var=var, today=TODAY)


@pytest.fixture(scope="session")
def demo(start) -> RunningDemo:
    """The complete demo, served. Its first start is killed in the middle: what every test here sees
    was completed by the second."""
    first = start()
    try:
        first.wait_for(r"^ *\d+ von 60 +Hitzacker")
    finally:
        first.stop(signal.SIGKILL)
    running = start()
    try:
        running.wait_until_complete()
        yield running
    finally:
        running.stop()


@pytest.fixture(scope="session")
def facts(demo) -> dict:
    """What the demo's database holds, read by a script in the demo's own environment."""
    return demo.facts()
