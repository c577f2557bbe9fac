"""Small facts in the shared cache that are never older than the last change of their rows.

Every value carries the stamps that were valid *before* it was read. A change renews the stamp, so a
reader that was slower than the change leaves a value that nobody takes. Within a transaction the
stamp is held at once (everybody reads the database and keeps nothing) and renewed on commit; after
a rollback the hold runs out by itself.
"""

import uuid
from collections.abc import Callable
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
        names = [self._everything, self._stamp(key), self._value(key)]
        found = cache.get_many(names)
        stamps = (found.get(names[0]), found.get(names[1]))
        kept = found.get(names[2])
        if HELD in stamps:
            return load()
        if kept and tuple(kept[0]) == stamps:
            return kept[1]
        value = load()
        if value is not None:
            cache.set(names[2], (stamps, value), KEEP)
        return value

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
