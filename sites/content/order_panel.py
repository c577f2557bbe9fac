"""A line on the start page of the editing side: what the centre stopped here, and why."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from sites.places.models import HistoryEntry, Network, Place

KINDS = {
    "place.frozen": _("Veröffentlichen ist angehalten. Entwürfe können Sie weiter schreiben."),
    "place.review": _("Auf Ihrer Seite steht oben: „Diese Seite wird geprüft“."),
    "place.closed": _(
        "Dieser Ort ist geschlossen. Die Seite bleibt als Archiv zu lesen; hier ändern Sie nichts "
        "mehr."
    ),
}


class OrderPanel(Component):
    """Nothing at all for a place in good order: no query. Else two."""

    name = "order"
    template_name = "content/admin/order_panel.html"
    order = 10

    def __init__(self, place: Place):
        super().__init__()
        self.place = place

    def get_context_data(self, parent_context=None):
        acts = _acts(self.place)
        latest = {}
        for entry in HistoryEntry.objects.filter(place=self.place, what__in=acts).order_by("at"):
            latest[entry.what] = entry
        lines = [{"sentence": KINDS[what], "entry": latest.get(what)} for what in acts]
        return {"lines": lines, "network": Network.get()}


def _acts(place: Place) -> list[str]:
    if place.status == Place.Status.CLOSED:
        return ["place.closed"]
    frozen = ["place.frozen"] if place.publishing_frozen_at else []
    return frozen + (["place.review"] if place.under_review_at else [])


def add_order_panel(request, panels) -> None:
    """`construct_homepage_panels`."""
    tenant = getattr(request, "tenant", None)
    if isinstance(tenant, Place) and _acts(tenant):
        panels.insert(0, OrderPanel(tenant))
