"""The other half of the proof: with the keys of the own place, everything that a role may do works.
A gate that refuses everything would pass the crawl and fail here."""

from collections import defaultdict

import pytest

from sites.places import gate
from sites.places.gate.rules import Who
from tests.tenancy import allowed, runs

pytestmark = [
    pytest.mark.django_db,
    # Wagtail's thumbnails leave their temporary file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
TEAM = {Who.TEAM, Who.SIGNED_IN, Who.CENTRAL_ROLES}


@pytest.mark.parametrize("role", allowed.REFUSED)
def test_what_a_role_may_do_in_its_own_place_works(role, world, note):
    found = list(runs.own(world, world.people[role]))
    note("probes", len(found))
    pages, changed = set(), set()
    by_view = defaultdict(set)
    for item in found:
        view, answer = item.address.view, item.answer
        by_view[view].add(answer.status)
        if item.method == "GET" and answer.status < 400:
            pages.add(view)
        if item.method == "POST" and answer.status < 400 and answer.changed:
            changed.add(view)

    rules = gate.registered()
    for_teams = {view for view in by_view if rules[view].who in TEAM}
    expected = for_teams - allowed.NO_PAGE - allowed.NOT_FOR_TEAMS - allowed.REFUSED[role]
    assert expected - pages == set(), "refused, but should work"
    assert (pages & for_teams) - expected == set(), "works, but nobody has said so"
    assert allowed.CHANGES[role] - changed == set(), "changes nothing"
    for_nobody = {view for view in by_view if rules[view].who in (Who.NOBODY, Who.CENTRE)}
    assert {view for view in for_nobody if by_view[view] != {403}} == set()


def test_what_is_posted_to_the_centres_addresses_is_valid(world):
    """Otherwise the crawl would prove nothing about them."""
    found = runs.own(world, world.superuser, allowed.CENTRE_CHANGES)
    changed = {item.address.view for item in found if item.answer.changed}
    assert changed == allowed.CENTRE_CHANGES
