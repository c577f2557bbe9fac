""" "Anmelden als …": one tap into a demo account, without code and second factor. Wired up by
`DEV_LOGIN`, dev settings only."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.conf import settings
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import SimpleLazyObject
from django.views.decorators.http import require_POST

from .models import User

# The place whose whole team the login page offers; others log in with their address and a code.
SHOWN_PLACE = "goerlitz"
SESSION_KEY = "dev_login"


def is_one(request) -> bool:
    """Did this session begin with one tap? Elsewhere than in dev settings the mark is ignored."""
    return settings.DEV_LOGIN and request.session.get(SESSION_KEY, False)


@require_POST
def login_as(request):
    if not settings.DEV_LOGIN:
        raise Http404
    user = get_object_or_404(User, email=request.POST.get("email", ""), is_active=True)
    get_adapter().login(request, user)
    record_authentication(request, user, method="code", email=user.email)
    request.session[SESSION_KEY] = True
    return redirect("wagtailadmin_home")


def demo_accounts(request) -> dict:
    """Context processor: the accounts the login page offers, one query when it is rendered."""
    return {"demo_accounts": SimpleLazyObject(_accounts)} if settings.DEV_LOGIN else {}


def _accounts() -> list[dict]:
    offered = Q(is_superuser=True) | Q(memberships__place__slug=SHOWN_PLACE)
    offered |= Q(memberships__isnull=False, memberships__place__isnull=True)
    users = User.objects.filter(offered, is_active=True).prefetch_related("memberships__place")
    return [
        {
            "email": user.email,
            "name": user.get_full_name(),
            "role": ", ".join(
                f"{membership.get_role_display()} {membership.place or ''}".strip()
                for membership in user.memberships.all()
            )
            or "Verwaltung der Technik",
        }
        for user in users.order_by("pk").distinct()
    ]
