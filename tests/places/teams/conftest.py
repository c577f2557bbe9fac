"""A team of Görlitz, a stranger's team of Leer, and the link from the last mail."""

import re
from datetime import UTC, datetime

import pytest
from django.core import mail

from sites.places.roles import Role
from sites.runtime import clock

NOON = datetime(2026, 11, 3, 11, 0, tzinfo=UTC)


@pytest.fixture
def jana(goerlitz, make_member):
    user = make_member(Role.COORDINATION, goerlitz)
    user.first_name, user.last_name = "Jana", "Berg"
    user.save()
    return user


@pytest.fixture
def stranger(leer, make_member):
    return make_member(Role.COORDINATION, leer)


@pytest.fixture
def facilitator(make_member):
    """Looks after Saxony, and so after Görlitz, but not after Leer."""
    user = make_member(Role.FACILITATOR, region_key="14")
    user.first_name, user.last_name = "Karin", "Ahlers"
    user.save()
    return user


@pytest.fixture
def office(network, make_member):
    return make_member(Role.NETWORK_OFFICE)


@pytest.fixture
def noon():
    """The clock stands still on a Tuesday in November."""
    with clock.stand_at(NOON):
        yield NOON


@pytest.fixture
def link():
    """link() → the path of the link in the last mail."""

    def last() -> str:
        found = re.search(r"https?://redaktion\.localhost(?::\d+)?(/\S+)", mail.outbox[-1].body)
        assert found, mail.outbox[-1].body
        return found[1]

    return last


@pytest.fixture(autouse=True)
def mails_at_once(monkeypatch):
    """Mails leave after the commit, and the transaction of a test never commits."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda func, **kwargs: func())
