"""What a page may point to: its own place, the network's public pages and media, and whatever it
pointed to before. Everything else is refused before it is stored, shown again or previewed.

Not a validation error: the form would come back with the title of the foreign page or image.
"""

from collections.abc import Callable, Iterable
from functools import cache

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, ReferenceIndex, Site

from sites.places.models import Network, Place
from sites.places.tenants import Tenant, tenant_of_path, territory_of

Target = tuple[type[Model], str]  # the base model, and the key as text


def refuse_foreign(targets: Iterable[Target], *, owner_path: str, user, before=None) -> None:
    """Raises PermissionDenied if one of the targets is another place's, or does not exist.

    `owner_path`: treebeard path of what refers, or of its parent. `before`: a page whose stored
    references stay allowed. One query per kind of target; more only if something is not own."""
    wanted: dict[type[Model], set[str]] = {}
    for model, key in targets:
        if model in _scoped() and key:
            wanted.setdefault(model, set()).add(key)
    if not wanted:
        return
    tenant = territory_of(user).tenant_at(owner_path) if user else None
    tenant = tenant or tenant_of_path(owner_path)
    everywhere = bool(user) and territory_of(user).everything
    foreign = {
        (model, key)
        for model, keys in wanted.items()
        for key in keys - _allowed(model, keys, tenant, everywhere)
    }
    if foreign - _stored(before):
        raise PermissionDenied


def references_of(instance: Model) -> set[Target]:
    """Foreign keys, StreamField, rich text and child rows, by Wagtail's own index; many-to-many
    beside it, which the index leaves out."""
    found = set()
    for type_key, key, _model_path, _path in ReferenceIndex._extract_references_from_object(
        instance
    ):
        model = ContentType.objects.get_for_id(type_key).model_class()
        if model:
            found.add((_base(model), str(key)))
    for field in instance._meta.many_to_many:
        if _base(field.related_model) in _scoped() and instance.pk:
            related = getattr(instance, field.name).all()
            found |= {(_base(field.related_model), str(item.pk)) for item in related}
    return found


def posted_references(form: forms.BaseModelForm) -> set[Target]:
    """What a bound form names, valid or not: also an invalid form comes back with titles."""
    found: set[Target] = set()
    for name, field in form.fields.items():
        value = field.widget.value_from_datadict(form.data, form.files, form.add_prefix(name))
        found |= _named_by(form, name, field, value)
    for formset in getattr(form, "formsets", {}).values():
        if formset.management_form.is_valid():
            for row in formset.forms:
                found |= posted_references(row)
    return found


def _named_by(form, name: str, field: forms.Field, value) -> set[Target]:
    if value in (None, "", []):
        return set()
    if isinstance(field, forms.ModelChoiceField):  # the one for many is a subclass
        keys = value if isinstance(value, list | tuple) else [value]
        return {(_base(field.queryset.model), str(getattr(key, "pk", key))) for key in keys if key}
    column = _column(form, name)
    if column is None or not hasattr(column, "extract_references"):
        return set()
    return {
        (_base(model), str(key))
        for model, key, _model_path, _path in column.extract_references(value)
    }


def _column(form, name: str):
    names = {column.name: column for column in form._meta.model._meta.get_fields()}
    return names.get(name)


def _base(model: type[Model]) -> type[Model]:
    """All page types count as Page."""
    parents = model._meta.get_parent_list()
    return parents[-1] if parents else model


def _stored(page: Page | None) -> set[Target]:
    if page is None or not page.pk:
        return set()
    stored = Page.objects.filter(pk=page.pk).specific().first()
    if stored is None:
        return set()
    found = references_of(stored)
    if stored.latest_revision_id:
        found |= references_of(stored.get_latest_revision_as_object())
    return found


def _numbers(keys: set[str]) -> list[int]:
    return [int(key) for key in keys if key.isascii() and key.isdigit()]


def _texts(keys) -> set[str]:
    return {str(key) for key in keys}


def _pages(keys, tenant: Tenant | None, everywhere: bool) -> set[str]:
    rows = Page.objects.filter(pk__in=_numbers(keys)).values_list("pk", "path", "live")
    own = tenant.container.path if tenant else None
    allowed, others = set(), []
    for key, path, live in rows:
        if (own and path.startswith(own)) or (everywhere and live):
            allowed.add(key)
        elif live:
            others.append((key, path))
    if others and (network := Network.objects.select_related("container").first()):
        allowed |= {key for key, path in others if path.startswith(network.container.path)}
    return _texts(allowed)


def _media(model):
    def allowed(keys, tenant: Tenant | None, everywhere: bool) -> set[str]:
        found = model.objects.filter(pk__in=_numbers(keys))
        if not everywhere:
            found = found.filter(collection__in=_shelves(tenant))
        return _texts(found.values_list("pk", flat=True))

    return allowed


def _shelves(tenant: Tenant | None) -> set[int]:
    network = Network.objects.values_list("collection_id", flat=True).first()
    return {network, tenant.collection_id if tenant else None} - {None}


def _collections(keys, tenant: Tenant | None, everywhere: bool) -> set[str]:
    return keys if everywhere else keys & _texts(_shelves(tenant))


def _sites(keys, tenant: Tenant | None, everywhere: bool) -> set[str]:
    return keys if everywhere else keys & _texts([tenant.site_id] if tenant else [])


def _places(keys, tenant: Tenant | None, everywhere: bool) -> set[str]:
    return keys if everywhere else keys & _texts([tenant.pk] if isinstance(tenant, Place) else [])


@cache
def _scoped() -> dict[type[Model], Callable[..., set[str]]]:
    """What belongs to somebody. Topics, languages and accounts are everybody's."""
    image, document = get_image_model(), get_document_model()
    return {
        Page: _pages,
        image: _media(image),
        document: _media(document),
        Collection: _collections,
        Site: _sites,
        Place: _places,
    }


def _allowed(model, keys: set[str], tenant: Tenant | None, everywhere: bool) -> set[str]:
    return _scoped()[model](keys, tenant, everywhere)
