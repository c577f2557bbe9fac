"""One database per size on one PostgreSQL server: that of DATABASE_URL, else one of our own that
ends with the report."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

EMPTY = "bench_empty"


@contextmanager
def server() -> Iterator[str]:
    """The URL of a server whose user may create databases."""
    if given := os.environ.get("DATABASE_URL"):
        yield given
        return
    from tests.toolchain import postgres

    with postgres.server() as url:
        yield url


def ensure(url: str, size: int) -> str:
    """The URL of the database of this size, with all tables and, in the end, all places."""
    empty = _with_name(url, EMPTY)
    if _create(url, EMPTY):
        run(empty, "migrate")
    name = f"bench_{size}"
    _create(url, name, template=EMPTY)
    run(_with_name(url, name), "generate", "--places", str(size))
    return _with_name(url, name)


def run(url: str, *words: str, wanted: bool = False) -> str:
    """`python -m bench …` in a process of its own; its output is passed on, or returned."""
    done = subprocess.run(
        [sys.executable, "-m", "bench", *words],
        env={**os.environ, "DATABASE_URL": url},
        stdout=subprocess.PIPE if wanted else sys.stderr,
        check=True,
        text=True,
    )
    return done.stdout or ""


def _with_name(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _create(url: str, name: str, template: str = "template1") -> bool:
    with psycopg.connect(url, autocommit=True) as server_connection:
        names = server_connection.execute("SELECT datname FROM pg_database").fetchall()
        if (name,) in names:
            return False
        statement = sql.SQL("CREATE DATABASE {} TEMPLATE {}")
        server_connection.execute(statement.format(sql.Identifier(name), sql.Identifier(template)))
    return True
