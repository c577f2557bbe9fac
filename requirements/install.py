"""Install one pinned requirements file into `.venv`: `python3 requirements/install.py runtime`.

Needs no installed package, and starts on any Python 3 (to say clearly that it is too old). Does
nothing (0.1 s) when the file is the one installed here last. Not here: what the tests need beside
Python packages (`tests/toolchain`).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
NEWER_NAMES = ("python3.14", "python3.13", "python3.12", "python3.11")


def main():
    if sys.version_info < OLDEST:
        start_again_with_newer_python()
    name = sys.argv[1] if len(sys.argv) == 2 else "runtime"
    requirements = ROOT / "requirements" / f"{name}.txt"
    if not requirements.exists():
        sys.exit(f"There is no requirements/{name}.txt.")
    stamp = VENV / f".installed-{name}"
    wanted = fingerprint(requirements)
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    make_venv()
    install(requirements)
    stamp.write_text(wanted)


def start_again_with_newer_python():
    """Replace this process by a newer Python of the machine, or exit saying what is needed."""
    check = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"
    for name in NEWER_NAMES:
        found = shutil.which(name)
        if found and succeeds([found, "-c", check]):
            os.execv(found, [found, *sys.argv])
    sys.exit(
        f"Python 3.11 or newer is needed; this is {sys.version_info[0]}.{sys.version_info[1]}. "
        "Install a newer one, or name it: make demo PYTHON=/path/to/python3.12"
    )


def make_venv():
    """Create `.venv`, or repair one that has lost its pip. One that works is kept as it is."""
    if PYTHON.exists() and succeeds([str(PYTHON), "-m", "pip", "--version"]):
        return
    say(f"Creating .venv with Python {sys.version_info[0]}.{sys.version_info[1]}")
    if not succeeds([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit("`python3 -m venv` failed. On Debian and Ubuntu: apt-get install python3-venv")


def install(requirements):
    """Let pip install exactly what the file names; pip's own words appear only when it fails."""
    shown = f"requirements/{requirements.name}"
    total = sum(1 for line in requirements.read_text().splitlines() if "==" in line)
    say(f"Installing {total} packages from {shown}")
    command = [str(PYTHON), "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "-r", str(requirements)]
    begun, log, seen = time.monotonic(), [], 0
    pip = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in pip.stdout:
        log.append(line)
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            seen += 1
            if seen % 20 == 0 and seen < total:
                say(f"  {seen} of {total}")
        elif line.startswith("Installing collected packages"):
            say("  unpacking")
    if pip.wait() != 0:
        sys.stderr.writelines(log[-40:])
        sys.exit(f"pip could not install {shown} (its last words are above).")
    say(f"  done in {time.monotonic() - begun:.0f} s")


def fingerprint(requirements):
    """What an installation depends on: the file's bytes, and the Python that makes `.venv`."""
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    return f"{digest} {sys.version_info[0]}.{sys.version_info[1]}\n"


def succeeds(command):
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.call(command, **quiet) == 0


def say(text):
    print(text, flush=True)


if __name__ == "__main__":
    main()
