"""The editing side of the tenancy core, for the network's staff."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.model import ModelViewSet

from .models import ResponsibleBody


class ResponsibleBodyViewSet(ModelViewSet):
    """Model permissions decide: only the network's office holds them."""

    model = ResponsibleBody
    icon = "group"
    menu_label = _("Träger")
    add_to_admin_menu = True
    list_display = ["name", "town", "mail"]
    exclude_form_fields = ["id"]
    inspect_view_enabled = False
