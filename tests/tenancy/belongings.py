"""Which rows a place owns, in every table, and one fingerprint of all of them.

A table that stands in neither list fails a test: nobody can add one and forget it here.
"""

import hashlib

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model, Q, QuerySet
from wagtail.models import Page, ReferenceIndex

from sites.accounts.models import User
from sites.places.models import Place

# Owned by the installation, by nobody, or derived from what is looked at anyway.
NOBODYS = {
    "auth.Group",
    "auth.Group_permissions",
    "auth.Permission",
    "content.ReviewTask",
    "content.Rendition",  # made by whoever looks at a picture first
    "content.Topic",
    "content.TopicName",
    "contenttypes.ContentType",
    "demo.DemoItem",
    "kalender.CalendarWindow",
    "kalender.DayCount",  # counts of all places
    "kalender.FeedState",
    "places.Network",
    "runtime.JobRun",
    "sessions.Session",
    "taggit.Tag",
    "wagtail_localize.LocaleSynchronization",
    "wagtail_localize.String",
    "wagtail_localize.Template",
    "wagtailadmin.Admin",
    "wagtailcore.GroupApprovalTask",
    "wagtailcore.GroupApprovalTask_groups",
    "wagtailcore.GroupCollectionPermission",
    "wagtailcore.GroupPagePermission",
    "wagtailcore.GroupSitePermission",
    "wagtailcore.Locale",
    "wagtailcore.Task",
    "wagtailcore.Workflow",
    "wagtailcore.WorkflowContentType",
    "wagtailcore.WorkflowTask",
    "wagtaildocs.Document",  # Wagtail's own tables beside ours: empty
    "wagtailembeds.Embed",
    "wagtailimages.Image",
    "wagtailimages.Rendition",
    "wagtailsearch.IndexEntry",
    "wagtailsearch.SQLiteFTSIndexEntry",
}
# How a row of a table leads to its owner, where its foreign keys alone do not say it.
_LEADS: dict[str, str] = {
    "accounts.User": "pk:people",
    "content.Image": "collection:collections",
    "content.Document": "collection:collections",
    "account.EmailConfirmation": "email_address__user:people",
    "content.PlaceSettings": "site:sites",
    "home.Story": "place:places",
    "kalender.EventException": "record__event:pages",
    "kalender.EventListing": "event:pages|place:places",
    "places.HistoryEntry": "place:places",
    "places.HostAlias": "site:sites",
    "places.Invitation": "place:places",
    "places.Membership": "place:places|user:people",
    "places.Place": "pk:places",
    "places.ResponsibleBody": "places:places",
    "wagtail_localize.TranslatableObject": "pk:keys",
    "wagtail_localize.TranslationSource": "object:keys",
    "wagtail_localize.TranslationContext": "object:keys",
    "wagtail_localize.Translation": "source__object:keys",
    "wagtail_localize.TranslationLog": "source__object:keys",
    "wagtail_localize.StringTranslation": "context__object:keys",
    "wagtail_localize.SegmentOverride": "context__object:keys",
    "wagtail_localize.StringSegment": "source__object:keys",
    "wagtail_localize.TemplateSegment": "source__object:keys",
    "wagtail_localize.RelatedObjectSegment": "source__object:keys",
    "wagtail_localize.OverridableSegment": "source__object:keys",
    "wagtailcore.Collection": "pk:collections",
    "wagtailcore.CollectionViewRestriction": "collection:collections",
    "wagtailcore.CollectionViewRestriction_groups":
        "collectionviewrestriction__collection:collections",
    "wagtailcore.CommentReply": "comment__page:pages",
    "wagtailcore.PageViewRestriction_groups": "pageviewrestriction__page:pages",
    "wagtailcore.Site": "pk:sites",
    "wagtailcore.TaskState": "workflow_state__object_id:page_texts",
    "wagtailcore.UploadedFile": "uploaded_by_user:people",
    "wagtailredirects.Redirect": "site:sites|redirect_page:pages",
}  # fmt: skip
# Rows that name their object by content type and key.
_GENERIC = {
    "taggit.TaggedItem",
    "wagtailadmin.EditingSession",
    "wagtailadmin.FormState",
    "wagtailcore.ModelLogEntry",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Revision",
    "wagtailcore.WorkflowState",
}


def every_model() -> list[type[Model]]:
    return list(apps.get_models(include_auto_created=True))


def models_of_places() -> dict[str, type[Model]]:
    """Every table that is somebody's."""
    return {model._meta.label: model for model in every_model() if model._meta.label not in NOBODYS}


def undecided() -> list[str]:
    """Tables of which nobody has said whose they are."""
    return [label for label, model in models_of_places().items() if _lead(model) is None]


def fingerprint(place: Place) -> dict[str, str]:
    """Table → digest of the rows that the place owns. One query per table."""
    return {label: digest(rows) for label, rows in rows_of(place).items()}


def rows_of(place: Place) -> dict[str, QuerySet]:
    """Table → queryset of the place's rows. `place` is the row as it was in the beginning."""
    own = _keys(place)
    return {label: _rows(model, own) for label, model in models_of_places().items() if _lead(model)}


def _lead(model) -> str | None:
    label = model._meta.label
    if label in _LEADS or label in _GENERIC:
        return _LEADS.get(label, "generic")
    if issubclass(model, Page):
        return "path"
    for field in model._meta.fields:
        if field.is_relation and field.related_model and issubclass(field.related_model, Page):
            return f"{field.name}:pages"
    for field in model._meta.fields:
        if field.is_relation and field.related_model is User:
            return f"{field.name}:people"
    return None


def _keys(place: Place) -> dict:
    path, collection = place.container.path, place.collection.path
    pages = Page.objects.filter(path__startswith=path)
    return {
        "path": path,
        "pages": pages.values("pk"),
        "page_texts": [str(pk) for pk in pages.values_list("pk", flat=True)],
        "keys": list(pages.values_list("translation_key", flat=True)),
        "collections": apps.get_model("wagtailcore", "Collection")
        .objects.filter(path__startswith=collection)
        .values("pk"),
        "sites": [place.site_id],
        "places": [place.pk],
        "people": list(
            User.objects.filter(memberships__place=place, email__contains=place.slug).values_list(
                "pk", flat=True
            )
        ),
        "objects": _objects(place, pages),
        # Rows of others that refer to something of the place.
        "referred": _objects(place, pages, "to_"),
    }


def _objects(place: Place, pages, prefix: str = "") -> Q:
    """What generic rows point to: the place's pages, pictures, files and settings."""
    page_models = [model for model in apps.get_models() if issubclass(model, Page)]
    named = _named(prefix, page_models, pages.values_list("pk", flat=True))
    for label, condition in (
        ("content.Image", {"collection__path__startswith": place.collection.path}),
        ("content.Document", {"collection__path__startswith": place.collection.path}),
        ("content.PlaceSettings", {"site": place.site_id}),
        ("places.ResponsibleBody", {"places": place.pk}),
        ("places.Place", {"pk": place.pk}),
    ):
        model = apps.get_model(label)
        keys = model.objects.filter(**condition).values_list("pk", flat=True)
        named |= _named(prefix, [model], keys)
    return named


def _named(prefix: str, models, keys) -> Q:
    types = ContentType.objects.get_for_models(*models).values()
    return Q(
        **{f"{prefix}content_type__in": types, f"{prefix}object_id__in": [str(pk) for pk in keys]}
    )


def _rows(model, own: dict):
    lead = _lead(model)
    if lead == "generic":
        wanted = own["objects"]
        if model is ReferenceIndex:
            wanted |= own["referred"]
    elif lead == "path":
        wanted = Q(path__startswith=own["path"])
    else:
        wanted = Q(pk__in=[])
        for part in lead.split("|"):
            name, _, kind = part.partition(":")
            wanted |= Q(**{f"{name}__in": own[kind]})
    manager = getattr(model, "_base_manager", model.objects)
    return manager.filter(wanted).distinct()


def digest(rows) -> str:
    """What the rows are now: their number and a hash of every value. One query."""
    found = sorted(repr([_plain(value) for value in row]) for row in rows.all().values_list())
    return f"{len(found)} rows {hashlib.sha256(repr(found).encode()).hexdigest()[:12]}"


def _plain(value):
    """A StreamField as it is stored: its blocks would print the addresses of objects."""
    return list(value.raw_data) if hasattr(value, "raw_data") else value
