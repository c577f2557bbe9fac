"""What the policies stand on: a permission as a plain object, and lists of one tenant."""

from dataclasses import dataclass

from django.db.models import QuerySet
from wagtail.models import Collection, Page


@dataclass(frozen=True)
class _Permission:
    codename: str


@dataclass(frozen=True)
class Grant:
    """Looks like a GroupPagePermission or GroupCollectionPermission row, but is no model: an
    unsaved model instance is not hashable, and the policies put these into sets."""

    permission: _Permission
    page: Page | None = None
    collection: Collection | None = None

    @classmethod
    def of(cls, action: str, kind: str, **where) -> "Grant":
        return cls(_Permission(f"{action}_{kind}"), **where)

    @property
    def page_id(self):
        return self.page.pk

    @property
    def collection_id(self):
        return self.collection.pk


def within(user, grants, owner: str) -> list[Grant]:
    """The grants that matter in the current tenant: its own and those above it. A condition made
    of a thousand places is more than a database takes. `owner` as in `narrowed`."""
    tenant = getattr(user, "current_tenant", None)
    if tenant is None:
        return list(grants)
    here = getattr(tenant, owner).path
    paths = {grant: (grant.page or grant.collection).path for grant in grants}
    return [
        grant for grant, path in paths.items() if path.startswith(here) or here.startswith(path)
    ]


def narrowed(user, queryset: QuerySet, owner: str, lookup: str = "path") -> QuerySet:
    """Lists show one site at a time, the one the person works on just now: also for those who
    reach a thousand. `owner` is "container" or "collection"; without a request nothing narrows."""
    tenant = getattr(user, "current_tenant", None)
    if tenant is None:
        return queryset
    return queryset.filter(**{f"{lookup}__startswith": getattr(tenant, owner).path})
