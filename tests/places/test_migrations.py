"""What migrations do to teams that were there before."""

from importlib import import_module

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from sites.places.models import Membership
from sites.places.roles import Role

pytestmark = pytest.mark.django_db
ONE_ROLE = ("places", "0003_one_role_per_place")
INDEXES = {
    "membership_once_per_place": "(user_id, place_id) WHERE place_id IS NOT NULL",
    "membership_once_per_region": "(user_id, region_key) WHERE place_id IS NULL",
}


def execute(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.fixture
def several_roles(goerlitz, leer, make_member):
    """Three people with several roles at once, as was possible before; the index is put back by
    `narrow`."""
    for name in INDEXES:
        execute(f"DROP INDEX {name}")
    jana, ole = make_member(Role.EVENTS, goerlitz), make_member(Role.NETWORK_EDITOR)
    for user, role, place in (
        (jana, Role.COORDINATION, goerlitz),
        (jana, Role.CONTRIBUTOR, goerlitz),
        (jana, Role.CONTRIBUTOR, leer),
        (ole, Role.NETWORK_OFFICE, None),
        (ole, Role.EDITOR, leer),
    ):
        Membership.objects.create(user=user, role=role, place=place)
    for key in ("14", "03"):
        Membership.objects.create(user=jana, role=Role.FACILITATOR, region_key=key)
    return jana, ole


def narrow() -> None:
    connection.check_constraints()  # PostgreSQL: nothing may be pending that this test has written
    for name, what in INDEXES.items():
        execute(f"CREATE UNIQUE INDEX {name} ON places_membership {what}")


def test_the_highest_role_in_each_place_is_kept(several_roles, goerlitz, leer):
    jana, ole = several_roles
    accepted = timezone.now()
    Membership.objects.filter(user=jana, role=Role.EVENTS).update(rules_accepted_at=accepted)
    with pytest.raises(IntegrityError), transaction.atomic():
        narrow()
    then = MigrationExecutor(connection).loader.project_state(ONE_ROLE).apps
    import_module("sites.places.migrations.0003_one_role_per_place").keep_highest_role(then, None)
    narrow()
    rows = Membership.objects.order_by("pk").values_list("role", "place", "region_key")
    assert set(rows.filter(user=jana)) == {
        (Role.COORDINATION, goerlitz.pk, ""),
        (Role.CONTRIBUTOR, leer.pk, ""),
        (Role.FACILITATOR, None, "14"),
        (Role.FACILITATOR, None, "03"),
    }
    assert set(rows.filter(user=ole)) == {
        (Role.NETWORK_OFFICE, None, ""),
        (Role.EDITOR, leer.pk, ""),
    }
    assert Membership.objects.get(role=Role.COORDINATION).rules_accepted_at == accepted


def test_the_merging_runs_before_the_constraint():
    migration = import_module("sites.places.migrations.0003_one_role_per_place").Migration
    kinds = [type(operation).__name__ for operation in migration.operations]
    assert kinds.index("RunPython") < kinds.index("AddConstraint")
