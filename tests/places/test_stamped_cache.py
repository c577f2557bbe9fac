"""A value is never older than its rows, whatever a full cache throws out."""

import pytest
from django.core.cache import cache
from django.core.cache.backends.db import DatabaseCache
from django.core.management import call_command
from django.test import override_settings

from sites.places import stamped_cache
from sites.places.stamped_cache import HELD, StampedCache

pytestmark = pytest.mark.django_db
FACTS = StampedCache("facts")
IN_DATABASE = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "test_cache"}
}


@pytest.fixture(params=["in memory", "in the database"])
def store(request, monkeypatch):
    """The cache that stamped caches use."""
    chosen = cache
    if request.param == "in the database":
        with override_settings(CACHES=IN_DATABASE):
            call_command("createcachetable", verbosity=0)
        chosen = DatabaseCache("test_cache", {})
    monkeypatch.setattr(stamped_cache, "cache", chosen)
    return chosen


@pytest.fixture
def committing(django_capture_on_commit_callbacks):
    return lambda: django_capture_on_commit_callbacks(execute=True)


def read(value: str, key: str = "a") -> str:
    """What is kept, else `value`, as the database has it now."""
    return FACTS.get(key, lambda: value)


@pytest.mark.parametrize("evicted", ["facts:stamp:a", "facts:stamp"])
@pytest.mark.parametrize("forget", [lambda: FACTS.forget("a"), FACTS.forget_all])
def test_a_value_is_not_taken_again_when_its_stamp_is_gone(store, committing, forget, evicted):
    """It was kept before anything had ever changed, and outlives the stamp of the change."""
    assert read("old") == "old"
    with committing():
        forget()
    store.delete(evicted)
    assert read("new") == "new"
    assert read("never asked") == "new"


def test_a_slow_readers_value_is_not_taken_when_the_stamps_are_gone(store, committing):
    def slow():
        with committing():
            FACTS.forget("a")
        store.delete_many(["facts:stamp", "facts:stamp:a"])
        return "old"

    assert FACTS.get("a", slow) == "old"
    assert read("new") == "new"


def test_nothing_is_kept_with_a_stamp_that_somebody_holds_meanwhile(store, monkeypatch):
    """Held between reading the stamps and making the missing one."""
    get_many = store.get_many

    def late(names):
        found = get_many(names)
        store.set("facts:stamp:a", HELD)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(store, "get_many", late)
        assert read("old") == "old"
    assert store.get("facts:stamp:a") == HELD
    assert store.get("facts:value:a") is None


def test_known_values_cost_one_read_and_no_write(store, monkeypatch):
    keys = [f"key-{number}" for number in range(50)]
    everything = dict.fromkeys(keys, "value")
    assert FACTS.get_many(keys, lambda missing: everything) == everything
    calls = []
    for name in ("get_many", "add", "set", "set_many"):
        call = getattr(store, name)
        monkeypatch.setattr(
            store, name, lambda *args, _name=name, _call=call: calls.append(_name) or _call(*args)
        )
    assert FACTS.get_many(keys, lambda missing: pytest.fail("loaded again")) == everything
    assert calls == ["get_many"]
