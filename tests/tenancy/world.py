"""Three places and their people. Two of the places own at least one of everything.

Every text of the foreign place carries `MARKER`, also its slugs, file names and people's
addresses, so that one look at a response shows whether anything of it got out.
"""

from dataclasses import dataclass, field

from sites.accounts.models import User
from sites.places.models import Membership, Network, Place
from sites.places.roles import Role
from tests.network import with_second_factor
from tests.tenancy.holdings import fill

MARKER = "zzbmarker"  # compared without case
OWN_WORD = "aaqeigen"
# A word that texts of both places contain: what a curious person would search for.
SHARED_WORD = "Fundwort"

# The roles below the centre, and two more who must see nothing of the foreign place.
VISITORS = [
    "coordination",
    "editor",
    "events",
    "contributor",
    "facilitator",
    "network_editor",
    "two_places",
    "nobody",
]


@dataclass
class Estate:
    """A place and the keys of what it owns, by name: {"event": 12, "image": 3, …}."""

    place: Place
    word: str
    ids: dict[str, int | str] = field(default_factory=dict)


@dataclass
class World:
    network: Network
    own: Estate
    foreign: Estate
    people: dict[str, User]
    owner: User  # coordinates the foreign place
    superuser: User


def build(network: Network, make_place) -> World:
    """The network with its places. Costs about three seconds."""
    own = Estate(make_place(OWN_WORD.title(), "02826"), OWN_WORD)
    foreign = Estate(make_place(MARKER.title(), "26789"), MARKER)
    third = make_place("Drittort", "07545")
    people = _people(own.place, third)
    owner = None
    for estate in (own, foreign):
        owner = _person(estate.word, "koordination", Role.COORDINATION, place=estate.place)
        _person(estate.word, "redaktion", Role.EDITOR, place=estate.place)
        # What a contributor may still change is their own draft.
        author = people["contributor"] if estate is own else owner
        fill(estate, owner, author)
    # Adding a collection moves its siblings' paths: what was read before is stale.
    for estate in (own, foreign):
        estate.place = Place.objects.select_related("container", "collection", "site").get(
            pk=estate.place.pk
        )
    superuser = User.objects.create_superuser("wurzel@netz.example", "ein-passwort")
    for user in [*people.values(), superuser]:
        with_second_factor(user)
    return World(network, own, foreign, people, owner, superuser)


def _people(own: Place, third: Place) -> dict[str, User]:
    people = {
        role: _person("mensch", role, role, place=own)
        for role in (Role.COORDINATION, Role.EDITOR, Role.EVENTS, Role.CONTRIBUTOR)
    }
    people["facilitator"] = _person(
        "mensch", "begleitung", Role.FACILITATOR, region_key=own.state_key
    )
    people["network_editor"] = _person("mensch", "netzredaktion", Role.NETWORK_EDITOR)
    people["two_places"] = _person("mensch", "zwei", Role.EDITOR, place=own)
    Membership.objects.create(user=people["two_places"], role=Role.COORDINATION, place=third)
    people["nobody"] = User.objects.create_user("niemand@netz.example", "ein-passwort")
    return {str(name): user for name, user in people.items()}


def _person(word: str, name: str, role: str, **where) -> User:
    user = User.objects.create_user(
        f"{name}@{word}.example", "ein-passwort", first_name=name.title(), last_name=word.title()
    )
    Membership.objects.create(user=user, role=role, **where)
    return user
