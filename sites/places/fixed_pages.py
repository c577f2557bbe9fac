"""Pages that make a site what it is and that nobody takes away by hand, superusers included.

Deleting a home page would delete the Site row with it; moving or renaming a legal page would break
an address that the law wants. Only provisioning may, through the ORM.
"""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _
from wagtail.models import Page, PagePermissionTester


class FixedPagePermissionTester(PagePermissionTester):
    """Edit and publish as usual; never delete, move, copy, unpublish or hide."""

    def can_delete(self, ignore_bulk=False):
        return False

    def can_move(self):
        return False

    def can_move_to(self, destination):
        return False

    def can_copy(self):
        return False

    def can_copy_to(self, destination, recursive=False):
        return False

    def can_unpublish(self):
        return False

    def can_set_view_restrictions(self):
        return False


class FixedPageMixin(Page):
    """Mix in before the page base class. The slug stays, too: see `clean`."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return FixedPagePermissionTester(user, self)

    def save(self, *args, **kwargs):
        if self.pk and not self._state.adding:
            self._keep_address()
        return super().save(*args, **kwargs)

    def _keep_address(self) -> None:
        """A slug posted by hand, an expiry date from a form or an API is put back (one query)."""
        self.expire_at = None
        self.go_live_at = None
        slug = Page.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if slug:
            self.slug = slug


def contains_fixed_page(page: Page) -> bool:
    """Whether a delete, move or unpublish of `page` would take a fixed page with it (1 query)."""
    from wagtail.models import get_page_models

    fixed = [model for model in get_page_models() if issubclass(model, FixedPageMixin)]
    return page.get_descendants(inclusive=True).type(*fixed).exists()


def refuse_if_fixed(page: Page) -> None:
    """For hooks before destructive acts: a second lock behind the permission tester."""
    if contains_fixed_page(page):
        raise PermissionDenied(_("Diese Seite gehört fest zur Website und bleibt, wo sie ist."))
