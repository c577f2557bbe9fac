"""Two-line receivers: what changes in pages, places and topics reaches the calendars."""

from django.db.models.signals import post_save, pre_delete
from wagtail.models import Site
from wagtail.signals import post_page_move

from sites.content.changes import changed
from sites.content.models import TopicName
from sites.places.models import Place

from . import scheduling
from .models import EventPage, Reach

# Fields of a place that events, lists or feeds show or are chosen by.
SHOWN = {
    *("short_name", "suffix", "status", "container", "site"),
    *("state_key", "district_key", "latitude", "longitude"),
}


def connect() -> None:
    changed.connect(_changed, dispatch_uid="kalender-changed")
    post_page_move.connect(_moved, dispatch_uid="kalender-moved")
    pre_delete.connect(_deleted, sender=EventPage, dispatch_uid="kalender-deleted")
    post_save.connect(_alias_converted, sender=EventPage, dispatch_uid="kalender-alias")
    post_save.connect(_place_saved, sender=Place, dispatch_uid="kalender-place")
    post_save.connect(_site_saved, sender=Site, dispatch_uid="kalender-site")
    post_save.connect(_topic_named, sender=TopicName, dispatch_uid="kalender-topic")


def _changed(sender, change, **kwargs) -> None:
    act = {"page.published": scheduling.schedule, "page.removed": scheduling.unschedule}
    if change.what in act and isinstance(change.subject, EventPage):
        act[change.what](change.subject)


def _moved(sender, instance, **kwargs) -> None:
    if issubclass(instance.specific_class, EventPage):
        scheduling.schedule(instance)


def _deleted(sender, instance, **kwargs) -> None:
    scheduling.unschedule(instance)


def _alias_converted(sender, instance, raw=False, update_fields=None, **kwargs) -> None:
    """An alias became a page with facts of its own. The network's decision about the original is
    not about it; its first revision is saved after this."""
    if raw or instance.alias_of_id or "alias_of_id" not in (update_fields or ()):
        return
    if instance.reach == Reach.NETWORK:
        instance.reach = Reach.NEARBY
        EventPage.objects.filter(pk=instance.pk).update(reach=instance.reach)
    scheduling.schedule(instance)


def _place_saved(sender, instance, created, raw=False, update_fields=None, **kwargs) -> None:
    if not created and not raw and (update_fields is None or SHOWN & set(update_fields)):
        scheduling.schedule_place(instance)


def _site_saved(sender, instance, created, raw=False, **kwargs) -> None:
    if not created and not raw and (place := Place.objects.filter(site=instance).first()):
        scheduling.schedule_place(place)


def _topic_named(sender, instance, raw=False, **kwargs) -> None:
    if not raw:
        scheduling.schedule_topic(instance.topic)
