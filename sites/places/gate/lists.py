"""Object rules for keys that stand behind the "?" or in a form: bulk actions, choosers, moves."""

from django.apps import apps
from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page

from sites.places import current
from sites.places.tenants import Tenant, territory_of

from .objects import collection_in_reach, keys_of, media_in_reach, pages_in_reach
from .rules import ObjectRule

# What can be done with many at once. Everything else that a library brings along stays closed.
BULK_ACTIONS = {
    "page": {"publish", "unpublish", "move", "delete"},
    "image": {"add_to_collection", "delete"},
    "document": {"add_to_collection", "delete"},
}


def chosen(get_model) -> ObjectRule:
    """Every `?id=` of a chooser's "chosen-multiple"."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return _all_in_reach(request, get_model(), request.GET.getlist("id"))

    return rule


def named(*parameters: str) -> ObjectRule:
    """Every page that one of these parameters names, in the address or in the form."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        keys = []
        for source in (request.GET, request.POST):
            for parameter in parameters:
                keys += [key for key in source.getlist(parameter) if key not in ("", "root")]
        return pages_in_reach(request, keys) if keys else True

    return rule


def same_site(*arguments: str, posted: str = "") -> ObjectRule:
    """These pages of the address, and the one in the form's field `posted`, lie in one tenant:
    no page leaves its place. That holds for the centre, too."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        keys = [kwargs[name] for name in arguments]
        if posted and request.POST.get(posted):
            keys += request.POST.getlist(posted)
        return pages_in_reach(request, keys)

    return rule


def bulk() -> ObjectRule:
    """`id`, or `id=all` with `childOf`, and where a move or a sorting leads."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        model = _bulk_model(kwargs)
        keys = request.GET.getlist("id")
        if model is None or not keys:
            return False
        if "all" in keys:
            return _whole_list(request, model)
        if model is Page:
            return pages_in_reach(request, [*keys, *request.POST.getlist("chooser")])
        return _all_in_reach(request, model, keys)

    return rule


def _bulk_model(kwargs: dict):
    if kwargs["action"] not in BULK_ACTIONS.get(kwargs["model_name"], ()):
        return None
    for model in (Page, get_image_model(), get_document_model()):
        if (kwargs["app_label"], kwargs["model_name"]) == (
            model._meta.app_label,
            model._meta.model_name,
        ):
            return apps.get_model(kwargs["app_label"], kwargs["model_name"])
    return None


def _whole_list(request: HttpRequest, model) -> Tenant | bool:
    """`childOf` is a page, or the collection of a list of media, see `own_only.media_lists`.
    Without it "all" could be those of everybody, or of where another window has led."""
    inside = request.GET.getlist("childOf")
    if model is Page:
        keys = [*inside, *request.POST.getlist("chooser")]
        return bool(inside) and pages_in_reach(request, keys)
    paths = Collection.objects.filter(pk__in=keys_of(inside) or ()).values_list("path", flat=True)
    return len(paths) == 1 and collection_in_reach(request, paths[0])


def _all_in_reach(request: HttpRequest, model, keys) -> Tenant | bool:
    if model is Page:
        return pages_in_reach(request, keys)
    return media_in_reach(request, model, keys)


def posted_collection(request: HttpRequest, kwargs: dict) -> Tenant | bool:
    """Every collection that an upload or an edit names is in reach; most forms name none. The
    field's name has a prefix that differs from form to form."""
    named_ones = [
        value
        for name in request.POST
        if name == "collection" or name.endswith(("-collection", "collection_id"))
        for value in request.POST.getlist(name)
        if value
    ]
    if not named_ones:
        return True
    paths = Collection.objects.filter(pk__in=keys_of(named_ones) or ())
    found = [collection_in_reach(request, path) for path in paths.values_list("path", flat=True)]
    return len(found) == len(set(named_ones)) and all(found) and found[0]


def posted_tenant(request: HttpRequest, kwargs: dict) -> Tenant | bool:
    """Forms that act on the current tenant say in `tenant` for which they were opened: meanwhile
    another window may have led elsewhere. Without it only who works in one place is understood."""
    if request.method != "POST":
        return True
    territory = territory_of(request.user)
    if "tenant" not in request.POST:
        return not territory.everything and len(territory.tenants) == 1
    keys = keys_of(request.POST.getlist("tenant"))
    return bool(keys) and len(keys) == 1 and (current.find(territory, keys.pop()) or False)


def settings_site(name: str) -> ObjectRule:
    """The site whose settings are asked for is one the person works on. Without a key Wagtail leads
    to the settings of the current one."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        if name not in kwargs:
            return True
        territory = territory_of(request.user)
        for tenant in territory.tenants:
            if tenant.site_id == kwargs[name]:
                return tenant
        return territory.everything

    return rule
