"""How long a login lasts, and ending the logins on other devices."""

from datetime import timedelta

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.core.management import call_command
from django.utils import timezone


def limit(request) -> None:
    """From now on 60 days: a fixed day, which no later visit moves."""
    request.session.set_expiry(timezone.now() + timedelta(seconds=settings.SESSION_COOKIE_AGE))


def end_others(request) -> None:
    """Log the user out everywhere but here. Django compares every session with a digest of the
    password field; nobody has a password, so a new unusable one ends all other sessions."""
    request.user.set_unusable_password()
    request.user.save(update_fields=["password"])
    update_session_auth_hash(request, request.user)


def clear_expired() -> str:
    """Delete the rows of sessions that are over."""
    call_command("clearsessions")
    return "abgelaufene Anmeldungen gelöscht"
