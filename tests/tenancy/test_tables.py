"""No address and no table is forgotten: what is new must be decided about."""

import pytest

from sites.places import gate
from tests.tenancy import belongings
from tests.tenancy.addresses import UnknownAddressError, templates, walk


def _unbuilt() -> list[str]:
    found = []
    for pattern in walk():
        try:
            templates(pattern)
        except UnknownAddressError as error:
            found.append(str(error))
    return found


def test_every_address_can_be_built_by_the_crawl():
    """A failure names the address: add its arguments to `keys`."""
    assert len(walk()) > 200
    assert _unbuilt() == []


def test_every_address_has_a_rule_of_the_gate():
    assert {pattern.view for pattern in walk()} - set(gate.registered()) == set()


def test_every_rule_of_the_gate_belongs_to_an_address():
    only_in_dev = {"login_as"}
    assert set(gate.registered()) - {pattern.view for pattern in walk()} <= only_in_dev


def test_of_every_table_it_is_known_whose_rows_it_holds():
    """A failure names the table: add it to `belongings`."""
    assert belongings.undecided() == []
    assert belongings.NOBODYS - {model._meta.label for model in belongings.every_model()} <= {
        "wagtailsearch.SQLiteFTSIndexEntry"  # PostgreSQL has none
    }


@pytest.mark.django_db
def test_the_foreign_place_owns_something_in_every_table_that_matters(world):
    rows = belongings.rows_of(world.foreign.place)
    empty = {label for label, found in rows.items() if not found.exists()}
    assert empty <= UNUSED, "nothing there that could leak"


# Nothing of a place stands there: the network's pages, child rows of pages, tables nobody uses.
UNUSED = {
    "account.EmailAddress",
    "account.EmailConfirmation",
    "accounts.User_groups",
    "accounts.User_user_permissions",
    "content.PulledPage",
    "home.HomePage",
    "home.PlaceIndexPage",
    "home.StandardPage",
    "home.Story",
    "kalender.EventDate",
    "kalender.EventPage_topics",
    "kalender.EventState",
    "ortsseiten.Way",
    "projects.ProjectPage_topics",
    "wagtail_localize.RelatedObjectSegment",
    "wagtail_localize.SegmentOverride",
    "wagtailadmin.FormState",
    "wagtailcore.APIToken",
    "wagtailcore.CollectionViewRestriction",
    "wagtailcore.CollectionViewRestriction_groups",
    "wagtailcore.PageViewRestriction_groups",
    "wagtailcore.WorkflowPage",
    "wagtailusers.UserProfile",
}
