"""Registrations only."""

from wagtail import hooks

from . import viewsets
from .teams import menu as team_menu
from .teams import urls as team_urls


@hooks.register("register_admin_viewset")
def responsible_bodies():
    return viewsets.ResponsibleBodyViewSet("responsible_bodies")


hooks.register("register_admin_urls", team_urls.admin_urls)
hooks.register("register_admin_menu_item", team_menu.team_item)
hooks.register("register_admin_menu_item", team_menu.history_item)
