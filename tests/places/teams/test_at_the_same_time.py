"""Two taps in the same moment: one is done, the other gets its sentence. PostgreSQL only, where two
can write at once."""

from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, connections

from sites.accounts.models import User
from sites.places.models import Membership
from sites.places.roles import Role
from sites.places.teams import changing, inviting
from sites.places.teams.accepting import NotAcceptableError, accept
from sites.places.teams.links import token_of

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
]


def at_once(*acts):
    """Run the acts in threads of their own; what each of them raised, or None."""
    barrier, found = Barrier(len(acts)), [None] * len(acts)

    def run(number, act):
        barrier.wait()
        try:
            act()
        except (ValidationError, NotAcceptableError) as error:
            found[number] = error
        finally:
            connections.close_all()

    threads = [Thread(target=run, args=item) for item in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found


@pytest.fixture
def two_writers():
    """SQLite lets one writer in at a time: there is nothing to show."""
    return connection.vendor == "postgresql"


def test_two_coordinations_leave(two_writers, jana, goerlitz, make_member):
    other = make_member(Role.EDITOR, goerlitz).memberships.get()
    changing.change_role(by=jana, membership=other, role=Role.COORDINATION)
    rows = list(Membership.objects.filter(place=goerlitz))
    acts = [lambda row=row: changing.leave(membership=row) for row in rows]
    refused = at_once(*acts) if two_writers else [_one(act) for act in acts]
    assert sorted(type(error).__name__ for error in refused) == ["NoneType", "ValidationError"]
    assert Membership.objects.filter(place=goerlitz, role=Role.COORDINATION).count() == 1


def test_a_double_tap_accepts_once(two_writers, jana, goerlitz):
    invitation = inviting.invite(
        by=jana, place=goerlitz, role=Role.EDITOR, email="eva@goerlitz.example"
    )
    acts = [lambda: accept(token_of(invitation))] * 2
    refused = at_once(*acts) if two_writers else [_one(act) for act in acts]
    assert sorted(type(error).__name__ for error in refused) == ["NoneType", "NotAcceptableError"]
    assert User.objects.filter(email="eva@goerlitz.example").count() == 1
    assert Membership.objects.filter(user__email="eva@goerlitz.example").count() == 1


def _one(act):
    try:
        act()
    except (ValidationError, NotAcceptableError) as error:
        return error
    return None
