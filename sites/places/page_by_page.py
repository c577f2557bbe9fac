"""Translation happens page by page, on request. wagtail-localize could also keep a whole language
in step: one row of `LocaleSynchronization` copies every page of every place, containers too."""

from django.core.exceptions import PermissionDenied
from django.db.models.signals import pre_save


def connect() -> None:
    pre_save.connect(
        _refuse,
        sender="wagtail_localize.LocaleSynchronization",
        dispatch_uid="places-page-by-page",
    )


def _refuse(sender, raw=False, **kwargs) -> None:
    raise PermissionDenied("Pages are translated one by one.")
