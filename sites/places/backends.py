"""Model-level permissions (`wagtailadmin.access_admin` and the like) from Membership. No Groups."""

from django.contrib.auth.backends import BaseBackend

from .tenants import memberships_of


class MembershipBackend(BaseBackend):
    def get_user_permissions(self, user_obj, obj=None):
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        permissions: set[str] = set()
        for membership in memberships_of(user_obj):
            permissions |= membership.rule.model_permissions
        return permissions

    def has_module_perms(self, user_obj, app_label):
        return any(
            permission.startswith(f"{app_label}.")
            for permission in self.get_user_permissions(user_obj)
        )
