"""Which sites somebody works on, and as what: the one answer that policies and gate stand on.

A tenant is a `Place` or the `Network`; both have `site`, `container` and `collection`.
"""

from dataclasses import dataclass

from .models import Membership, Network, Place
from .roles import ROLES, Role, RoleRule

Tenant = Place | Network


@dataclass(frozen=True)
class Territory:
    """What one person reaches. At most three queries to make, whatever the number of places."""

    everything: bool
    rules: tuple[RoleRule, ...]  # those that reach every place (`all_places`)
    found: tuple[tuple[RoleRule, Tenant], ...]

    @property
    def tenants(self) -> list[Tenant]:
        """The sites named by a membership, each once. Not those reached by `everything`."""
        unique = {(type(tenant), tenant.pk): tenant for _rule, tenant in self.found}
        return list(unique.values())

    def rules_at(self, tenant: Tenant) -> list[RoleRule]:
        """What the person is in this tenant; empty for a stranger."""
        here = [rule for rule, found in self.found if found == tenant]
        return [*here, *(rule for rule in self.rules if rule not in here)]

    def tenant_at(self, path: str) -> Tenant | None:
        """The person's own tenant whose page tree holds this treebeard path."""
        for _rule, tenant in self.found:
            if path.startswith(tenant.container.path):
                return tenant
        return None

    def covers_path(self, path: str) -> bool:
        return self.everything or self.tenant_at(path) is not None


NOWHERE = Territory(False, (), ())

# What Django, Wagtail and this module remember on a user object about what the person may do.
_REMEMBERED = (
    *("_memberships", "_territory", "_explorable_root_page_cache", "_page_permission_cache"),
    *("_collection_permission_cache", "_perm_cache", "_user_perm_cache", "_group_perm_cache"),
)


def actions_at(rule: RoleRule, tenant: Tenant | None) -> frozenset[str]:
    """What the role may do with pages there today. A closed place is an archive; in a frozen one
    nothing new becomes public until the centre lifts it. Neither binds the centre (None)."""
    if isinstance(tenant, Place):
        if tenant.status == Place.Status.CLOSED:
            return frozenset()
        if tenant.publishing_frozen_at:
            return rule.page_actions - {"publish"}
    return rule.page_actions


def forget(user) -> None:
    """Ask the database again what this person may do: somebody's role changed in mid-request."""
    for name in _REMEMBERED:
        if hasattr(user, name):  # `request.user` is lazy: its own __dict__ holds none of them
            delattr(user, name)


def memberships_of(user) -> list[Membership]:
    """The user's memberships with their places' container and collection. One query, cached.

    While somebody looks at a place as its team does (`user.looking_at`), they are nothing but a
    coordination of that place; see `looking`."""
    if not hasattr(user, "_memberships"):
        place = getattr(user, "looking_at", None)
        if place is not None:
            user._memberships = [Membership(user=user, role=Role.COORDINATION, place=place)]
        else:
            user._memberships = list(
                Membership.objects.filter(user_id=user.pk).select_related(
                    "place__container", "place__collection", "place__site"
                )
            )
    return user._memberships


def territory_of(user) -> Territory:
    """Cached on the user object, which lives as long as the request."""
    if not hasattr(user, "_territory"):
        user._territory = _territory(user)
    return user._territory


def _territory(user) -> Territory:
    if not user.is_active or user.is_anonymous:
        return NOWHERE
    found: list[tuple[RoleRule, Tenant]] = []
    everywhere: list[RoleRule] = []
    for membership in memberships_of(user):
        rule = membership.rule
        if rule.all_places:
            everywhere.append(rule)
        found += [(rule, tenant) for tenant in _tenants(membership)]
    if user.is_superuser:
        everywhere.append(ROLES[Role.NETWORK_OFFICE])
        found += [(ROLES[Role.NETWORK_OFFICE], tenant) for tenant in _network()]
    return Territory(bool(everywhere), tuple(everywhere), tuple(found))


def _tenants(membership: Membership) -> list[Tenant]:
    if membership.place:
        places = [membership.place]
    elif membership.region_key:
        places = list(membership.places().select_related("container", "collection", "site"))
    else:
        return _network()
    return [place for place in places if place.container_id and place.collection_id]


def _network() -> list[Tenant]:
    return list(Network.objects.select_related("container", "collection", "site")[:1])


def tenant_of_path(path: str) -> Tenant | None:
    """Whose page tree holds this treebeard path? Two queries at most."""
    return _tenant_by(container__path=path[:8])


def tenant_of_collection(path: str) -> Tenant | None:
    """Whose images and documents lie below this treebeard path? Two queries at most."""
    return _tenant_by(collection__path=path[:8])


def _tenant_by(**where) -> Tenant | None:
    for model in (Place, Network):
        found = model.objects.select_related("container", "collection", "site").filter(**where)
        if tenant := found.first():
            return tenant
    return None
