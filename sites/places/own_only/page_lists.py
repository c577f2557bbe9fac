"""Explorer: without the filters that list all people and all sites of the network."""

from wagtail.admin.views.pages.listing import GenericPageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet


class OwnPageFilterSet(GenericPageFilterSet):
    owner = None
    edited_by = None
    site = None


class OwnPageViewSet(PageViewSet):
    """Registered for `Page` in place of Wagtail's own."""

    filterset_class = OwnPageFilterSet
