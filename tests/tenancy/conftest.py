"""The world of the crawl, built once per module inside a transaction that is never committed."""

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings

from home.provisioning import create_network
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.places.models import Place
from tests.network import BODY
from tests.tenancy import world as worlds


@pytest.fixture(scope="module")
def media_folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=str(folder)):
        yield folder


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker, media_folder):
    """Shared by the tests of a module: every probe undoes what it did."""
    with django_db_blocker.unblock():
        cache.clear()
        block = transaction.atomic()
        block.__enter__()
        try:
            network = create_network(responsible_body=BODY, contact_mail="post@netz.example")
            yield worlds.build(network, _make_place)
        finally:
            transaction.set_rollback(True)
            block.__exit__(None, None, None)
            cache.clear()


def _make_place(name: str, postcode: str) -> Place:
    return create_local_site(
        PlaceFacts(
            official_name=name,
            postcode=postcode,
            tagline=f"Satz {name}",
            contact_mail=f"post@{name.lower()}.example",
        ),
        status=Place.Status.ACTIVE,
    )


@pytest.fixture
def note(request):
    """note("probes", 1021) → stands in the summary at the end of the run."""

    def add(name: str, count: int) -> None:
        request.node.user_properties.append((name, count))

    return add


def pytest_terminal_summary(terminalreporter):
    """How much was asked, and what a stock Wagtail let through."""
    for report in terminalreporter.getreports("passed"):
        counts = [f"{count} {name}" for name, count in report.user_properties if name in COUNTED]
        if counts and report.when == "call":
            terminalreporter.write_line(f"{report.nodeid.rpartition('::')[2]}: {', '.join(counts)}")


COUNTED = {"probes", "reads", "writes"}
