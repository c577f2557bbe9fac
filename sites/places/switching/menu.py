"""The first item of the menu says where one is; who works in several places changes there."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.menu import MenuItem

from sites.places.tenants import territory_of


def add_current_place(request: HttpRequest, menu_items: list) -> None:
    """`construct_main_menu`."""
    tenant = getattr(request, "tenant", None)
    if tenant is None:
        return
    territory = territory_of(request.user)
    label, url = str(tenant), reverse("wagtailadmin_home")
    if territory.everything or len(territory.tenants) > 1:
        label = _("%(place)s · Ort wechseln") % {"place": tenant}
        url = f"{reverse('switch_place')}?{urlencode({'next': request.path})}"
        start = reverse("wagtailadmin_home")
        menu_items.append(
            MenuItem(_("Übersicht"), start, name="start", icon_name="list-ul", order=1)
        )
    menu_items.append(MenuItem(label, url, name="current-place", icon_name="home", order=0))


def no_help(request: HttpRequest, menu_items: list) -> None:
    """`construct_help_menu`: Wagtail's guide is English and elsewhere; ours will be a book."""
    menu_items.clear()


def stylesheet() -> str:
    """`insert_global_admin_css`: the name of a place is read whole, not cut off."""
    return format_html('<link rel="stylesheet" href="{}">', static("places/switching.css"))
