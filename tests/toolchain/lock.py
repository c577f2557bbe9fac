"""Pins every dependency by digest: requirements/*.txt from *.in, and the npm packages' lock file.

The files name no registry: whoever installs decides where from, and the digests decide what.
"""

import json
import sys
from collections.abc import Sequence

from tests.toolchain.ground import ROOT, run, say
from tests.toolchain.node import PROJECT, STAMP, npm

REQUIREMENTS = ROOT / "requirements"
NAMES = ("runtime", "production", "dev", "npm")
# Each file has the versions of the one it builds on.
BASE = {"production": "runtime", "dev": "production"}


def lock(arguments: Sequence[str] = ()) -> None:
    """Keep the pins that still fit; with `--upgrade` take the newest versions that are allowed."""
    for name in NAMES:
        say(f"requirements/{name}.txt")
        words = [sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-config"]
        words += ["--universal", "--python-version=3.11", "--generate-hashes"]
        words += ["--no-header", "--no-annotate", *arguments]
        if base := BASE.get(name):
            words += ["--constraints", str(REQUIREMENTS / f"{base}.txt")]
        source, target = REQUIREMENTS / f"{name}.in", REQUIREMENTS / f"{name}.txt"
        run([*words, source, "--output-file", target])
    say("tests/engines/node/package-lock.json")
    run([*npm(), "install", "--prefix", str(PROJECT), "--package-lock-only", "--ignore-scripts"])
    file = PROJECT / "package-lock.json"
    content = json.loads(file.read_text())
    for package in content["packages"].values():
        package.pop("resolved", None)
    file.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n")
    STAMP.unlink(missing_ok=True)
