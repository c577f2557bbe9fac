"""Whole runs over all addresses, with what they found."""

from collections.abc import Iterator
from dataclasses import dataclass
from unittest import mock

from django.http import HttpResponse
from django.urls import reverse

from tests.tenancy import payloads
from tests.tenancy.addresses import Address, addresses
from tests.tenancy.crawl import Answer, Crawler
from tests.tenancy.smuggling import FIELDS
from tests.tenancy.world import MARKER, OWN_WORD, World


@dataclass(frozen=True)
class Finding:
    """One probe and its answer."""

    method: str
    address: Address
    answer: Answer

    def __str__(self) -> str:
        parts = [self.method, self.address.view, self.address.url, str(self.answer.status)]
        parts += ["shown"] if self.answer.shown else []
        parts += [f"changed {', '.join(self.answer.changed)}"] if self.answer.changed else []
        return " ".join(parts)


def foreign(world: World, user, harvest: payloads.Harvest) -> Iterator[Finding]:
    """Every address with the foreign place's keys, alone and among own ones: GET, POST and what
    else an address asks for, with payloads that are valid for the owner."""
    crawler = Crawler(user, world.foreign.place, MARKER)
    for address in addresses(world.own.ids, world.foreign.ids):
        yield Finding("GET", address, crawler.ask("GET", address.url))
        for method in ("POST", *payloads.METHODS.get(address.view, ())):
            data = harvest.payload(address, world.foreign.ids, [MARKER])
            with _short_refusals():
                answer = crawler.ask(method, address.url, data)
            yield Finding(method, address, answer)


def _short_refusals():
    """The page that says no takes longer than the decision; every GET has seen it in full."""
    return mock.patch("sites.places.gate.middleware.refuse", side_effect=_no)


def _no(request, status=403):
    return HttpResponse(status=status)


def own(world: World, user, views: set[str] | None = None) -> Iterator[Finding]:
    """Addresses with the own place's keys, no search and no filters: GET, then POST with the fields
    of the form that this very person got. All of them, or those with these names."""
    crawler = Crawler(user, world.own.place, OWN_WORD)
    harvest = payloads.Harvest(crawler)
    for address in addresses(world.own.ids):
        if "?" in address.url and not address.view.endswith(("bulk_action", "chosen_multiple")):
            continue
        if views is not None and address.view not in views:
            continue
        answer = crawler.ask("GET", address.url)
        harvest.learn(address.url, answer)
        yield Finding("GET", address, answer)
        data = harvest.payload(address, world.own.ids, [OWN_WORD])
        yield Finding("POST", address, crawler.ask("POST", address.url, data))


def unguarded(world: World, user, harvest: payloads.Harvest) -> Iterator[Finding]:
    """Wagtail's own addresses with the foreign place's keys. What is not shown on GET is posted to
    only where an address answers nothing but POST: this run is about finding, not about proving."""
    crawler = Crawler(user, world.foreign.place, MARKER)
    for address in addresses(world.own.ids, world.foreign.ids):
        if not address.view.startswith("wagtail"):
            continue
        answer = crawler.ask("GET", address.url)
        yield Finding("GET", address, answer)
        if answer.status == 405 or (answer.status == 200 and answer.shown):
            data = harvest.payload(address, world.foreign.ids, [MARKER])
            yield Finding("POST", address, crawler.ask("POST", address.url, data))


def smuggled(world: World, user) -> Iterator[Finding]:
    """A new post of the own place for every way of pointing at something foreign."""
    crawler = Crawler(user, world.foreign.place, MARKER)
    view = "wagtailadmin_pages:add"
    url = reverse(view, args=["news", "newspage", world.own.ids["news_index"]])
    for fields in FIELDS.values():
        answer = crawler.ask("POST", url, fields(world.foreign.ids))
        yield Finding("POST", Address(view, url, "of"), answer)


def owners_harvest(world: World) -> payloads.Harvest:
    """Fetches the forms as somebody who may see everything."""
    return payloads.Harvest(Crawler(world.superuser, world.foreign.place, MARKER))
