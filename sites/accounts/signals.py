"""Receivers: every login has its 60 days."""

from django.contrib.auth.signals import user_logged_in

from . import sessions


def connect() -> None:
    user_logged_in.connect(_logged_in, dispatch_uid="accounts.session_limit")


def _logged_in(request, **kwargs) -> None:
    sessions.limit(request)
