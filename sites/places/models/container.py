"""The page above a site's home pages: the tree's anchor of one tenant, in every language."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from sites.places.fixed_pages import FixedPageMixin, FixedPagePermissionTester


class ContainerPermissionTester(FixedPagePermissionTester):
    """One looks into it; it has no form."""

    def can_edit(self):
        return False

    def can_publish(self):
        return False


class ContainerPage(FixedPageMixin, Page):
    """Depth 2, never served, written by provisioning only.

    Its treebeard path (8 characters) is the place's identity in the tree: one prefix scopes
    queries, permissions and addresses in every language. It has no language of its own.
    """

    parent_page_types: list[str] = []
    subpage_types = ["home.HomePage", "ortsseiten.LocalHomePage"]
    is_creatable = False
    preview_modes: list = []
    private_page_options: list[str] = []
    promote_panels: list = []
    settings_panels: list = []

    class Meta:
        verbose_name = _("Behälter einer Website")
        verbose_name_plural = _("Behälter von Websites")

    def permissions_for_user(self, user):
        return ContainerPermissionTester(user, self)

    def get_translation(self, locale):
        """The container itself: a translated home then lands beside the original."""
        return self

    def get_translation_or_none(self, locale):
        return self

    def has_translation(self, locale):
        return True

    def copy_for_translation(self, *args, **kwargs):
        """A second container would be a second place."""
        raise PermissionDenied

    def get_url_parts(self, request=None):
        return None
