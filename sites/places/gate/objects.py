"""Object rules: is what an address names in the person's reach? A foreign and a missing key get the
same answer: no. The rules change nothing; what the tenant they answer is good for, see `rules`."""

from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.places.models import Place
from sites.places.tenants import Tenant, tenant_of_path, territory_of

from .rules import ObjectRule


def page(name: str) -> ObjectRule:
    """The page whose key is in the argument `name`. One query; two more for the centre."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return pages_in_reach(request, [kwargs[name]])

    return rule


def image(name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return media_in_reach(request, get_image_model(), [kwargs[name]])

    return rule


def document(name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return media_in_reach(request, get_document_model(), [kwargs[name]])

    return rule


def same_file(get_model, name: str) -> ObjectRule:
    """No other file for who may not publish: reviewers looked at this one. One query, if there is
    a file at all."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        if not request.FILES:
            return True
        media = get_model().objects.select_related("collection").filter(pk=kwargs[name]).first()
        policy = policy_registry.get_by_type(get_model())
        return media is not None and policy.may_replace(request.user, media)

    return rule


def keys_of(values) -> set[int] | None:
    """The integers in a list of texts from outside; None as soon as one of them is none."""
    try:
        return {int(value) for value in values}
    except (TypeError, ValueError):
        return None


def pages_in_reach(request: HttpRequest, keys) -> Tenant | bool:
    """All of these pages exist, in one and the same tenant that the person works on."""
    wanted = keys_of(keys)
    if not wanted:
        return False
    paths = list(Page.objects.filter(pk__in=wanted).values_list("path", flat=True))
    if len(paths) != len(wanted) or len({path[:8] for path in paths}) != 1:
        return False
    return tenant_in_reach(request, paths[0])


def tenant_in_reach(request: HttpRequest, path: str) -> Tenant | bool:
    territory = territory_of(request.user)
    if found := territory.tenant_at(path):
        return found
    return (tenant_of_path(path) or True) if territory.everything else False


def media_in_reach(request: HttpRequest, model, keys) -> Tenant | bool:
    """All of these images or documents exist, in one collection that the person works with."""
    wanted = keys_of(keys)
    if not wanted:
        return False
    found = model.objects.filter(pk__in=wanted)
    paths = list(found.values_list("collection__path", flat=True))
    if len(paths) != len(wanted) or len(set(paths)) != 1:
        return False
    return collection_in_reach(request, paths[0])


def collection_in_reach(request: HttpRequest, path: str) -> Tenant | bool:
    """The person's own tenant with this collection; True for the centre elsewhere."""
    territory = territory_of(request.user)
    for tenant in territory.tenants:
        if path.startswith(tenant.collection.path):
            return tenant
    if not territory.everything:
        return False
    places = Place.objects.select_related("container", "collection", "site")
    return places.filter(collection__path=path).first() or True
