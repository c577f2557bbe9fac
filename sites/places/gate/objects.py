"""Object rules: is what an address names in the person's reach? A foreign and a missing key get the
same answer. What is in reach becomes the current tenant, so that links lead where they should."""

from django.http import HttpRequest
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from sites.places import current
from sites.places.models import Place
from sites.places.tenants import Tenant, tenant_of_path, territory_of

from .rules import ObjectRule


def page(name: str) -> ObjectRule:
    """The page whose key is in the argument `name`. One query; two more for the centre."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        path = Page.objects.filter(pk=kwargs[name]).values_list("path", flat=True).first()
        return path is not None and path_in_reach(request, path)

    return rule


def path_in_reach(request: HttpRequest, path: str) -> bool:
    territory = territory_of(request.user)
    tenant = territory.tenant_at(path)
    if tenant is None and territory.everything:
        tenant = tenant_of_path(path)
    return _follow(request, tenant) or territory.everything


def image(name: str) -> ObjectRule:
    return _media(get_image_model, name)


def document(name: str) -> ObjectRule:
    return _media(get_document_model, name)


def _media(get_model, name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> bool:
        found = get_model().objects.filter(pk=kwargs[name])
        path = found.values_list("collection__path", flat=True).first()
        territory = territory_of(request.user)
        if path is None or not territory.covers_collection(path):
            return False
        own = [here for here in territory.tenants if path.startswith(here.collection.path)]
        if own:
            _follow(request, own[0])
        return True

    return rule


def own_place(name: str) -> ObjectRule:
    """The place whose key is in the argument `name`."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        territory = territory_of(request.user)
        place = Place(pk=kwargs[name])
        return territory.everything or place in territory.tenants

    return rule


def _follow(request: HttpRequest, tenant: Tenant | None) -> bool:
    if tenant is None:
        return False
    current.follow(request, tenant)
    return True
