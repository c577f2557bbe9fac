"""Registrations only; what they do stands in `bin.py` and `viewsets.py`."""

from wagtail import hooks
from wagtail.contrib.settings.registry import registry

from . import order_panel, order_views, review_menu, viewsets
from .bin import without_binned
from .document_serving import only_on_its_own_host
from .models import PlaceSettings

registry.register(PlaceSettings, icon="mail")


@hooks.register("register_admin_viewset")
def topics():
    return viewsets.TopicViewSet("topics")


hooks.register("before_serve_page", viewsets.hide_in_preparation)
hooks.register("before_serve_document", only_on_its_own_host)
hooks.register("before_delete_page", viewsets.delete_into_bin)
hooks.register("before_bulk_action", viewsets.bulk_act_carefully)
hooks.register("before_move_page", viewsets.move_carefully)
hooks.register("before_unpublish_page", viewsets.unpublish_carefully)
hooks.register("register_admin_urls", order_views.admin_urls)
hooks.register("register_page_header_buttons", order_views.buttons)
hooks.register("before_edit_page", order_views.tell_why_not_to_publish)
hooks.register("construct_page_action_menu", review_menu.arrange)
hooks.register("construct_homepage_panels", order_panel.add_order_panel)


@hooks.register("construct_explorer_page_queryset")
def hide_binned(parent_page, pages, request):
    return without_binned(pages)
