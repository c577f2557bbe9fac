"""Which things the demo has made: everything is made once, in one transaction with its entry."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from django.db import transaction

from .models import DemoItem


class Ledger:
    """The keys of `DemoItem`, read once per start. For one writing process."""

    def __init__(self) -> None:
        self._keys = set(DemoItem.objects.values_list("key", flat=True))

    def __contains__(self, key: str) -> bool:
        return key in self._keys

    def below(self, prefix: str) -> set[str]:
        return {key[len(prefix) :] for key in self._keys if key.startswith(prefix)}

    @contextmanager
    def entering(self, keys: Iterable[str]) -> Iterator[None]:
        """What happens inside and the entries are saved together, or neither."""
        keys = list(keys)
        with transaction.atomic():
            yield
            DemoItem.objects.bulk_create(DemoItem(key=key) for key in keys)
        self._keys.update(keys)

    def once(self, key: str, make: Callable[[], object]) -> bool:
        """Call `make` unless it was done before; whether it was called."""
        if key in self._keys:
            return False
        with self.entering([key]):
            make()
        return True
