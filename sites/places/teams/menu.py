"""Menu items of the team."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem

from .rights import belongs


class _TeamItem(MenuItem):
    def is_shown(self, request) -> bool:
        tenant = getattr(request, "tenant", None)
        return tenant is not None and belongs(request.user, tenant)


def team_item() -> MenuItem:
    return _TeamItem(_("Team"), reverse("team"), name="team", icon_name="group", order=700)


def history_item() -> MenuItem:
    return _TeamItem(
        _("Verlauf"), reverse("place_history"), name="verlauf", icon_name="history", order=710
    )
