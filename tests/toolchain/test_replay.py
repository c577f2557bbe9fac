"""What is put in again is what provisioning makes, and nobody gets rows of another state."""

import re
from contextlib import contextmanager

import pytest
from django.core.management.color import no_style
from django.db import connection, transaction
from wagtail.models import Page, Site

from home.provisioning import create_network
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.places.models import Place
from tests import replay, rows
from tests.network import BODY

PASSING = re.compile(
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(\+\d\d(:?\d\d)?)?"
    r"|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32}"
)


@pytest.fixture(autouse=True)
def no_recordings(db, monkeypatch):
    monkeypatch.setattr(replay, "_recordings", {})


@pytest.fixture
def acts():
    """Name → how it is provisioned; each says in `acts["done"]` that it was called."""
    done = []

    def act(name, make):
        return lambda: done.append(name) or make()

    def place(name, postcode):
        return act(
            name, lambda: create_local_site(PlaceFacts(official_name=name, postcode=postcode))
        )

    return {
        "network": act("network", lambda: create_network(responsible_body=BODY)),
        "Görlitz": place("Görlitz", "02826"),
        "Leer": place("Leer", "26789"),
        "done": done,
    }


@contextmanager
def undone():
    """A transaction of its own that leaves nothing; keys are counted from the same number."""
    with transaction.atomic():
        models = list(connection.introspection.installed_models(rows.tables()))
        with connection.cursor() as cursor:
            for sentence in connection.ops.sequence_reset_sql(no_style(), models):
                cursor.execute(sentence)
        yield
        transaction.set_rollback(True)


def everything() -> dict[str, list[str]]:
    """All rows without moments and random keys, and what a search finds."""
    found = {
        table: sorted(PASSING.sub("…", str(row)) for row in there)
        for table, there in rows.read(rows.tables()).items()
    }
    assert not any(Page.find_problems())
    return {**found, "search": [page.pk for page in Page.objects.search("Impressum")]}


@pytest.mark.parametrize(
    "order",
    [
        ("network",),
        ("network", "Görlitz"),
        ("network", "Leer"),
        ("network", "Görlitz", "Leer"),
        ("network", "Leer", "Görlitz"),
    ],
)
def test_rows_put_in_again_are_those_of_provisioning(acts, order):
    with undone():
        nothing = everything()
        for name in order:
            acts[name]()
        provisioned = everything()
    for _time in ("recorded", "put in again"):
        acts["done"].clear()
        with undone():
            for name in order:
                replay.provide(name, acts[name])
            put_in = everything()
        assert put_in == provisioned
    assert acts["done"] == []
    assert len(provisioned["search"]) == len(order)
    assert len(provisioned["wagtailcore_page"]) > len(nothing["wagtailcore_page"])


def test_new_keys_come_after_those_put_in(acts):
    for _time in ("recorded", "put in again"):
        with undone():
            replay.provide("network", acts["network"])
            highest = max(Page.objects.values_list("pk", flat=True))
            acts["Leer"]()
            assert Place.objects.get().container.pk > highest
            assert not any(Page.find_problems())


def test_after_anything_else_it_is_provisioned_once_more(acts):
    with undone():
        replay.provide("network", acts["network"])
        replay.provide("Görlitz", acts["Görlitz"])
    with undone():
        replay.provide("network", acts["network"])
        Page.objects.filter(slug="netzwerk").update(title="Umbenannt")
        acts["done"].clear()
        replay.provide("Görlitz", acts["Görlitz"])
        assert acts["done"] == ["Görlitz"]
        assert Page.objects.get(slug="netzwerk").title == "Umbenannt"


def test_under_other_settings_it_is_provisioned_by_them(acts, settings):
    with undone():
        replay.provide("network", acts["network"])
        assert Site.objects.get().hostname == "localhost"
    settings.BASE_DOMAIN = "anders.example"
    with undone():
        replay.provide("network", acts["network"])
        assert Site.objects.get().hostname == "anders.example"
