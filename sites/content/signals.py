"""Two-line receivers: Wagtail's signals become announcements of ours."""

from wagtail.signals import page_published, page_unpublished

from .bin import leave_bin
from .changes import announce
from .models.base import place_of
from .order import keep_off
from .review import end_when_published


def connect() -> None:
    page_published.connect(_published, dispatch_uid="content-page-published")
    page_unpublished.connect(_unpublished, dispatch_uid="content-page-unpublished")


def _published(sender, instance, revision=None, **kwargs) -> None:
    leave_bin(instance)
    end_when_published(instance, revision)
    if keep_off(instance):
        return
    announce("page.published", place=place_of(instance), subject=instance)


def _unpublished(sender, instance, **kwargs) -> None:
    announce("page.removed", place=place_of(instance), subject=instance)
