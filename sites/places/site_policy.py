"""Settings of a site: whose site is it, and does the role change settings?"""

from wagtail.models import Site
from wagtail.permission_policies.sites import SitePermissionPolicy

from . import people
from .models import Network, Place
from .roles import RoleRule
from .tenants import Tenant, actions_at, territory_of


class MembershipSitePolicy(SitePermissionPolicy):
    """What `BaseSiteSetting.get_permission_policy` of our settings returns.

    Settings stand on the public site as soon as they are saved, so nobody changes them who may not
    publish there today. Lists (the switcher of the form) hold the current tenant's site only."""

    def get_all_permissions_for_user(self, user):
        return []

    def user_has_any_permission(self, user, actions):
        tenant = getattr(user, "current_tenant", None)
        territory = territory_of(user)
        if tenant:
            return self._may_at(user, actions, tenant.site_id)
        return "change" in actions and (
            territory.everything or any(_may(rule, there) for rule, there in territory.found)
        )

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self._may_at(user, actions, _site_id(instance))

    def sites_user_has_any_permission_for(self, user, actions):
        tenant = getattr(user, "current_tenant", None)
        territory = territory_of(user)
        if tenant:
            keys = [tenant.site_id] if self._may_at(user, actions, tenant.site_id) else []
        elif "change" in actions and territory.everything:
            return Site.objects.all()
        else:
            found = [there.site_id for _rule, there in territory.found]
            keys = [key for key in found if self._may_at(user, actions, key)]
        return Site.objects.filter(pk__in=keys)

    def users_with_any_permission(self, actions):
        where = people.somewhere(lambda rule, tenant: "change" in actions and _may(rule, tenant))
        return people.active(where, include_superusers=True)

    def users_with_any_permission_for_instance(self, actions, instance):
        tenant = _tenant_of(_site_id(instance))
        where = people.at(tenant, lambda rule, there: "change" in actions and _may(rule, there))
        return people.active(where, include_superusers=True)

    def _may_at(self, user, actions, site_id: int) -> bool:
        territory = territory_of(user)
        return "change" in actions and (
            territory.everything
            or any(
                tenant.site_id == site_id and _may(rule, tenant) for rule, tenant in territory.found
            )
        )


def _may(rule: RoleRule, tenant: Tenant | None) -> bool:
    return rule.site_settings and "publish" in actions_at(rule, tenant)


def _site_id(instance) -> int:
    return instance.pk if isinstance(instance, Site) else instance.site_id


def _tenant_of(site_id: int) -> Tenant | None:
    for model in (Place, Network):
        if tenant := model.objects.filter(site_id=site_id).first():
            return tenant
    return None
