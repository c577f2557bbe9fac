"""Images, documents and collections: by the collection something lies in."""

from django.db.models import Q
from wagtail.models import Collection
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)

from . import people
from .grants import Grant, narrowed
from .tenants import actions_at, tenant_of_collection, territory_of


class _MembershipMedia:
    """Images, documents and collections share one cache attribute on the user, so every policy
    returns the grants of all three kinds."""

    def get_all_permissions_for_user(self, user):
        if not user.is_active or user.is_anonymous or user.is_superuser:
            return []
        territory = territory_of(user)
        reached = [
            (rule, tenant.collection)
            for rule, tenant in territory.found
            if actions_at(rule, tenant)  # a closed place's pictures stay as they are, too
        ]
        if territory.everything:
            root = Collection.objects.filter(depth=1).first()
            reached += [(rule, root) for rule in territory.rules]
        return [
            Grant.of(action, kind, collection=collection)
            for rule, collection in reached
            for action in rule.media_actions
            for kind in ("image", "document")
        ]

    def _collections_with_perm(self, user, actions):
        allowed = Q(pk__in=[])
        for grant in self._get_user_permission_objects_for_actions(user, actions):
            allowed |= Q(path__startswith=grant.collection.path)
        return Collection.objects.filter(allowed)

    def collections_user_has_any_permission_for(self, user, actions):
        found = super().collections_user_has_any_permission_for(user, actions)
        return narrowed(user, found, "collection")

    def _users_with_perm_filter(self, actions, collection=None):
        def may(rule, tenant):
            return bool(rule.media_actions & set(actions) and actions_at(rule, tenant))

        if collection is None:
            who = people.somewhere(may)
        else:
            who = people.at(tenant_of_collection(collection.path), may)
        return Q(is_active=True) & (Q(is_superuser=True) | who)


class MembershipMediaPolicy(_MembershipMedia, CollectionOwnershipPermissionPolicy):
    """One for images, one for documents. Lists and choosers show the current tenant's only."""

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
