"""Codes mailed to somebody who is logged in: to confirm who they are, or a new address.

Kept in the session; a code is good for 15 minutes, for five attempts and once. Logging in has
allauth's own codes.
"""

import time

from allauth.account.adapter import get_adapter
from allauth.core.internal.cryptokit import compare_user_code
from allauth.core.internal.ratelimit import consume
from django.conf import settings
from django.http import HttpRequest


def _key(purpose: str) -> str:
    return f"mail_code.{purpose}"


def send(request: HttpRequest, *, purpose: str, to: str, template: str = "") -> bool:
    """Mail a new code; False when this address has been sent too many. With `template` another
    mail goes out instead, and no code will ever fit: for addresses that somebody else has."""
    if not consume(
        request, app="allauth.account", action="request_login_code", key=to, limit_get=True
    ):
        return False
    adapter = get_adapter()
    code = "" if template else adapter.generate_login_code()
    request.session[_key(purpose)] = {"to": to, "code": code, "at": time.time(), "failed": 0}
    adapter.send_mail(template or f"account/email/{purpose}", to, {"code": code})
    return True


def address(request: HttpRequest, *, purpose: str) -> str | None:
    """Where a code that is still good was sent."""
    state = request.session.get(_key(purpose))
    if state is None or time.time() - state["at"] > settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT:
        return None
    return state["to"]


def prove(request: HttpRequest, typed: str, *, purpose: str) -> bool:
    """Is this the code? A right one is used up, and so is one with too many wrong attempts."""
    state = request.session[_key(purpose)]
    right = compare_user_code(actual=typed, expected=state["code"])
    state["failed"] += not right
    if right or state["failed"] >= settings.ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS:
        del request.session[_key(purpose)]
    request.session.modified = True
    return right
