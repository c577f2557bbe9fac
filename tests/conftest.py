"""Plumbing of the whole suite: how a browser is started, and what browser tests need of a database.

The database is the one of DATABASE_URL, else SQLite in memory. `python -m tests.toolchain` makes a
PostgreSQL server and names it there.
"""

import os

import pytest

from tests.toolchain import chromium
from tests.toolchain.ground import is_root

# The fixtures of a small real network are everybody's.
pytest_plugins = ["tests.network", "tests.spreading", "tests.migrated"]

# Playwright keeps an event loop running in the thread of the tests, and Django takes that for
# asynchronous code. Nothing here is asynchronous.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

QUIET = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Start the Chromium that the set-up found, without calls to the outside."""
    found = chromium.find()
    if found is None:
        pytest.fail("No Chromium was found. `make setup` looks for one, or fetches it.")
    # Chromium's sandbox does not work for root.
    sandbox = ["--no-sandbox"] if is_root() else []
    return {**browser_type_launch_args, "executable_path": str(found), "args": [*sandbox, *QUIET]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    """A visitor in Germany."""
    return {**browser_context_args, "locale": "de-DE", "timezone_id": "Europe/Berlin"}


@pytest.fixture(scope="session", autouse=True)
def browser_before_database(request):
    """Start Playwright before the first database connection, in runs that have browser tests.

    Once its event loop runs, Django takes its connections from the task's context and no longer
    from the thread: a database set up before would be out of sight, with what is to be restored.
    """
    if any(item.get_closest_marker("browser") for item in request.session.items):
        request.getfixturevalue("playwright")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the tests that drive a browser.

    A live server sees only what is committed, so their tables are emptied afterwards; what the
    migrations wrote (root page, locale) is put back before the next of them.
    """
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.django_db(transaction=True, serialized_rollback=True))


def pytest_report_header():
    url = os.environ.get("DATABASE_URL", "")
    return f"database: {'PostgreSQL' if url.startswith('postgres') else 'SQLite'}"
