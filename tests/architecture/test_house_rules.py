"""Rules about the repository as a whole: size of files, names of modules, what no file may contain.

Files are those that git knows or would add; what is ignored (environments, caches) is nobody's.
"""

import json
import re
import subprocess
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = {".py", ".html", ".css", ".js", ".mjs"}
BINARY = {".png", ".jpg", ".webp", ".avif", ".woff2", ".ico", ".pdf", ".mo"}
LONGEST = 400
NAMELESS = {"utils", "util", "helpers", "helper", "common", "core", "misc", "tools"}
PACKAGES = ("bench", "sites", "home", "ortsseiten", "kalender", "themes")
# Written so that no pattern matches itself: this file keeps the rules, too.
REGISTRIES = re.compile(r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian[.]org")
MACHINE_PATHS = re.compile(r"(?<![\w.])/(?:work|root|Users)/\w")
NOTES = re.compile(r"\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK)\b")


@cache
def files() -> list[Path]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def sources() -> list[Path]:
    """Code of ours: no migrations, nothing vendored."""
    return [
        path
        for path in files()
        if path.suffix in SOURCES
        and not {"migrations", "vendor"} & set(path.relative_to(ROOT).parts)
    ]


def texts() -> list[tuple[str, str]]:
    return [
        (named(path), path.read_text(errors="replace"))
        for path in files()
        if path.suffix not in BINARY
    ]


def test_there_is_something_to_check():
    assert len(sources()) > 20
    assert ROOT / "Makefile" in files()


def test_no_source_file_is_longer_than_400_lines():
    lengths = {named(path): len(path.read_text().splitlines()) for path in sources()}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_modules_are_named_after_what_they_do():
    names = {named(path): set(path.relative_to(ROOT).with_suffix("").parts) for path in sources()}
    found = [name for name, parts in names.items() if parts & NAMELESS]
    assert found == []


@pytest.mark.parametrize("name", ["runtime", "production", "dev", "npm"])
def test_requirements_are_pinned_by_digest_and_name_no_address(name):
    text = (ROOT / "requirements" / f"{name}.txt").read_text()
    lines = [line for line in text.splitlines() if line.strip()]
    pins = re.compile(r"[a-z0-9.-]+(?:\[[a-z0-9,-]+\])?==[^\s;]+(?: ; [^\\:]+)? \\")
    digests = re.compile(r"    --hash=sha256:[0-9a-f]{64}(?: \\)?")
    assert [line for line in lines if not (pins.fullmatch(line) or digests.fullmatch(line))] == []
    # Every pin is followed by at least one digest, so pip can check all or nothing.
    assert re.search(r"\\\n(?!    --hash)", text) is None


def test_production_has_the_versions_of_runtime_and_development_those_of_production():
    def pins(name: str) -> set[str]:
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        return {line.rstrip(" \\") for line in text.splitlines() if "==" in line}

    assert pins("runtime") <= pins("production") <= pins("dev")


def test_npm_packages_are_pinned_by_digest_and_name_no_address():
    lock = json.loads((ROOT / "tests/engines/node/package-lock.json").read_text())
    packages = [package for path, package in lock["packages"].items() if path]
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages)
    assert not any("resolved" in package for package in packages)


def test_no_file_names_a_package_registry():
    assert [name for name, text in texts() if REGISTRIES.search(text)] == []


def test_no_file_names_a_path_of_one_machine():
    assert [name for name, text in texts() if MACHINE_PATHS.search(text)] == []


def test_no_source_holds_notes_to_oneself():
    found = [
        f"{named(path)}:{number}"
        for path in sources()
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if NOTES.search(line)
    ]
    assert found == []


def test_every_package_stands_in_the_layers():
    """A new app that no layer names would be free to import anything."""
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
    layers = next(c for c in tools["importlinter"]["contracts"] if c["type"] == "layers")
    named_there = {name for layer in layers["layers"] for name in re.split(r"\s*[|:]\s*", layer)}
    packages = {path.parent for path in files() if path.name == "__init__.py"}
    apps = {path.name for path in packages if path.parent == ROOT} - {"tests", "sites"}
    apps |= {f"sites.{path.name}" for path in packages if path.parent == ROOT / "sites"}
    assert apps - {"sites.settings"} - named_there == set()
    assert set(tools["importlinter"]["root_packages"]) == set(PACKAGES)
