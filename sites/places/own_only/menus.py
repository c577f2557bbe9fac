"""Nobody sees a link that the gate would refuse."""

from django.http import HttpRequest

from sites.places import gate


def without_refused(request: HttpRequest, menu_items: list) -> None:
    """`construct_main_menu` and its like. Submenus ask for their own items; without any they are
    not shown at all."""
    menu_items[:] = [item for item in menu_items if _is_open(request, item.url)]


def _is_open(request: HttpRequest, url: str) -> bool:
    return not url.startswith("/") or gate.may_follow(request, url)
