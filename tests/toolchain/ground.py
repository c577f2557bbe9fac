"""What all parts of the set-up stand on: folders, progress lines, running other programs."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CACHE = ROOT / ".cache"


class MissingPartError(Exception):
    """A part that could neither be found nor fetched. The message says which, and what to do."""


def say(text: str) -> None:
    print(text, flush=True)


def run(
    command: Sequence[str | Path], *, env: Mapping[str, str] | None = None, timeout: float = 900
) -> None:
    """Run a program quietly; raise MissingPartError with its last words when it fails."""
    words = [str(word) for word in command]
    try:
        done = subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=timeout,
            env={**os.environ, **(env or {})},
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise MissingPartError(f"`{' '.join(words)}` did not work: {problem}") from problem
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-15:])
        raise MissingPartError(f"`{' '.join(words)}` ended with {done.returncode}:\n{last}")


def works(command: Sequence[str | Path]) -> bool:
    """Whether the program starts and ends with 0, within ten seconds."""
    try:
        done = subprocess.run(
            [str(word) for word in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=10,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
