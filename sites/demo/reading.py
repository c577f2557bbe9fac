"""Reading the demo's TOML tables: typed access that names file and key when something is wrong."""

import re
import tomllib
from collections.abc import Callable, Iterable
from datetime import time
from pathlib import Path
from typing import Any, TypeVar

DATA = Path(__file__).with_name("data")
_REQUIRED: Any = object()
T = TypeVar("T")


class WordsError(ValueError):
    """A text file of the demo breaks its schema; the message names file, entry and key."""


class Table:
    """One TOML table. What is read is ticked off; `finish` refuses what nobody asked for."""

    def __init__(self, values: dict[str, Any], where: str) -> None:
        self._values = values
        self._unread = set(values)
        self.where = where

    @classmethod
    def load(cls, path: Path) -> "Table":
        name = path.relative_to(DATA).as_posix() if path.is_relative_to(DATA) else path.name
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), name)
        except (OSError, tomllib.TOMLDecodeError) as error:
            raise WordsError(f"{name}: {error}") from error

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def error(self, key: str, problem: str) -> WordsError:
        return WordsError(f"{self.where}: {key}: {problem}")

    def _take(self, key: str, kind: type, default: Any) -> Any:
        self._unread.discard(key)
        if key not in self._values:
            if default is _REQUIRED:
                raise self.error(key, "is missing")
            return default
        value = self._values[key]
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.error(key, f"must be {kind.__name__}, not {type(value).__name__}")
        return value

    def text(self, key: str, default: str = _REQUIRED, *, longest: int = 2000) -> str:
        value: str = self._take(key, str, default)
        if default is _REQUIRED and not value.strip():
            raise self.error(key, "is empty")
        if len(value) > longest:
            raise self.error(key, f"has {len(value)} characters, at most {longest} fit")
        return value.strip()

    def texts(self, key: str, default: Iterable[str] = _REQUIRED) -> tuple[str, ...]:
        """A list of texts; a single text counts as a list of one."""
        if isinstance(self._values.get(key), str):
            return (self.text(key),)
        values = self._take(key, list, default)
        if not all(isinstance(value, str) and value.strip() for value in values):
            raise self.error(key, "must hold non-empty texts")
        return tuple(value.strip() for value in values)

    def number(self, key: str, default: int = _REQUIRED, *, among: range | None = None) -> int:
        value: int = self._take(key, int, default)
        if among is not None and value not in among:
            raise self.error(key, f"must be {among.start} to {among.stop - 1}, not {value}")
        return value

    def numbers(self, key: str, *, among: range) -> tuple[int, ...]:
        values = self._take(key, list, ())
        if any(value not in among for value in values):
            raise self.error(key, f"must hold numbers from {among.start} to {among.stop - 1}")
        return tuple(values)

    def flag(self, key: str) -> bool:
        return bool(self._take(key, bool, False))

    def choice(self, key: str, allowed: Iterable[str], default: str = _REQUIRED) -> str:
        value: str = self._take(key, str, default)
        if key in self._values and value not in set(allowed):
            raise self.error(key, f"{value!r} is none of {', '.join(sorted(allowed))}")
        return value

    def choices(self, key: str, allowed: Iterable[str]) -> tuple[str, ...]:
        values = self.texts(key)
        if unknown := set(values) - set(allowed):
            raise self.error(key, f"{sorted(unknown)} not among {', '.join(sorted(allowed))}")
        return values

    def clock(self, key: str) -> time | None:
        """ "18:30" as a time, None when the key is absent. 02:00-02:59 is refused: on two days a
        year clocks do not show that hour, or show it twice."""
        value = self.text(key, "")
        if not value:
            return None
        if not re.fullmatch(r"([01]\d|2[0-3]):[0-5]\d", value):
            raise self.error(key, f"{value!r} is no time like 18:30")
        if value.startswith("02:"):
            raise self.error(key, "between 02:00 and 02:59 clocks change")
        return time.fromisoformat(value)

    def names(self) -> tuple[str, ...]:
        return tuple(self._values)

    def table(self, key: str) -> "Table":
        return Table(self._take(key, dict, _REQUIRED), f"{self.where} {key}")

    def tables(self, key: str, label: str = "key") -> list["Table"]:
        """The tables of a list, named by their own `label` in messages; an absent list is empty."""
        found = []
        for number, values in enumerate(self._take(key, list, []), start=1):
            if not isinstance(values, dict):
                raise self.error(key, "must hold tables")
            found.append(Table(values, f"{self.where} {key} {values.get(label, number)}"))
        return found

    def each(self, key: str, read: Callable[["Table"], T], label: str = "key") -> tuple[T, ...]:
        return tuple(read(table) for table in self.tables(key, label))

    def finish(self) -> None:
        if self._unread:
            raise WordsError(f"{self.where}: nobody knows {', '.join(sorted(self._unread))}")
