"""Images, documents and collections: by the collection something lies in."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import Collection, Page, ReferenceIndex
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)

from . import people
from .grants import Grant, narrowed, within
from .models import Place
from .roles import RoleRule
from .tenants import Tenant, actions_at, tenant_of_collection, territory_of

CHANGING = {"change", "delete"}


def media_actions_at(rule: RoleRule, tenant: Tenant | None) -> frozenset[str]:
    """What the role may do with images and documents there today. In a frozen place drafts get new
    ones, but what pages show already stays as it is."""
    if not actions_at(rule, tenant):
        return frozenset()  # a closed place's pictures stay, too
    if isinstance(tenant, Place) and tenant.publishing_frozen_at:
        return rule.media_actions - CHANGING
    return rule.media_actions


def is_shown(media) -> bool:
    """Whether something public refers to it: a live page, or settings. Two queries at most."""
    references = ReferenceIndex.get_references_to(media)
    pages, others = [], False
    page_type = ContentType.objects.get_for_model(Page)
    for type_key, key in references.values_list("base_content_type", "object_id").distinct():
        if type_key == page_type.pk:
            pages.append(int(key))
        else:
            others = True
    return others or bool(pages and Page.objects.live().filter(pk__in=pages).exists())


class _MembershipMedia:
    """Images, documents and collections share one cache attribute on the user, so every policy
    returns the grants of all three kinds."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        territory = territory_of(user)
        reached = [
            (media_actions_at(rule, tenant), tenant.collection) for rule, tenant in territory.found
        ]
        if territory.everything:
            root = Collection.objects.filter(depth=1).first()
            reached += [(rule.media_actions, root) for rule in territory.rules]
        return [
            Grant.of(action, kind, collection=collection)
            for actions, collection in reached
            for action in actions
            for kind in ("image", "document")
        ]

    def _collections_with_perm(self, user, actions):
        """In the current tenant, if there is one: all who ask make a list of it."""
        allowed = Q(pk__in=[])
        grants = self._get_user_permission_objects_for_actions(user, actions)
        for grant in within(user, grants, "collection"):
            allowed |= Q(path__startswith=grant.collection.path)
        return Collection.objects.filter(allowed)

    def collections_user_has_any_permission_for(self, user, actions):
        found = super().collections_user_has_any_permission_for(user, actions)
        return narrowed(user, found, "collection")

    def _users_with_perm_filter(self, actions, collection=None):
        def may(rule, tenant):
            return bool(media_actions_at(rule, tenant) & set(actions))

        if collection is None:
            who = people.somewhere(may)
        else:
            who = people.at(tenant_of_collection(collection.path), may)
        return Q(is_active=True) & (Q(is_superuser=True) | who)


class MembershipMediaPolicy(_MembershipMedia, CollectionOwnershipPermissionPolicy):
    """One for images, one for documents. Lists and choosers show the current tenant's only."""

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """Who may not publish changes and deletes own uploads only, and only while nothing public
        shows them: the change would be public at once."""
        others = set(actions) - CHANGING
        if others and super().user_has_any_permission_for_instance(user, others, instance):
            return True
        if others == set(actions):
            return False
        if self.may_replace(user, instance):
            return True
        own = super().user_has_any_permission_for_instance(user, CHANGING, instance)
        return own and not is_shown(instance)

    def may_replace(self, user, instance) -> bool:
        """Whether the person may put another file there: what reviewers looked at stays."""
        return self._check_perm(user, ["change"], collection=instance.collection)

    def instances_user_has_any_permission_for(self, user, actions):
        found = super().instances_user_has_any_permission_for(user, actions)
        tenant = getattr(user, "current_tenant", None)
        if tenant is None:
            return found
        # By key: the search cannot filter by the path of something else.
        return found.filter(collection__in=[tenant.collection_id])


class MembershipCollectionPolicy(_MembershipMedia, CollectionManagementPermissionPolicy):
    """Nobody but superusers manages collections; a place has the one it was made with."""

    def _descendants_with_perm(self, user, action):
        return Collection.objects.none()

    def instances_user_has_permission_for(self, user, action):
        found = super().instances_user_has_permission_for(user, action)
        return narrowed(user, found, "collection")
