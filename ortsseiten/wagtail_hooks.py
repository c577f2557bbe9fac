"""Registrations only."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from . import views


@hooks.register("register_admin_urls")
def urls():
    return [path("orte/neu/", views.new_place, name="new_place")]


class _NewPlaceItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm("places.add_place")


@hooks.register("register_admin_menu_item")
def new_place_item():
    return _NewPlaceItem(_("Neuer Ort"), reverse("new_place"), icon_name="home", order=150)
