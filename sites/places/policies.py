"""Wagtail's permission policies, answered from Membership instead of Groups.

Stock policies read GroupPagePermission and GroupCollectionPermission rows; here the same questions
get plain `Grant` objects computed from the user's memberships: at most three queries per request
and user, cached on the user object, whatever the number of places.
"""

from dataclasses import dataclass

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import AbstractPage, Collection, Page
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from .models import Membership, Network, Place
from .roles import ROLES, Reach, Role, RoleRule


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


def memberships_of(user) -> list[Membership]:
    """The user's memberships with their places' container and collection. One query, cached."""
    if not hasattr(user, "_memberships"):
        user._memberships = list(
            Membership.objects.filter(user_id=user.pk).select_related(
                "place__container", "place__collection"
            )
        )
    return user._memberships


def _tenants(user) -> list[tuple[RoleRule, Page, Collection]]:
    """(rule, container, collection) of every site the user works on."""
    found = []
    network = None
    for membership in memberships_of(user):
        rule = membership.rule
        if membership.place_id:
            places = [membership.place]
        elif membership.region_key:
            places = list(membership.places().select_related("container", "collection"))
        else:
            network = network or Network.objects.select_related("container", "collection").first()
            if network:
                found.append((rule, network.container, network.collection))
            continue
        found += [
            (rule, place.container, place.collection)
            for place in places
            if place.container_id and place.collection_id
        ]
    return found


def _calendar_pages(containers: list[Page]) -> dict[str, Page]:
    """Container path → calendar page. One query; the page type is named, not imported."""
    from django.apps import apps

    calendar_model = apps.get_model("kalender", "CalendarPage")
    under = Q(pk__in=[])
    for container in containers:
        under |= Q(path__startswith=container.path)
    return {page.path[:8]: page for page in calendar_model.objects.filter(under)}


def _works_everywhere(user) -> bool:
    return any(membership.rule.all_places for membership in memberships_of(user))


class MembershipPagePolicy(PagePermissionPolicy):
    """Pages: by container, or by calendar page for those who look after dates only."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        tenants = _tenants(user)
        calendars = _calendar_pages(
            [container for rule, container, _ in tenants if rule.reach == Reach.CALENDAR]
        )
        grants = []
        for rule, container, _collection in tenants:
            page = container
            if rule.reach == Reach.CALENDAR:
                page = calendars.get(container.path)
            if page:
                grants += [
                    Grant(_Permission(f"{action}_page"), page=page) for action in rule.page_actions
                ]
        if _works_everywhere(user):
            root = Page.objects.filter(depth=1).first()
            actions = frozenset().union(
                *(m.rule.page_actions for m in memberships_of(user) if m.rule.all_places)
            )
            grants += [Grant(_Permission(f"{action}_page"), page=root) for action in actions]
        return grants

    def instances_user_has_any_permission_for(self, user, actions):
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
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
        return self.model._default_manager.filter(allowed)

    def explorable_instances(self, user):
        base = self._base_queryset_for_user(user)
        if base is not None:
            return base
        grants = self.get_cached_permissions_for_user(user)
        paths = {grant.page.path for grant in grants}
        if not paths:
            return self.model._default_manager.none()
        shown = Q(pk__in=[])
        ancestors = set()
        for path in paths:
            shown |= Q(path__startswith=path)
            ancestors |= {path[:length] for length in range(4, len(path), 4)}
        root = self.explorable_root_instance(user)
        queryset = self.model._default_manager.filter(shown | Q(path__in=ancestors))
        return queryset.filter(path__startswith=root.path) if root else queryset

    def users_with_any_permission(self, actions, include_superusers=True):
        return _people_with(
            [role for role, rule in ROLES.items() if _may_on_pages(rule, actions)],
            Q(),
            include_superusers,
        )

    def users_with_any_permission_for_instance(self, actions, instance, include_superusers=True):
        roles = [role for role, rule in ROLES.items() if _may_on_pages(rule, actions)]
        return _people_with(roles, _membership_at(instance.path[:8]), include_superusers)


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
        tenants = _tenants(user)
        if _works_everywhere(user):
            office = ROLES[Role.NETWORK_OFFICE]
            tenants.append((office, None, Collection.objects.filter(depth=1).first()))
        for rule, _container, collection in tenants:
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
