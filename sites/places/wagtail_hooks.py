"""Registrations only."""

from wagtail import hooks

from . import viewsets
from .own_only import bulk_actions, media_lists, menus, page_chooser, page_lists, start_page
from .switching import menu as switch_menu
from .switching import urls as switch_urls
from .teams import menu as team_menu
from .teams import urls as team_urls


@hooks.register("register_admin_viewset")
def responsible_bodies():
    return viewsets.ResponsibleBodyViewSet("responsible_bodies")


hooks.register("register_admin_urls", team_urls.admin_urls)
hooks.register("register_admin_menu_item", team_menu.team_item)
hooks.register("register_admin_menu_item", team_menu.history_item)
hooks.register("register_admin_urls", switch_urls.admin_urls)
hooks.register("register_admin_urls", switch_urls.settings_urls, order=-1)
hooks.register("construct_main_menu", switch_menu.add_current_place)
hooks.register("construct_help_menu", switch_menu.no_help)
hooks.register("insert_global_admin_css", switch_menu.stylesheet)
hooks.register("register_admin_urls", media_lists.urls, order=-1)
hooks.register("register_admin_urls", bulk_actions.withdraw_refused, order=1000)
hooks.register("construct_page_chooser_queryset", page_chooser.only_current)
hooks.register("construct_homepage_panels", start_page.only_own_panels)
# Last, so that nothing slips in behind it.
for menu in ("main", "settings", "reports", "help"):
    hooks.register(f"construct_{menu}_menu", menus.without_refused, order=1000)


@hooks.register("register_admin_viewset")
def pages_without_foreign_filters():
    return page_lists.OwnPageViewSet()
