"""The menu of a site: its in-menu pages, index pages only once they have something to show."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Substr
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
    # The site's own pages, by a constant: a prefix taken from another row would use no index.
    below = Page.objects.filter(path__startswith=root.path, depth=root.depth + 2, live=True)
    parent = Substr("path", 1, len(root.path) + Page.steplen)
    children = below.annotate(parent_path=parent).filter(parent_path=OuterRef("path"))
    entries = Page.objects.child_of(root).live().in_menu()
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
