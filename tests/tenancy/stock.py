"""A stock Wagtail in place of ours, for one test: what would leak without the gate, the policies
and the reference check? Groups give the visitor what a usual installation gives an editor."""

from contextlib import ExitStack, contextmanager
from unittest import mock

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import override_settings
from wagtail import hooks
from wagtail.admin.views.chooser import BrowseView
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    GroupSitePermission,
)
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import (
    CollectionManagementPermissionPolicy,
    CollectionOwnershipPermissionPolicy,
)
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permission_policies.sites import SitePermissionPolicy
from wagtail.permissions import policy_registry

from sites.accounts.models import User
from sites.content.checked_forms import CheckedPageForm
from sites.places.own_only.page_chooser import OwnBrowseView
from tests.tenancy.crawl import BACKEND

OURS = ("sites.", "kalender", "home", "ortsseiten")
_STOCK = [
    PagePermissionPolicy,
    CollectionOwnershipPermissionPolicy,
    CollectionManagementPermissionPolicy,
    SitePermissionPolicy,
    ModelPermissionPolicy,
]
# Middlewares of ours that decide what somebody may see or do.
_GUARDS = ("sites.places.gate.", "sites.accounts.middleware.")


@contextmanager
def configuration():
    """Ours out, Wagtail's in. Objects that views hold on to change their class, not their place."""
    middleware = [name for name in settings.MIDDLEWARE if not name.startswith(_GUARDS)]
    with ExitStack() as stack:
        stack.enter_context(
            override_settings(
                MIDDLEWARE=middleware,
                AUTHENTICATION_BACKENDS=[BACKEND, "django.contrib.auth.backends.ModelBackend"],
                WAGTAILADMIN_EXTERNAL_LINK_CONVERSION="all",
                WAGTAIL_WORKFLOW_ENABLED=True,
            )
        )
        for policy in _policies_of_ours():
            stack.callback(setattr, policy, "__class__", type(policy))
            policy.__class__ = _stock_class(policy)
        stack.enter_context(mock.patch.object(CheckedPageForm, "_check", return_value=None))
        stack.enter_context(mock.patch.object(OwnBrowseView, "get", BrowseView.get))
        stack.enter_context(mock.patch.dict(hooks._hooks, _hooks_of_others(), clear=True))
        yield


def _policies_of_ours():
    values = list(policy_registry.values_by_class.values())
    values += list(policy_registry.values_by_exact_class.values())
    return [policy for policy in values if type(policy).__module__.startswith(OURS)]


def _stock_class(policy):
    return next(cls for cls in type(policy).__mro__ if cls in _STOCK)


def _hooks_of_others() -> dict:
    """Registered hooks without ours; addresses and permissions are read once and stay."""
    return {
        name: functions
        if name.startswith("register_")
        else [entry for entry in functions if not entry[0].__module__.startswith(OURS)]
        for name, functions in hooks._hooks.items()
    }


def give_an_editors_permissions(user: User, estate) -> None:
    """A group as a usual multi-site installation makes it: pages and media of one place."""
    group = Group.objects.create(name=f"Redaktion {estate.word}")
    user.groups.add(group)
    for codename in ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group,
            page_id=estate.ids["home"],
            permission=Permission.objects.get(
                content_type__app_label="wagtailcore", codename=codename
            ),
        )
    collection = Collection.objects.get(pk=estate.ids["collection"])
    for app, model in (("content", "image"), ("content", "document")):
        for action in ("add", "change", "choose"):
            GroupCollectionPermission.objects.create(
                group=group,
                collection=collection,
                # Wagtail's own models define "choose"; ours ask no Permission rows at all.
                permission=Permission.objects.get_or_create(
                    content_type=ContentType.objects.get_by_natural_key(app, model),
                    codename=f"{action}_{model}",
                )[0],
            )
    GroupSitePermission.objects.create(
        group=group,
        site_id=estate.ids["site"],
        permission=Permission.objects.get(codename="change_placesettings"),
    )
    for codename in ("access_admin", "submit_translation"):
        group.permissions.add(Permission.objects.get(codename=codename))
    for task in GroupApprovalTask.objects.all():
        task.groups.add(group)
