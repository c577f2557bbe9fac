"""Who is not logged in gets the login page, whatever the address; never content."""

import pytest

from sites.places import gate
from sites.places.gate.rules import Who
from tests.tenancy.addresses import addresses
from tests.tenancy.crawl import Crawler
from tests.tenancy.world import MARKER

pytestmark = pytest.mark.django_db


def _is_open(view: str) -> bool:
    rule = gate.registered().get(view)
    return rule is not None and rule.who is Who.ANYBODY


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_without_login_every_address_leads_to_the_login(method, world):
    crawler = Crawler(None, world.foreign.place, MARKER)
    wrong = []
    for address in addresses(world.foreign.ids):
        answer = crawler.ask(method, address.url)
        refused = answer.status in (403, 404, 405) or answer.location.startswith(
            "/redaktion/login/"
        )
        if answer.shown or answer.changed or not (refused or _is_open(address.view)):
            wrong.append(f"{method} {address.view} {address.url} {answer.status}")
    assert wrong == []
