"""The site somebody works on just now: chosen once, kept in the session, followed by links.

Lists of the editing side show this one tenant. People with one place never notice it.
"""

from django.http import HttpRequest

from .models import Network, Place
from .tenants import Tenant, Territory, territory_of

SESSION_KEY = "tenant"
FEW = 10  # so many own sites stand in a list; more are searched
NETWORK_KEY = 0  # the network's entry in the session; places stand there by their key


def current_tenant_middleware(get_response):
    """Sets `request.tenant` and `user.current_tenant`; None for strangers and on public hosts.

    After the authentication middleware. One query more for those who work everywhere."""

    def middleware(request: HttpRequest):
        request.tenant = None
        if request.is_editing_side and request.user.is_authenticated:
            _set(request, _chosen(request))
        return get_response(request)

    return middleware


def follow(request: HttpRequest, tenant: Tenant) -> None:
    """Work on `tenant` from now on. The caller has checked that the person may."""
    key = NETWORK_KEY if isinstance(tenant, Network) else tenant.pk
    if request.session.get(SESSION_KEY) != key:
        request.session[SESSION_KEY] = key
    if request.tenant != tenant:
        _set(request, tenant)


def may_work_on(territory: Territory, tenant: Tenant) -> bool:
    return territory.everything or tenant in territory.tenants


def _chosen(request: HttpRequest) -> Tenant | None:
    territory = territory_of(request.user)
    own = territory.tenants
    key = request.session.get(SESSION_KEY)
    for tenant in own:
        if key == (NETWORK_KEY if isinstance(tenant, Network) else tenant.pk):
            return tenant
    if territory.everything and key:
        found = Place.objects.select_related("container", "collection", "site").filter(
            pk=key, container__isnull=False, collection__isnull=False
        )
        if place := found.first():
            return place
    return own[0] if own else None


def _set(request: HttpRequest, tenant: Tenant | None) -> None:
    """The policies' answers are cached on the user and depend on the tenant."""
    request.tenant = tenant
    request.user.current_tenant = tenant
    request.user.__dict__.pop("_explorable_root_page_cache", None)
