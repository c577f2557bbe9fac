"""Wagtail's permission policies, answered from Membership instead of Groups.

Stock policies read GroupPagePermission and GroupCollectionPermission rows; here the same questions
get plain `Grant` objects computed from the user's memberships: at most three queries per request
and user, cached on the user object, whatever the number of places.
"""

from django.apps import apps
from django.db.models import Q
from wagtail.models import AbstractPage, Collection, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import register_permission_policy

from . import people
from .grants import Grant, narrowed, within
from .media_policies import MembershipCollectionPolicy, MembershipMediaPolicy
from .roles import Reach
from .tenants import actions_at, tenant_of_path, territory_of


def _calendar_pages(containers: list[Page]) -> dict[str, Page]:
    """Container path → calendar page. One query; the page type is named, not imported."""
    under = Q(pk__in=[])
    for container in containers:
        under |= Q(path__startswith=container.path)
    return {page.path[:8]: page for page in _calendar_model().objects.filter(under)}


def lies_in_calendar(page: Page) -> bool:
    """Whether it is a calendar page or lies below one. One query."""
    return _calendar_model().objects.ancestor_of(page, inclusive=True).exists()


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
                grants += _page_grants(actions_at(rule, tenant), page)
        if territory.everything:
            root = Page.objects.filter(depth=1).first()
            grants += _page_grants(
                frozenset().union(*(rule.page_actions for rule in territory.rules)), root
            )
        return grants

    def instances_user_has_any_permission_for(self, user, actions):
        grants = within(user, self.get_cached_permissions_for_user(user), "container")
        return narrowed(user, self._instances(user, actions, grants), "container")

    def instances_anywhere(self, user, actions):
        """In all sites the person works on, not only in the current one: for those with few."""
        return self._instances(user, actions, self.get_cached_permissions_for_user(user))

    def _instances(self, user, actions, grants):
        queryset = self._base_queryset_for_user(user)
        if queryset is None:
            where = self._where_allowed(user, actions, grants)
            queryset = self.model._default_manager.filter(where)
        return queryset

    def _where_allowed(self, user, actions, grants) -> Q:
        wanted = self._get_permission_codenames(actions)
        own_codename = self._get_permission_codename("add")
        allowed = Q(pk__in=[])
        for grant in grants:
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
        wanted = _with_own(actions)
        where = people.somewhere(lambda rule, _tenant: bool(rule.page_actions & wanted))
        return people.active(where, include_superusers=include_superusers)

    def users_with_any_permission_for_instance(self, actions, instance, include_superusers=True):
        tenant = tenant_of_path(instance.path)
        in_calendar = lies_in_calendar(instance)

        def among(wanted):
            return people.at(
                tenant,
                lambda rule, there: (
                    bool(actions_at(rule, there) & wanted)
                    and (in_calendar or rule.reach != Reach.CALENDAR)
                ),
            )

        where = among(set(actions))
        if "change" in actions:
            where |= among({"add"}) & Q(pk=instance.owner_id)
        return people.active(where, include_superusers=include_superusers)


def _with_own(actions) -> set[str]:
    """Who may add may change what they own."""
    return {*actions, "add"} if "change" in actions else set(actions)


def _page_grants(actions: frozenset[str], page: Page) -> list[Grant]:
    return [Grant.of(action, "page", page=page) for action in actions]


def register() -> None:
    """Called once from AppConfig.ready, after wagtail.images and wagtail.documents are ready."""
    from wagtail.documents import get_document_model
    from wagtail.images import get_image_model

    register_permission_policy(AbstractPage, MembershipPagePolicy())
    for get_model in (get_image_model, get_document_model):
        model = get_model()
        register_permission_policy(
            model,
            MembershipMediaPolicy(model, auth_model=model, owner_field_name="uploaded_by_user"),
        )
    register_permission_policy(Collection, MembershipCollectionPolicy(Collection))
