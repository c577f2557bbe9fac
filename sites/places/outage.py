"""While the database is away: "try again later" (503), not "something is broken" (500)."""

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

DATABASE_IS_AWAY = (OperationalError, InterfaceError)
RETRY_AFTER = 600  # seconds, RFC 9110 10.2.3


def try_later(request: HttpRequest) -> HttpResponse:
    """People get our page, made without a query. Calendar programs get an empty text: they keep
    what they have, while a page of HTML makes some of them drop the calendar."""
    if request.path_info.endswith(".ics"):
        response = HttpResponse(status=503, content_type="text/plain; charset=utf-8")
    else:
        response = HttpResponse(render_to_string("500.html"), status=503)
    response["Retry-After"] = str(RETRY_AFTER)
    response["Cache-Control"] = "no-store"
    return response
