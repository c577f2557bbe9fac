"""Which rows of which tables make up a place: found by following foreign keys, not listed here, so
that tables of tomorrow are copied as well."""

from collections import defaultdict
from collections.abc import Iterable

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import ForeignKey, Model, Q
from wagtail.models import Page

from sites.places.models import Place

Rows = dict[type[Model], set]

# Not of a place, although they may point to one.
LEFT_OUT = {"bench", "sessions", "admin"}
# SQLite keeps its search index in a virtual table that no INSERT … SELECT can fill.
NOT_ON_SQLITE = {"wagtailsearch"}


def tables() -> list[type[Model]]:
    skipped = LEFT_OUT | (NOT_ON_SQLITE if connection.vendor == "sqlite" else set())
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and not model._meta.proxy and model._meta.app_label not in skipped
    ]


def keys_of(model: type[Model]) -> list[ForeignKey]:
    """The columns of the model's own table that point to another row's primary key."""
    return [
        field
        for field in model._meta.local_concrete_fields
        if isinstance(field, ForeignKey) and field.target_field.primary_key
    ]


def rows_of(place: Place) -> Rows:
    """{model: primary keys} of the place, its people, its pages and all that hangs on them."""
    found: Rows = defaultdict(set)
    found[Place] = {place.pk}
    found[type(place.site)] = {place.site_id}
    found[type(place.collection)] = {place.collection_id}
    pages = Page.objects.filter(path__startswith=place.container.path)
    found[Page] = set(pages.values_list("pk", flat=True))
    people = place.memberships.model._meta.get_field("user").related_model
    found[people] = set(place.memberships.values_list("user", flat=True))
    while _grew(found):
        pass
    return {model: keys for model, keys in found.items() if keys}


def _grew(found: Rows) -> bool:
    before = sum(map(len, found.values()))
    for model in tables():
        pointing = Q(pk__in=[])
        for field in keys_of(model):
            target = field.target_field.model._meta.concrete_model
            if found.get(target):
                pointing |= Q(**{f"{field.name}__in": found[target]})
        pointing |= _described(model, found)
        found[model] |= set(model._base_manager.filter(pointing).values_list("pk", flat=True))
    return sum(map(len, found.values())) > before


def _described(model: type[Model], found: Rows) -> Q:
    """Rows that name another one by content type and id: revisions, search index, references."""
    names = {field.name for field in model._meta.local_concrete_fields}
    pointing = Q(pk__in=[])
    if not {"content_type", "object_id"} <= names:
        return pointing
    for target, keys in _typed(found):
        pointing |= Q(content_type=target, object_id__in=keys)
    return pointing


def _typed(found: Rows) -> Iterable[tuple[ContentType, list]]:
    for model, keys in list(found.items()):
        if keys and not model._meta.auto_created:
            text = [str(key) for key in keys]
            yield ContentType.objects.get_for_model(model, for_concrete_model=False), text
