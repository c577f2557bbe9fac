"""Receivers: every login has its 60 days, a new second factor ends the sessions elsewhere."""

from allauth.mfa.signals import authenticator_added
from django.contrib.auth.signals import user_logged_in

from . import sessions


def connect() -> None:
    user_logged_in.connect(_logged_in, dispatch_uid="accounts.session_limit")
    authenticator_added.connect(_second_factor_added, dispatch_uid="accounts.end_other_sessions")


def _logged_in(request, **kwargs) -> None:
    sessions.limit(request)


def _second_factor_added(request, **kwargs) -> None:
    sessions.end_others(request)
