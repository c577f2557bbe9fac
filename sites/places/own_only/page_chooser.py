"""The dialog that chooses a page: the current place's pages, beginning at its container."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import BrowseView, page_models_from_string
from wagtail.models import Page

from sites.places.tenants import Tenant


def only_current(pages, request: HttpRequest):
    """`construct_page_chooser_queryset`: browsing and searching."""
    if request.tenant is None:
        return pages.none()
    return pages.filter(path__startswith=request.tenant.container.path)


class OwnBrowseView(BrowseView):
    """Without a parent Wagtail begins at the root of all places, or where all pages of the wanted
    type have their common ancestor: with the right type that is a page of somebody else's."""

    def get(self, request: HttpRequest, parent_page_id=None):
        if request.tenant is None:
            raise PermissionDenied
        return super().get(request, parent_page_id=_start(request, request.tenant))


def _start(request: HttpRequest, tenant: Tenant) -> int:
    """The common ancestor of the place's pages of the wanted types, else its container."""
    wanted = request.GET.get("page_type")
    if not wanted:
        return tenant.container_id
    try:
        models = page_models_from_string(wanted)
    except (ValueError, LookupError) as error:
        raise Http404 from error
    pages = Page.objects.filter(path__startswith=tenant.container.path).type(*models)
    start = pages.first_common_ancestor() if Page not in models else None
    if start is None or not start.path.startswith(tenant.container.path):
        return tenant.container_id
    return start.pk


browse = require_admin_access(OwnBrowseView.as_view())
