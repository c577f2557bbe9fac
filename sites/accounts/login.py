"""Ways into a session besides allauth's own pages."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest

from . import second_factor
from .models import User


def log_in_by_mail_link(request: HttpRequest, user: User) -> bool:
    """Log `user` in as a code from a mail would: the caller has proved a link mailed to
    `user.email`. False, and nobody is logged in, when the account is closed or has a second
    factor: then redirect to the login page with `next`."""
    if not user.is_active or second_factor.has_one(user):
        return False
    get_adapter().login(request, user)
    record_authentication(request, user, method="code", email=user.email)
    return True
