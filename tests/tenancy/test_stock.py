"""The crawl finds leaks where there are some: a stock Wagtail in place of ours.

Without this, a crawl that finds nothing would prove nothing.
"""

import pytest

from tests.tenancy import runs, stock

pytestmark = [
    pytest.mark.django_db,
    # Wagtail's thumbnails leave their temporary file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


def test_a_stock_wagtail_leaks_and_the_crawl_finds_it(world, note):
    user = world.people["coordination"]
    with stock.configuration():
        stock.give_an_editors_permissions(user, world.own)
        found = list(runs.unguarded(world, user, runs.owners_harvest(world)))
        found += list(runs.smuggled(world, user))
    reads = [item for item in found if item.answer.shown]
    writes = [item for item in found if item.answer.changed]
    for name, items in (("probes", found), ("reads", reads), ("writes", writes)):
        note(name, len(items))
    assert len(reads) >= 80, "\n".join(map(str, reads))
    assert len(writes) >= 10, "\n".join(map(str, writes))
