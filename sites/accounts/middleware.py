"""Whoever needs a second factor and has none is led to set one up before anything else."""

from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from . import access, dev_login, second_factor

# What may be used before: login and logout, the own account, and what Wagtail's pages load. Who
# looks at a place as its team does sets up nothing before the end of that.
_OPEN = (
    access.OPEN
    | access.OWN
    | {"look_end", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog"}
)


class SecondFactorMiddleware:
    """One query per request of those who need a second factor, none for the others."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs) -> HttpResponse | None:
        if not request.is_editing_side or not request.path_info.startswith("/redaktion/"):
            return None
        if not request.user.is_authenticated or request.resolver_match.view_name in _OPEN:
            return None
        if dev_login.is_one(request) or not second_factor.is_required_of(request.user):
            return None
        if second_factor.has_one(request.user):
            return None
        query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
        return redirect(f"{reverse('second_factor_needed')}?{query}".rstrip("?"))
