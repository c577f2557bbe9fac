"""Accounts and roles of the demo."""

from kalender.models import EventPage
from sites.accounts.models import User
from sites.places.models import Membership
from tests.demo.small import SMALL

NETWORK_PEOPLE = {
    "buero@example.org": "network_office",
    "netzwerk@example.org": "network_editor",
    "begleitung@example.org": "facilitator",
}
TEAM = {
    "goerlitz@example.org": "coordination",
    "goerlitz.redaktion@example.org": "editor",
    "goerlitz.termine@example.org": "events",
    "goerlitz.mitarbeit@example.org": "contributor",
}
OTHERS = {f"{slug}@example.org" for slug in SMALL if slug != "goerlitz"}


def test_everybody_has_a_name_no_password_and_the_right_role(small_network):
    users = {user.email: user for user in User.objects.all()}
    assert set(users) == {"admin@example.org", *OTHERS, *NETWORK_PEOPLE, *TEAM}
    for user in users.values():
        assert not user.has_usable_password()
        assert user.first_name
        assert user.last_name
    assert [email for email, user in users.items() if user.is_superuser] == ["admin@example.org"]
    roles = {row.user.email: row for row in Membership.objects.select_related("user", "place")}
    assert {email: row.role for email, row in roles.items() if not row.place} == NETWORK_PEOPLE
    assert roles["begleitung@example.org"].region_key == "16"
    at_goerlitz = {e: r.role for e, r in roles.items() if r.place and r.place.slug == "goerlitz"}
    assert at_goerlitz == TEAM
    assert roles["isny@example.org"].role == "coordination"


def test_the_coordinator_may_publish_at_home_only(small_network):
    user = User.objects.get(email="isny@example.org")
    own = EventPage.objects.filter(listings__place__slug="isny").first()
    foreign = EventPage.objects.filter(listings__place__slug="goerlitz").first()
    assert own.permissions_for_user(user).can_publish()
    assert not foreign.permissions_for_user(user).can_edit()


def test_an_account_that_was_removed_stays_away(build):
    build(["isny"])
    User.objects.get(email="isny@example.org").delete()
    build(["isny"])
    assert not User.objects.filter(email="isny@example.org").exists()
