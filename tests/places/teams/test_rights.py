"""Nobody grants more than they have: the table of roles, in every place and by every role."""

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from sites.places import current, gate
from sites.places.models import Invitation, Membership
from sites.places.roles import ROLES, Role, Scope
from sites.places.teams import changing, inviting
from sites.places.teams.rights import dismissable, grantable

pytestmark = pytest.mark.django_db

OF_A_PLACE = [Role.COORDINATION, Role.EDITOR, Role.EVENTS, Role.CONTRIBUTOR]
CENTRAL = [Role.FACILITATOR, Role.NETWORK_EDITOR, Role.NETWORK_OFFICE]


@pytest.mark.parametrize(
    ("role", "grants", "dismisses"),
    [
        (Role.COORDINATION, OF_A_PLACE, OF_A_PLACE),
        (Role.EDITOR, [], []),
        (Role.EVENTS, [], []),
        (Role.CONTRIBUTOR, [], []),
    ],
)
def test_a_places_roles_grant_in_their_place_only(
    role, grants, dismisses, goerlitz, leer, network, make_member
):
    user = make_member(role, goerlitz)
    assert grantable(user, goerlitz) == grants
    assert dismissable(user, goerlitz) == dismisses
    assert grantable(user, leer) == []
    assert grantable(user, network) == []


def test_a_facilitator_invites_in_the_own_region_and_takes_nothing_away(
    facilitator, goerlitz, leer, network
):
    assert grantable(facilitator, goerlitz) == OF_A_PLACE
    assert dismissable(facilitator, goerlitz) == []
    assert grantable(facilitator, leer) == []
    assert grantable(facilitator, network) == []


def test_the_network_editors_grant_nothing(make_member, goerlitz, network):
    user = make_member(Role.NETWORK_EDITOR)
    assert grantable(user, goerlitz) == []
    assert grantable(user, network) == []


def test_the_office_and_superusers_grant_everything(office, superuser, goerlitz, network):
    for user in (office, superuser):
        assert grantable(user, goerlitz) == OF_A_PLACE
        assert grantable(user, network) == CENTRAL
        assert dismissable(user, network) == CENTRAL


def test_only_the_office_makes_offices():
    for role, rule in ROLES.items():
        assert (Role.NETWORK_OFFICE in rule.grants) == (role == Role.NETWORK_OFFICE)
        if rule.scope == Scope.PLACE:
            assert {ROLES[granted].scope for granted in rule.grants} <= {Scope.PLACE}
        assert rule.dismisses <= rule.grants


@pytest.mark.parametrize("role", [*CENTRAL, "superuser", "", "Ortskoordination"])
def test_a_coordination_cannot_invite_into_more_than_a_places_roles(jana, goerlitz, role):
    with pytest.raises(PermissionDenied):
        inviting.invite(by=jana, place=goerlitz, role=role, email="neu@netz.example")
    with pytest.raises(PermissionDenied):
        inviting.invite(by=jana, role=role, email="neu@netz.example")
    with pytest.raises(PermissionDenied):
        inviting.invite(by=jana, role=role, region_key="14", email="neu@netz.example")
    assert not Invitation.objects.exists()
    inviting.invite(by=jana, place=goerlitz, role=Role.EDITOR, email="neu@netz.example")
    assert Invitation.objects.count() == 1


def test_nobody_invites_into_a_foreign_place(jana, stranger, facilitator, goerlitz, leer):
    for by, place in ((jana, leer), (stranger, goerlitz), (facilitator, leer)):
        with pytest.raises(PermissionDenied):
            inviting.invite(by=by, place=place, role=Role.CONTRIBUTOR, email="n@netz.example")
    inviting.invite(by=facilitator, place=goerlitz, role=Role.COORDINATION, email="n@netz.example")


def test_a_place_role_takes_no_region_along(jana, goerlitz):
    with pytest.raises(PermissionDenied):
        inviting.invite(
            by=jana, place=goerlitz, role=Role.EDITOR, region_key="14", email="n@netz.example"
        )


def test_roles_are_changed_by_who_may(jana, stranger, facilitator, goerlitz, make_member):
    editor = Membership.objects.get(user=make_member(Role.EDITOR, goerlitz))
    for by in (stranger, facilitator, editor.user):
        with pytest.raises(PermissionDenied):
            changing.change_role(by=by, membership=editor, role=Role.CONTRIBUTOR)
        with pytest.raises(PermissionDenied):
            changing.remove(by=by, membership=editor)
    for role in CENTRAL:
        with pytest.raises(PermissionDenied):
            changing.change_role(by=jana, membership=editor, role=role)
    changing.change_role(by=jana, membership=editor, role=Role.EVENTS)
    editor.refresh_from_db()
    assert editor.role == Role.EVENTS


def test_a_region_stays_a_region(office, facilitator):
    """A facilitator's row has a region; no other role may have one."""
    membership = facilitator.memberships.get()
    for role in (Role.NETWORK_EDITOR, Role.COORDINATION):
        with pytest.raises(PermissionDenied):
            changing.change_role(by=office, membership=membership, role=role)


def test_asking_the_gate_leads_nowhere(goerlitz, leer, jana, rf):
    """Menus and buttons ask, too: only who opens an address moves on to its place."""
    Membership.objects.create(user=jana, role=Role.COORDINATION, place=leer)
    there = Membership.objects.get(user=jana, place=leer)
    request = rf.get("/redaktion/")
    request.session, request.user, request.tenant = {}, jana, goerlitz
    assert gate.may_follow(request, reverse("team_member_role", args=[there.pk]))
    assert (request.tenant, request.session) == (goerlitz, {})


def test_opening_an_address_does(goerlitz, leer, jana, editing):
    there = Membership.objects.create(user=jana, role=Role.COORDINATION, place=leer)
    client = editing(jana)
    client.get(reverse("team_member_role", args=[there.pk]))
    assert client.session[current.SESSION_KEY] == leer.pk
