"""Wagtail's permission policies, answered from Membership instead of Groups.

Stock policies read GroupPagePermission and GroupCollectionPermission rows; here the same questions
get plain `Grant` objects computed from the user's memberships: at most three queries per request
and user, cached on the user object, whatever the number of places.
"""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from wagtail.models import AbstractPage, Collection, Page
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from .models import Place
from .roles import ROLES, Reach, RoleRule
from .tenants import Tenant, territory_of


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

    @property
    def page_id(self):
        return self.page.pk

    @property
    def collection_id(self):
        return self.collection.pk


def _actions(rule: RoleRule, tenant: Tenant) -> frozenset[str]:
    """What the role may do with pages there today. A closed place is an archive; in a frozen one
    nothing new becomes public until the centre lifts it."""
    if isinstance(tenant, Place):
        if tenant.status == Place.Status.CLOSED:
            return frozenset()
        if tenant.publishing_frozen_at:
            return rule.page_actions - {"publish"}
    return rule.page_actions


def _narrowed(user, queryset: QuerySet, owner: str, lookup: str = "path") -> QuerySet:
    """Lists show one site at a time, the one the person works on just now: also for those who
    reach a thousand. `owner` is "container" or "collection"; without a request nothing narrows."""
    tenant = getattr(user, "current_tenant", None)
    if tenant is None:
        return queryset
    return queryset.filter(**{f"{lookup}__startswith": getattr(tenant, owner).path})


def _calendar_pages(containers: list[Page]) -> dict[str, Page]:
    """Container path → calendar page. One query; the page type is named, not imported."""
    under = Q(pk__in=[])
    for container in containers:
        under |= Q(path__startswith=container.path)
    return {page.path[:8]: page for page in _calendar_model().objects.filter(under)}


def _calendar_model():
    return apps.get_model("kalender", "CalendarPage")


class MembershipPagePolicy(PagePermissionPolicy):
    """Pages: by container, or by calendar page for those who look after dates only."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        territory = territory_of(user)
        calendars = _calendar_pages(
            [here.container for rule, here in territory.found if rule.reach == Reach.CALENDAR]
        )
        grants = []
        for rule, tenant in territory.found:
            page = tenant.container
            if rule.reach == Reach.CALENDAR:
                page = calendars.get(page.path)
            if page:
                grants += _page_grants(_actions(rule, tenant), page)
        if territory.everything:
            root = Page.objects.filter(depth=1).first()
            grants += _page_grants(
                frozenset().union(*(rule.page_actions for rule in territory.rules)), root
            )
        return grants

    def instances_user_has_any_permission_for(self, user, actions):
        queryset = self._base_queryset_for_user(user)
        if queryset is None:
            queryset = self.model._default_manager.filter(self._where_allowed(user, actions))
        return _narrowed(user, queryset, "container")

    def _where_allowed(self, user, actions) -> Q:
        wanted = self._get_permission_codenames(actions)
        own_codename = self._get_permission_codename("add")
        allowed = Q(pk__in=[])
        for grant in self.get_cached_permissions_for_user(user):
            codename = grant.permission.codename
            below = Q(path__startswith=grant.page.path)
            if codename in wanted:
                allowed |= below
            elif codename == own_codename and "change" in actions:
                allowed |= below & Q(owner=user)
        return allowed

    def instances_with_direct_explore_permission(self, user):
        """Where the explorer begins: in the site the person works on just now."""
        tenant = getattr(user, "current_tenant", None)
        if tenant and territory_of(user).everything:
            return [tenant.container]
        if user.is_superuser:
            return super().instances_with_direct_explore_permission(user)
        pages = {
            grant.page.path: grant.page for grant in self.get_cached_permissions_for_user(user)
        }
        inside = tenant.container.path if tenant else ""
        return [page for path, page in pages.items() if path.startswith(inside)]

    def explorable_instances(self, user):
        pages = self.instances_with_direct_explore_permission(user) if user.is_active else []
        if not pages:
            return self.model._default_manager.none()
        shown = Q(pk__in=[])
        ancestors = set()
        for page in pages:
            shown |= Q(path__startswith=page.path)
            ancestors |= {page.path[:length] for length in range(4, len(page.path), 4)}
        root = self.explorable_root_instance(user)
        return self.model._default_manager.filter(
            shown | Q(path__in=ancestors), path__startswith=root.path
        )

    def users_with_any_permission(self, actions, include_superusers=True):
        return _people_with(
            [role for role, rule in ROLES.items() if _may_on_pages(rule, actions)],
            Q(),
            include_superusers,
        )

    def users_with_any_permission_for_instance(self, actions, instance, include_superusers=True):
        roles = [role for role, rule in ROLES.items() if _may_on_pages(rule, actions)]
        if not _calendar_model().objects.ancestor_of(instance, inclusive=True).exists():
            roles = [role for role in roles if ROLES[role].reach != Reach.CALENDAR]
        return _people_with(roles, _membership_at(instance.path[:8]), include_superusers)


def _page_grants(actions: frozenset[str], page: Page) -> list[Grant]:
    return [Grant(_Permission(f"{action}_page"), page=page) for action in actions]


def _may_on_pages(rule: RoleRule, actions) -> bool:
    return bool(rule.page_actions & set(actions))


def _membership_at(container_path: str) -> Q:
    """Memberships that reach the site below this container."""
    place = Place.objects.filter(container__path=container_path).first()
    everywhere = Q(memberships__role__in=[role for role, rule in ROLES.items() if rule.all_places])
    if place is None:
        return Q(memberships__place__isnull=True, memberships__region_key="") | everywhere
    return (
        Q(memberships__place=place)
        | Q(memberships__region_key__in=[place.state_key, place.district_key])
        | everywhere
    )


def _people_with(roles, where: Q, include_superusers: bool):
    people = Q(memberships__role__in=roles) & where
    if include_superusers:
        people |= Q(is_superuser=True)
    return get_user_model().objects.filter(people, is_active=True).distinct()


class _MembershipMedia:
    """Images, documents and collections share one cache attribute on the user, so every policy
    returns the grants of all three kinds."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        grants = []
        territory = territory_of(user)
        reached = [
            (rule, tenant.collection)
            for rule, tenant in territory.found
            if _actions(rule, tenant)  # a closed place's pictures stay as they are, too
        ]
        if territory.everything:
            root = Collection.objects.filter(depth=1).first()
            reached += [(rule, root) for rule in territory.rules]
        for rule, collection in reached:
            for action in rule.media_actions:
                for model_name in ("image", "document"):
                    grants.append(
                        Grant(_Permission(f"{action}_{model_name}"), collection=collection)
                    )
        return grants

    def _collections_with_perm(self, user, actions):
        allowed = Q(pk__in=[])
        for grant in self._get_user_permission_objects_for_actions(user, actions):
            allowed |= Q(path__startswith=grant.collection.path)
        return Collection.objects.filter(allowed)

    def collections_user_has_any_permission_for(self, user, actions):
        found = super().collections_user_has_any_permission_for(user, actions)
        return _narrowed(user, found, "collection")

    def _users_with_perm_filter(self, actions, collection=None):
        roles = [role for role, rule in ROLES.items() if rule.media_actions & set(actions)]
        people = Q(memberships__role__in=roles)
        if collection is not None:
            place = Place.objects.filter(collection=collection).select_related("container").first()
            path = place.container.path if place and place.container else ""
            people &= _membership_at(path)
        return Q(is_active=True) & (Q(is_superuser=True) | people)


class MembershipImagePolicy(_MembershipMedia, CollectionOwnershipPermissionPolicy):
    """Images and documents, by the collection they lie in."""

    def instances_user_has_any_permission_for(self, user, actions):
        found = super().instances_user_has_any_permission_for(user, actions)
        return _narrowed(user, found, "collection", "collection__path")


class MembershipCollectionPolicy(_MembershipMedia, CollectionManagementPermissionPolicy):
    """Nobody but superusers manages collections; a place has the one it was made with."""

    def _descendants_with_perm(self, user, action):
        return Collection.objects.none()


def register() -> None:
    """Called once from AppConfig.ready, after wagtail.images and wagtail.documents are ready."""
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model

    register_permission_policy(AbstractPage, MembershipPagePolicy())
    for get_model in (get_image_model, get_document_model):
        model = get_model()
        register_permission_policy(
            model,
            MembershipImagePolicy(model, auth_model=model, owner_field_name="uploaded_by_user"),
        )
    register_permission_policy(Collection, MembershipCollectionPolicy(Collection))
