"""Links lead where the opened thing is: opening a page of another own place makes that place the
current one, and says so. What is refused moves nobody."""

from django.contrib import messages
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sites.places import current
from sites.places.tenants import Tenant

from .refusal import is_for_a_script


def move(request: HttpRequest, tenant: Tenant) -> None:
    """Work on `tenant` from now on; a sentence for those who look at a page."""
    before = request.tenant
    current.follow(request, tenant)
    if before is None or before == tenant:
        return
    request.tenant_before = before
    if request.method == "GET" and not is_for_a_script(request):
        messages.info(request, _("Sie arbeiten jetzt in: %(place)s.") % {"place": tenant})


def stay(request: HttpRequest) -> None:
    """Back to where the person was: the answer is a refusal."""
    before = getattr(request, "tenant_before", None)
    if before is None:
        return
    current.follow(request, before)
    messages.get_messages(request)._queued_messages.clear()
