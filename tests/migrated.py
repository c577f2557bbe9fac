"""The migrated, empty database is made once and copied: migrating takes 15 to 30 seconds.

Django still runs `migrate` on each copy, as on every test database; there is nothing left to do.
All that the migrations depend on is part of its name, so that after a change it is made anew.

SQLite: a file in the cache folder, read into the worker's memory. PostgreSQL: a database on the
server of the run, the template of the workers' own.
"""

import fcntl
import hashlib
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg
import pytest
from django.apps import apps
from django.db import connection

from tests.toolchain.ground import CACHE, ROOT

FOLDER = CACHE / "migrated"
KEPT = 4  # older files are of branches long gone
OURS = re.compile(rb"^\s*(?:import|from) ((?:sites|home|kalender|ortsseiten|themes)[\w.]*)", re.M)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """What pytest-django asks for right before it makes the test database."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = _template(os.environ["DATABASE_URL"])
        yield
    else:
        # The memory that Django will open under this name; it lasts while somebody has it open.
        name = connection.creation._get_test_db_name()
        with (
            closing(sqlite3.connect(_file())) as made,
            closing(sqlite3.connect(name, uri=True)) as memory,
        ):
            made.backup(memory)
            yield


def _file() -> Path:
    path = FOLDER / f"{_digest()}.sqlite3"
    with _alone():
        if not path.exists():
            unfinished = path.with_suffix(".unfinished")
            unfinished.unlink(missing_ok=True)
            _migrate(f"sqlite:///{unfinished}")
            with closing(sqlite3.connect(unfinished)) as made:
                made.execute("PRAGMA journal_mode=DELETE")  # all in one file
            unfinished.replace(path)
            for old in sorted(FOLDER.glob("*.sqlite3"), key=os.path.getmtime)[:-KEPT]:
                old.unlink()
    return path


def _template(url: str) -> str:
    name = f"migrated_{_digest()}"
    with _alone(), closing(psycopg.connect(url, autocommit=True)) as server:
        if not server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            server.execute(f"DROP DATABASE IF EXISTS {name}_unfinished")
            server.execute(f"CREATE DATABASE {name}_unfinished")
            _migrate(urlunsplit(urlsplit(url)._replace(path=f"/{name}_unfinished")))
            server.execute(f"ALTER DATABASE {name}_unfinished RENAME TO {name}")
    return name


def _migrate(url: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0"],
        cwd=ROOT, env={**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT),
             "DJANGO_SETTINGS_MODULE": "sites.settings.test", "PYTHONWARNINGS": "error"},
        stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip
    if done.returncode != 0:
        pytest.exit(f"The migrations do not run:\n{done.stdout}{done.stderr}", returncode=1)


@contextmanager
def _alone() -> Iterator[None]:
    """One process at a time; the others find what it made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _digest() -> str:
    found = hashlib.sha256(f"{connection.vendor} {sys.version} {sqlite3.sqlite_version}".encode())
    for file in depends_on():
        found.update(f"\n{file}\n".encode())
        found.update(file.read_bytes())
    return found.hexdigest()[:16]


def depends_on() -> list[Path]:
    """The migrations of all apps, our modules that they import, the settings and the versions."""
    files = [*(ROOT / "sites" / "settings").glob("*.py"), *(ROOT / "requirements").glob("*.txt")]
    for app in apps.get_app_configs():
        if find_spec(f"{app.name}.migrations"):
            folder = Path(import_module(f"{app.name}.migrations").__file__).parent
            files += folder.glob("*.py")
    imported = {name.decode() for file in files for name in OURS.findall(file.read_bytes())}
    files += [Path(spec.origin) for name in imported if (spec := find_spec(name)) and spec.origin]
    return sorted(set(files))
