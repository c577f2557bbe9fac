"""Tests that share something dear run on one worker, all others on whichever is free."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.spreading import FILE_BY_FILE, IN_ONE_PIECE

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = """
import os, pathlib, time, pytest

@pytest.mark.parametrize("number", range(4))
def test_says_where_it_runs(number):
    time.sleep(0.2)
    line = f"{pathlib.Path(__file__).name} {os.environ['PYTEST_XDIST_WORKER']}\\n"
    with open(os.environ["WHERE"], "a") as file:
        file.write(line)
"""


@pytest.mark.parametrize(
    ("folder", "files", "pieces"),
    [
        (IN_ONE_PIECE[0], ("test_a.py", "test_b.py"), [{"test_a.py", "test_b.py"}]),
        (FILE_BY_FILE[0], ("test_a.py", "test_b.py"), [{"test_a.py"}, {"test_b.py"}]),
    ],
    ids=["in one piece", "file by file"],
)
def test_a_piece_runs_on_one_worker(tmp_path, folder, files, pieces):
    where = _run(tmp_path, folder, files)
    for piece in pieces:
        assert len({worker for file, worker in where if file in piece}) == 1
    assert len(where) == 8


def test_others_run_on_both_workers(tmp_path):
    where = _run(tmp_path, "tests/other/", ("test_a.py",))
    assert {worker for _file, worker in where} == {"gw0", "gw1"}


def test_the_folders_are_there():
    for folder in (*IN_ONE_PIECE, *FILE_BY_FILE):
        assert list((ROOT / folder).glob("test_*.py")), folder


def _run(tmp_path, folder, files) -> list[tuple[str, str]]:
    """Run samples in `folder` on two workers, away from our own configuration."""
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    (tmp_path / folder).mkdir(parents=True)
    for file in files:
        (tmp_path / folder / file).write_text(SAMPLE)
    words = ["-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "tests.spreading"]
    words += ["-p", "no:django", "-p", "no:cacheprovider", "--import-mode=importlib"]
    environment = {key: value for key, value in os.environ.items() if "PYTEST" not in key}
    environment |= {"WHERE": str(tmp_path / "where"), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, *words], cwd=tmp_path, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return [tuple(line.split()) for line in (tmp_path / "where").read_text().splitlines()]
