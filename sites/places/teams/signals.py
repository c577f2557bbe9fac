"""Two-line receivers."""

from django.db.models.signals import post_save
from wagtail.models import PageLogEntry

from . import helping_hands


def connect() -> None:
    post_save.connect(_logged, sender=PageLogEntry, dispatch_uid="teams-helping-hands")


def _logged(sender, instance, created, **kwargs) -> None:
    if created and not kwargs.get("raw"):
        helping_hands.note(instance)
