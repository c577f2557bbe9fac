"""Joins the small CSS sources into the one style sheet that pages link, named by its content.

`themes/css/*.css` are the sources; nobody serves them. What is served is
`themes/sheet.<12 hex digits>.css`: a new content has a new name, so browsers may keep it for ever.
`StylesheetFinder` hands it to runserver (`find`) and to collectstatic (`list`) as a real file in a
temporary directory of this process. References inside the sheet (`fonts/…`) are relative to
`STATIC_URL/themes/`.
"""

import hashlib
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

SOURCE_DIR = Path(__file__).parent / "css"

# The order in the sheet. Cascade layers decide what wins, so the order only matters within a layer;
# `layers` must come first because it names them.
SOURCES = (
    "layers",
    "fonts",
    "tokens",
    "rathaus",
    "reset",
    "elements",
    "prose",
    "layout",
    "header",
    "footer",
    "icons",
    "buttons",
    "forms",
    "badges",
    "leaf",
    "dates",
    "cards",
    "subscribe",
    "front",
    "map",
    "place",
    "event",
    "calendar",
    "print",
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(r"\s*\n\s*")


@dataclass(frozen=True)
class Sheet:
    """The joined sheet. `name` is its path below STATIC_URL."""

    name: str
    text: str


def source_paths() -> list[Path]:
    return [SOURCE_DIR / f"{name}.css" for name in SOURCES]


def current_sheet() -> Sheet:
    """Return the sheet of the sources as they are.

    In production they are read once per process; with DEBUG the files' modification times are
    asked for on every call (some 25 `stat` calls) and the sheet is joined again when one changed.
    """
    if settings.DEBUG:
        return _joined(tuple(path.stat().st_mtime_ns for path in source_paths()))
    return _joined(())


@lru_cache(maxsize=2)
def _joined(stamp: tuple[int, ...]) -> Sheet:
    text = "\n".join(_compact(path.read_text(encoding="utf-8")) for path in source_paths())
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    return Sheet(name=f"themes/sheet.{digest}.css", text=text)


def _compact(css: str) -> str:
    """Drop comments and indentation. No string in our sources contains a comment sign."""
    return _SPACE.sub("\n", _COMMENT.sub("", css)).strip()


@lru_cache(maxsize=1)
def _output_directory() -> TemporaryDirectory:
    """Return this process's own directory (mode 700), removed when the process ends."""
    return TemporaryDirectory(prefix="stylesheet-")


def write_sheet() -> tuple[str, FileSystemStorage]:
    """Write the current sheet where static files can be read from; return its name and storage."""
    sheet = current_sheet()
    root = Path(_output_directory().name)
    path = root / sheet.name
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".tmp")
        unfinished.write_text(sheet.text, encoding="utf-8")
        unfinished.replace(path)
    return sheet.name, FileSystemStorage(location=root)


class StylesheetFinder(BaseFinder):
    """A staticfiles finder that knows exactly one file, the joined sheet."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        """Return the file of the sheet that has exactly this name, else nothing."""
        path = str(path).replace("\\", "/")
        if path == current_sheet().name:
            name, storage = write_sheet()
            return [storage.path(name)] if find_all else storage.path(name)
        return []  # what Django takes for "not here"

    def list(self, ignore_patterns):
        yield write_sheet()
