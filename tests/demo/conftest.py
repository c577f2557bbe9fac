"""The demo's texts, and a small demo network made by the real builder."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from sites.demo.builder import build_foundation, build_rest
from sites.demo.progress import silence
from sites.demo.wordbook import load_words
from sites.demo.workshop import open_workshop
from sites.runtime import clock
from tests.demo.small import NOW, SMALL


@pytest.fixture(scope="session")
def words():
    return load_words()


def start(words, slugs, at):
    """One start of the builder, as `manage.py demo` makes it; its two tallies."""
    cache.clear()
    with clock.stand_at(at):
        workshop = open_workshop(words, silence)
        foundation = build_foundation(workshop, silence, slugs=slugs)
        rest = build_rest(workshop, silence, slugs=slugs)
    return foundation, rest


@pytest.fixture
def build(db, words, settings, tmp_path, monkeypatch):
    """build(slugs, at=…) → one start in an empty database, without pictures."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr("sites.demo.workshop.hang_pictures", lambda ledger, network: 0)

    def run(slugs=("isny",), *, at=NOW):
        return start(words, slugs, at)

    return run


@pytest.fixture(scope="module")
def network_of_the_module(django_db_setup, django_db_blocker, words, tmp_path_factory):
    media = tmp_path_factory.mktemp("media")
    with django_db_blocker.unblock(), override_settings(MEDIA_ROOT=media), transaction.atomic():
        start(words, SMALL, NOW)
        yield
        transaction.set_rollback(True)


@pytest.fixture
def small_network(network_of_the_module, db):
    """The places of SMALL with pictures, built once per module; what a test changes is undone."""
    cache.clear()
