"""Who may ask for an address at all, as data."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from sites.places.roles import Role

# (request, keyword arguments of the address) → whether every object it names is in reach. A
# tenant as the answer means "yes, and there": it becomes the current one.
ObjectRule = Callable[..., object]


class Who(Enum):
    ANYBODY = "anybody"  # no login needed
    SIGNED_IN = "signed in"  # the own account, whatever the role
    TEAM = "team"  # everybody with access to the editing side
    CENTRAL_ROLES = "central roles"  # Netzwerkredaktion and Netzwerkbüro
    CENTRE = "centre"  # who works everywhere
    NOBODY = "nobody"


@dataclass(frozen=True)
class Rule:
    who: Who
    objects: tuple[ObjectRule, ...] = ()
    permission: str = ""  # a model permission needed besides
    roles: frozenset[str] = frozenset()  # one of these roles in the current tenant, if any given


def open_to_all() -> Rule:
    """No login needed. The name `open` is Python's."""
    return Rule(Who.ANYBODY)


def signed_in() -> Rule:
    """The own account: also for people who have no place (any more)."""
    return Rule(Who.SIGNED_IN)


def allow(*objects: ObjectRule) -> Rule:
    return Rule(Who.TEAM, objects)


def allow_with(permission: str, *objects: ObjectRule) -> Rule:
    return Rule(Who.TEAM, objects, permission=permission)


def roles(*wanted: Role, objects: tuple[ObjectRule, ...] = ()) -> Rule:
    return Rule(Who.TEAM, objects, roles=frozenset(wanted))


def central_roles(*objects: ObjectRule) -> Rule:
    return Rule(Who.CENTRAL_ROLES, objects)


def centre(*objects: ObjectRule) -> Rule:
    return Rule(Who.CENTRE, objects)


def closed() -> Rule:
    return Rule(Who.NOBODY)
