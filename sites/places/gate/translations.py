"""Object rules for wagtail-localize: a translation belongs to the page that it translates.

It is asked page by page. A whole subtree at once would fill the place with pages nobody wanted,
and a second container would be a second place."""

from django.apps import apps
from django.http import HttpRequest
from wagtail.models import Page

from sites.places.tenants import Tenant

from .objects import tenant_in_reach
from .rules import ObjectRule


def one_page_only(request: HttpRequest, kwargs: dict) -> bool:
    """Submits one page, no subtree and no container."""
    page = Page.objects.filter(pk=kwargs["page_id"]).only("depth").first()
    asked = request.POST.get("include_subtree", "")  # the form sends the field empty, too
    return page is not None and page.depth > 2 and asked in ("", "0", "false", "False")


def source(name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return _in_reach(request, _model("TranslationSource").objects.filter(pk=kwargs[name]))

    return rule


def translation(name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        return _in_reach(
            request, _model("TranslationSource").objects.filter(translations=kwargs[name])
        )

    return rule


def segment(model_name: str, name: str, *, of: str) -> ObjectRule:
    """The segment is one of the translation's own source."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        segments = _model(model_name).objects.filter(pk=kwargs[name])
        return segments.filter(source__translations=kwargs[of]).exists()

    return rule


def _model(name: str):
    return apps.get_model("wagtail_localize", name)


def _in_reach(request: HttpRequest, sources) -> Tenant | bool:
    """The source's page, and every translation of it, lies in reach."""
    key = sources.values_list("object_id", flat=True).first()
    paths = set(Page.objects.filter(translation_key=key).values_list("path", flat=True))
    if not key or len({path[:8] for path in paths}) != 1:
        return False
    return tenant_in_reach(request, paths.pop())
