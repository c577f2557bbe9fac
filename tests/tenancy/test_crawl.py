"""Nobody below the centre sees or changes anything of a foreign place, whatever they ask for."""

import pytest

from tests.tenancy import runs
from tests.tenancy.world import VISITORS

pytestmark = [
    pytest.mark.django_db,
    # Wagtail's thumbnails leave their temporary file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
# Wagtail's page that fails on purpose.
FAILS_BY_DESIGN = {"wagtailadmin_error_test"}


@pytest.fixture(scope="module")
def harvest(world):
    """The owner's forms, fetched once for all visitors."""
    return runs.owners_harvest(world)


@pytest.mark.parametrize("visitor", VISITORS)
def test_nothing_of_a_foreign_place_is_shown_or_changed(visitor, world, harvest, note):
    found = list(runs.foreign(world, world.people[visitor], harvest))
    note("probes", len(found))
    assert len(found) > 800  # the crawl did crawl
    leaks = [str(item) for item in found if item.answer.shown or item.answer.changed]
    assert leaks == [], f"{len(leaks)} of {len(found)} probes"
    crashes = [
        str(item)
        for item in found
        if item.answer.status >= 500 and item.address.view not in FAILS_BY_DESIGN
    ]
    assert crashes == []
