"""The editing side of the kit: topics for the network's staff, and deleting without loss."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.viewsets.model import ModelViewSet

from sites.places.fixed_pages import refuse_if_fixed

from .bin import put_into_bin
from .models import Topic
from .models.base import is_hidden_in_preparation


class TopicViewSet(ModelViewSet):
    """Model permissions decide: only the network's roles hold them."""

    model = Topic
    icon = "tag"
    menu_label = gettext_lazy("Themen")
    add_to_admin_menu = True
    list_display = ["__str__", "slug"]
    inspect_view_enabled = False


def hide_in_preparation(page, request, serve_args, serve_kwargs):
    """`before_serve_page`: 404 for what a place in preparation does not show yet."""
    if is_hidden_in_preparation(page, request.place):
        raise Http404


def delete_into_bin(request, page):
    """`before_delete_page`: the confirmed delete puts the page into the bin instead."""
    refuse_if_fixed(page)
    if request.method != "POST":
        return None
    put_into_bin(page=page, user=request.user)
    messages.success(
        request,
        _("„%s“ liegt jetzt im Papierkorb. Zum Zurückholen öffnen und wieder veröffentlichen.")
        % page.get_admin_display_title(),
        buttons=[messages.button(reverse("wagtailadmin_pages:edit", args=[page.pk]), _("Öffnen"))],
    )
    return redirect("wagtailadmin_explore", page.get_parent().pk)


def bulk_act_carefully(request, action_type, objects, action):
    """`before_bulk_action`: runs on POST with the objects that the user may act on."""
    pages = [item for item in objects if hasattr(item, "url_path")]
    if action_type in ("delete", "move", "unpublish"):
        for page in pages:
            refuse_if_fixed(page)
    if action_type == "delete" and pages:
        for page in pages:
            put_into_bin(page=page, user=request.user)
        messages.success(
            request, _("%(count)d Seiten liegen jetzt im Papierkorb.") % {"count": len(pages)}
        )
        return redirect(action.next_url)
    return None


def move_carefully(request, page, destination):
    refuse_if_fixed(page)


def unpublish_carefully(request, page):
    """Unpublishing can take the descendants along, so nothing fixed may hang below."""
    refuse_if_fixed(page)
