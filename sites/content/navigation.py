"""The menu of a site: its in-menu pages, index pages only once they have something to show."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page, get_page_models

from .models import BasePage


def _indexes() -> list[int]:
    """Content types of the page types that are worth a menu entry only with children."""
    models = [
        model
        for model in get_page_models()
        if issubclass(model, BasePage) and model.menu_needs_children
    ]
    return [
        content_type.pk for content_type in ContentType.objects.get_for_models(*models).values()
    ]


def menu_of(root: Page, *, current_path: str = "", all_indexes: bool = False) -> list[dict]:
    """[{title, url, current}] of a home page. One query; addresses are relative to its host.

    `all_indexes`: the network's lists show what all places have, so they stand there always."""
    children = Page.objects.filter(
        path__startswith=OuterRef("path"), depth=OuterRef("depth") + 1, live=True
    )
    entries = root.get_children().live().in_menu()
    if not all_indexes:
        entries = entries.annotate(has_children=Exists(children)).filter(
            ~Q(content_type__in=_indexes()) | Q(has_children=True)
        )
    prefix = len(root.url_path)
    menu = []
    for page in entries:
        url = "/" + page.url_path[prefix:]
        menu.append({"title": page.title, "url": url, "current": current_path.startswith(url)})
    return menu
