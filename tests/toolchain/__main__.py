"""`python -m tests.toolchain setup | test [pytest's arguments] | postgres COMMAND… | lock`"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from types import FrameType

from tests.toolchain import chromium, libical, lock, node, postgres, suite
from tests.toolchain.ground import MissingPartError, say


def main(words: Sequence[str]) -> int:
    # An ended run takes its PostgreSQL server with it.
    signal.signal(signal.SIGTERM, _stop)
    command, arguments = (words[0] if words else "help"), list(words[1:])
    try:
        if command == "setup":
            set_up()
        elif command == "test":
            set_up()
            return 0 if suite.run_all(arguments) else 1
        elif command == "postgres" and arguments:
            return on_postgres(arguments)
        elif command == "lock":
            lock.lock(arguments)
        else:
            say(__doc__ or "")
            return 2
    except MissingPartError as missing:
        print(f"\nMissing: {missing}", file=sys.stderr)
        return 1
    return 0


def set_up() -> None:
    """Make sure that every part is there; under a second when it is."""
    begun = time.monotonic()
    if not os.environ.get("TEST_POSTGRES_URL"):
        postgres.find()
    node.ensure_packages()
    browser = chromium.ensure()
    libical.ensure()
    say(f"Test set-up complete ({time.monotonic() - begun:.1f} s), browser: {browser}")


def on_postgres(command: Sequence[str]) -> int:
    """Run any command with DATABASE_URL naming a fresh PostgreSQL server."""
    with postgres.server() as url:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": url}).returncode


def _stop(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
