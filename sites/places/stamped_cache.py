"""Small facts in the shared cache that are never older than the last change of their rows.

Every value carries the stamps that were valid *before* it was read. A change renews the stamp, so a
reader that was slower than the change leaves a value that nobody takes. Within a transaction the
stamp is held at once (everybody reads the database and keeps nothing) and renewed on commit; after
a rollback the hold runs out by itself. A stamp that is missing, because it ran out or was thrown
out to make room, fits no value: whoever reads next makes a new one.
"""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django.core.cache import cache
from django.db import connection, transaction

KEEP = 3600
# Longer than any value lives; a hold only needs to outlast its transaction.
KEEP_STAMP = 2 * KEEP
HOLD = 600
HELD = "held"


class StampedCache:
    def __init__(self, name: str) -> None:
        self.name = name

    def get(self, key: str, load: Callable[[], Any]) -> Any:
        """The value of `key`, read by `load()` when it is not known; None is never kept. One read
        of the cache."""
        return self.get_many([key], lambda missing: {key: load()}).get(key)

    def get_many(self, keys: Iterable[str], load: Callable[[list[str]], dict]) -> dict[str, Any]:
        """{key: value} with one read of the cache; `load(missing keys)` reads all others."""
        keys = list(keys)
        names = [name for key in keys for name in (self._stamp(key), self._value(key))]
        found = cache.get_many([self._everything, *names])
        values = {}
        for key in keys:
            kept, stamps = found.get(self._value(key)), self._stamps_of(key, found)
            if kept and _are_valid(stamps) and tuple(kept[0]) == stamps:
                values[key] = kept[1]
        missing = [key for key in keys if key not in values]
        if not missing:
            return values
        found |= _made([name for name in self._stamp_names(missing) if name not in found])
        stamps = {key: self._stamps_of(key, found) for key in missing}
        loaded = {key: value for key, value in load(missing).items() if value is not None}
        fresh = {key: value for key, value in loaded.items() if _are_valid(stamps[key])}
        if fresh:
            entries = {self._value(key): (stamps[key], value) for key, value in fresh.items()}
            cache.set_many(entries, KEEP)
        return values | loaded

    def forget(self, *keys: str) -> None:
        _change([self._stamp(key) for key in keys])

    def forget_all(self) -> None:
        _change([self._everything])

    def _stamp_names(self, keys: list[str]) -> list[str]:
        return [self._everything, *map(self._stamp, keys)]

    def _stamps_of(self, key: str, found: dict) -> tuple[str | None, str | None]:
        return found.get(self._everything), found.get(self._stamp(key))

    @property
    def _everything(self) -> str:
        return f"{self.name}:stamp"

    def _stamp(self, key: str) -> str:
        return f"{self.name}:stamp:{key}"

    def _value(self, key: str) -> str:
        return f"{self.name}:value:{key}"


def _are_valid(stamps: tuple[str | None, str | None]) -> bool:
    return None not in stamps and HELD not in stamps


def _made(names: list[str]) -> dict[str, str]:
    """New stamps, before anything is loaded. One that somebody else has made or held meanwhile is
    left out: then nothing is kept this time."""
    new = {name: uuid.uuid4().hex for name in names}
    return {name: stamp for name, stamp in new.items() if cache.add(name, stamp, KEEP_STAMP)}


def _change(stamps: list[str]) -> None:
    if not stamps:
        return
    if connection.in_atomic_block:
        cache.set_many(dict.fromkeys(stamps, HELD), HOLD)
        # Robust: the change itself is saved by then; the hold protects from the old value.
        transaction.on_commit(lambda: _renew(stamps), robust=True)
    else:
        _renew(stamps)


def _renew(stamps: list[str]) -> None:
    cache.set_many({stamp: uuid.uuid4().hex for stamp in stamps}, KEEP_STAMP)
