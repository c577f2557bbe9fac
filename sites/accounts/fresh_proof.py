"""What protects an account may be changed only by somebody who has just proved who they are."""

import time
from functools import wraps

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import (
    raise_if_reauthentication_required,
    suspend_request,
)
from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.urls import reverse

from . import second_factor


def required(view):
    """With a second factor: that one, within the last 15 minutes (allauth's rule). Without: a code
    from the mail, be it the one of the login."""

    @wraps(view)
    @login_required
    def guarded(request, *args, **kwargs):
        if second_factor.has_one(request.user):
            raise_if_reauthentication_required(request, app="allauth.mfa")
        elif not _proved_lately(request):
            return suspend_request(request, reverse("account_reauthenticate"))
        return view(request, *args, **kwargs)

    return guarded


def _proved_lately(request) -> bool:
    latest = max(
        (record["at"] for record in get_authentication_records(request, request.user)), default=0
    )
    return time.time() - latest < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
