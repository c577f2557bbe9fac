"""The bin: "Löschen" takes a page off the site and keeps it, with its address and UID."""

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, get_page_models

from sites.places.fixed_pages import refuse_if_fixed
from sites.runtime import clock

from .models import BasePage
from .review import end_when_binned


@transaction.atomic
def put_into_bin(*, page: Page, user=None) -> None:
    """Unpublish `page` and all below it and hide them from the editing side's lists.

    Raises PermissionDenied if a fixed page would go with it."""
    refuse_if_fixed(page)
    for item in page.get_descendants(inclusive=True).specific():
        end_when_binned(item, user=user)
        if item.live:
            item.unpublish(user=user, log_action=True)
        type(item).objects.filter(pk=item.pk).update(binned_at=clock.now())


@transaction.atomic
def take_out_of_bin(*, page: Page) -> None:
    """Bring `page` back as a draft at its old address; publishing it is the editor's next step."""
    for item in page.get_descendants(inclusive=True).specific():
        type(item).objects.filter(pk=item.pk).update(binned_at=None)


def leave_bin(page: Page) -> None:
    """Publishing a page takes it out of the bin."""
    if getattr(page, "binned_at", None):
        type(page).objects.filter(pk=page.pk).update(binned_at=None)
        page.binned_at = None


def without_binned(pages):
    """A Page queryset without what lies in the bin; one subquery per page type of ours. Each asks
    for the one page: a list of all that is binned would read the whole network's pages."""
    hidden = Q(pk__in=[])
    for model in get_page_models():
        if issubclass(model, BasePage):
            hidden |= Q(Exists(model.objects.filter(pk=OuterRef("pk"), binned_at__isnull=False)))
    return pages.exclude(hidden)
