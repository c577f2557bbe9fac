"""The import contracts of pyproject.toml hold: layers, pure modules, settings, themes."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_imports_keep_the_contracts():
    program = Path(sys.executable).with_name("lint-imports")
    cache = ROOT / ".cache" / "import-linter"
    command = [str(program), "--cache-dir", str(cache)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
