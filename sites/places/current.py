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
    if request.session.get(SESSION_KEY) != key_of(tenant):
        request.session[SESSION_KEY] = key_of(tenant)
    if request.tenant != tenant:
        _set(request, tenant)


def _chosen(request: HttpRequest) -> Tenant | None:
    territory = territory_of(request.user)
    key = request.session.get(SESSION_KEY)
    chosen = None if key is None else find(territory, key)
    return chosen or next(iter(territory.tenants), None)


def find(territory: Territory, key: int) -> Tenant | None:
    """The tenant with this key of the session, if it is the person's to work on."""
    for tenant in territory.tenants:
        if key == key_of(tenant):
            return tenant
    return place_by_key(key) if territory.everything and key else None


def place_by_key(key: int) -> Place | None:
    """A place that is provisioned far enough to be worked on."""
    return (
        Place.objects.select_related("container", "collection", "site")
        .filter(pk=key, container__isnull=False, collection__isnull=False)
        .first()
    )


def key_of(tenant: Tenant) -> int:
    return NETWORK_KEY if isinstance(tenant, Network) else tenant.pk


def _set(request: HttpRequest, tenant: Tenant | None) -> None:
    """The policies' answers are cached on the user and depend on the tenant."""
    request.tenant = tenant
    request.user.current_tenant = tenant
    if hasattr(request.user, "_explorable_root_page_cache"):
        del request.user._explorable_root_page_cache
