"""Registrations only."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import merge_views, place_views, views
from .place_list import sees_places


@hooks.register("register_admin_urls")
def urls():
    return [
        path("orte/", place_views.index, name="places_index"),
        path("orte/neu/", views.new_place, name="new_place"),
        path("orte/<int:pk>/", place_views.place, name="place"),
        path("orte/<int:pk>/zusammenlegen/", merge_views.merge, name="place_merge"),
        path("orte/<int:pk>/<slug:name>/", place_views.act, name="place_act"),
    ]


class _PlacesItem(MenuItem):
    def is_shown(self, request):
        return sees_places(request.user)


@hooks.register("register_admin_menu_item")
def places_item():
    return _PlacesItem(_("Orte"), reverse("places_index"), name="orte", icon_name="site", order=150)
