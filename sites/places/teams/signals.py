"""Two-line receivers."""

from django.db.models.signals import post_save
from wagtail.models import ModelLogEntry, PageLogEntry

from . import helping_hands, helping_with_things


def connect() -> None:
    post_save.connect(_logged, sender=PageLogEntry, dispatch_uid="teams-helping-hands")
    post_save.connect(_logged_thing, sender=ModelLogEntry, dispatch_uid="teams-helping-things")


def _logged(sender, instance, created, **kwargs) -> None:
    if created and not kwargs.get("raw"):
        helping_hands.note(instance)


def _logged_thing(sender, instance, created, **kwargs) -> None:
    if created and not kwargs.get("raw"):
        helping_with_things.note(instance)
