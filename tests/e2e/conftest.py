"""A small network on a live server; Chromium resolves every `*.localhost` to this machine."""

import re
import time
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.core.cache import cache

from home.provisioning import create_network
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.places.models import Place
from tests.network import BODY


@pytest.fixture
def address(live_server, settings):
    """address("goerlitz", "/kalender/") → where the live server answers for that place; "" is the
    network, "redaktion" the editing side."""
    port = urlsplit(live_server.url).port
    settings.PUBLIC_PORT = port

    def build(name: str = "", path: str = "/") -> str:
        host = f"{name}.localhost" if name else "localhost"
        return f"http://{host}:{port}{path}"

    return build


@pytest.fixture
def places(address):
    """Görlitz and Zittau, 30 km apart in one Kreis, on a live server."""
    cache.clear()
    create_network(responsible_body=BODY, contact_mail="post@netz.example")
    made = {}
    for name, postcode in (("Görlitz", "02826"), ("Zittau", "02763")):
        place = create_local_site(
            PlaceFacts(official_name=name, postcode=postcode), status=Place.Status.ACTIVE
        )
        made[place.slug] = place
    return made


@pytest.fixture
def phone(page):
    """A page in the width of a small phone."""
    page.set_viewport_size({"width": 360, "height": 740})
    return page


@pytest.fixture
def mailed_code():
    """mailed_code() → the code in the next mail; waits until it is there."""
    mail.outbox.clear()

    def wait() -> str:
        for _attempt in range(100):
            if mail.outbox:
                return re.search(r"\d{4}-\d{4}", mail.outbox.pop(0).subject)[0]
            time.sleep(0.1)
        pytest.fail("no mail within ten seconds")

    return wait
