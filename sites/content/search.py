"""Wagtail's search in the database, without the work that grows with the network.

Whenever a page is saved, the stock backends read the titles of the whole index for their average
length and look through it for entries that have no weight yet. Here an entry keeps the neutral
weight 1 until the night: it is found at once, only its rank among equals is a little off."""

from functools import cache

from modelsearch.backends import database, get_search_backend
from modelsearch.backends.base import BaseIndex, BaseSearchBackend
from wagtail.models import Page


def SearchBackend(params: dict) -> BaseSearchBackend:  # noqa: N802 (the name is Wagtail's)
    """The database's own backend, as Wagtail chooses it, with an index that waits."""
    backend = database.SearchBackend(params)
    backend.index_class = _waiting(backend.index_class)
    return backend


def weigh_titles() -> str:
    """Give entries of the search index that are new or changed their weight."""
    get_search_backend().get_index_for_model(Page).weigh_new_titles()
    return "Suchindex gewichtet"


class _WaitingIndex:
    """Mixed into the index class of a backend."""

    def _refresh_title_norms(self, full: bool = False) -> None:
        if full:  # `manage.py update_index`
            super()._refresh_title_norms(full=True)  # type: ignore[misc]

    def weigh_new_titles(self) -> None:
        super()._refresh_title_norms()  # type: ignore[misc]


@cache
def _waiting(stock: type[BaseIndex]) -> type[BaseIndex]:
    return type(f"Waiting{stock.__name__}", (_WaitingIndex, stock), {})
