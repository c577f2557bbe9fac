"""Whoever looks at a place as its team does ("Ansicht wie") looks only."""

from django.http import HttpRequest

SAFE = {"GET", "HEAD", "OPTIONS"}

# What may be sent nevertheless: the way back, and the way out.
_ways_out: set[str] = {"wagtailadmin_logout", "account_logout"}


def register_way_out(view_name: str) -> None:
    _ways_out.add(view_name)


def is_refused_while_looking(request: HttpRequest, view_name: str) -> bool:
    looking = getattr(request.user, "looking_at", None) is not None
    return looking and request.method not in SAFE and view_name not in _ways_out
