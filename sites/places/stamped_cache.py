"""Small facts in the shared cache that are never older than the last change of their rows.

Every value carries the stamps that were valid *before* it was read. A change renews the stamp, so a
reader that was slower than the change leaves a value that nobody takes. Within a transaction the
stamp is held at once (everybody reads the database and keeps nothing) and renewed on commit; after
a rollback the hold runs out by itself.
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
        stamps = {key: (found.get(self._everything), found.get(self._stamp(key))) for key in keys}
        values = {}
        for key in keys:
            kept = found.get(self._value(key))
            if kept and HELD not in stamps[key] and tuple(kept[0]) == stamps[key]:
                values[key] = kept[1]
        missing = [key for key in keys if key not in values]
        if not missing:
            return values
        loaded = {key: value for key, value in load(missing).items() if value is not None}
        fresh = {key: value for key, value in loaded.items() if HELD not in stamps[key]}
        if fresh:
            entries = {self._value(key): (stamps[key], value) for key, value in fresh.items()}
            cache.set_many(entries, KEEP)
        return values | loaded

    def forget(self, *keys: str) -> None:
        _change([self._stamp(key) for key in keys])

    def forget_all(self) -> None:
        _change([self._everything])

    @property
    def _everything(self) -> str:
        return f"{self.name}:stamp"

    def _stamp(self, key: str) -> str:
        return f"{self.name}:stamp:{key}"

    def _value(self, key: str) -> str:
        return f"{self.name}:value:{key}"


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
