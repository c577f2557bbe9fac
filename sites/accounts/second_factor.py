"""Who needs a second factor, and who has one.

The account has it, not the session: allauth asks for it at every login of an account that has one,
and adding one ends all other sessions. So a session of such an account has either proved it or is
the one that set it up.
"""

from collections.abc import Callable

from allauth.mfa.models import Authenticator

# Recovery codes alone are none: they come with one of these.
KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)

_questions: list[Callable[..., bool]] = []


def require_when(question: Callable[..., bool]) -> None:
    """Require a second factor of every user for whom `question(user)` is true. Called by apps
    above this one from their `ready()`; asked once per request of a user without second factor."""
    _questions.append(question)


def is_required_of(user) -> bool:
    return user.is_superuser or any(question(user) for question in _questions)


def has_one(user) -> bool:
    """One query."""
    return Authenticator.objects.filter(user_id=user.pk, type__in=KINDS).exists()
