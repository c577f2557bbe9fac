"""The HTTP side of a calendar file: validators, headers, compression (RFC 9110; calendar.md 1.1).

Knows no models. Answers GET and HEAD alike; everything else is 405.
"""

import gzip
import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseNotModified
from django.utils.http import http_date, parse_etags, parse_http_date_safe
from django.views.decorators.csrf import csrf_exempt

logger = logging.getLogger(__name__)

METHODS = ["GET", "HEAD"]
CONTENT_TYPE = "text/calendar; charset=utf-8"
CACHE_CONTROL = "public, max-age=900, stale-if-error=86400"


def calendar_file(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """405 for other methods, without a CSRF check before: Thunderbird tries PROPFIND and PUT.

    While the database is away: 503 with an empty text. Programs then keep what they have; a page
    of HTML in its place makes some of them drop the calendar.
    """

    @csrf_exempt
    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        try:
            return view(request, *args, **kwargs)
        except (OperationalError, InterfaceError):
            logger.exception("Calendar %s: no database", request.path)
            return _try_later()

    return guarded


def _try_later() -> HttpResponse:
    """RFC 9110 10.2.3: the delay in seconds."""
    response = HttpResponse(status=503, content_type="text/plain; charset=utf-8")
    response["Retry-After"] = "600"
    response["Cache-Control"] = "no-store"
    return response


def is_unchanged(request: HttpRequest, digest: str, changed_at: datetime) -> bool:
    """If-None-Match beats If-Modified-Since, entity tags are compared weakly, a bad date counts as
    none (RFC 9110 13.1.2, 13.1.3, 13.2.2)."""
    tags = request.headers.get("If-None-Match")
    if tags is not None:
        known = {tag.removeprefix("W/") for tag in parse_etags(tags)}
        return "*" in known or f'"{digest}"' in known
    since = parse_http_date_safe(request.headers.get("If-Modified-Since", ""))
    return since is not None and int(changed_at.timestamp()) <= since


def not_modified(request: HttpRequest, digest: str, changed_at: datetime) -> HttpResponse:
    response = HttpResponseNotModified()
    _add_validators(request, response, digest, changed_at)
    return response


def calendar_response(
    request: HttpRequest, body: bytes, *, digest: str, changed_at: datetime, filename: str
) -> HttpResponse:
    """200 with the file, or 304. `filename` is ASCII, made from slugs and keys."""
    if is_unchanged(request, digest, changed_at):
        return not_modified(request, digest, changed_at)
    if _wants_gzip(request):
        # Without a time stamp in the header: the same bytes for the same file.
        body = gzip.compress(body, compresslevel=6, mtime=0)
    length = len(body)
    response = HttpResponse(b"" if request.method == "HEAD" else body, content_type=CONTENT_TYPE)
    response["Content-Length"] = str(length)
    if _wants_gzip(request):
        response["Content-Encoding"] = "gzip"
    response["Content-Disposition"] = f'inline; filename="{filename}"'
    response["X-Robots-Tag"] = "noindex"
    _add_validators(request, response, digest, changed_at)
    return response


def _add_validators(
    request: HttpRequest, response: HttpResponse, digest: str, changed_at: datetime
) -> None:
    """The compressed form has the same tag, marked weak."""
    response["ETag"] = f'W/"{digest}"' if _wants_gzip(request) else f'"{digest}"'
    response["Last-Modified"] = http_date(changed_at.timestamp())
    response["Cache-Control"] = CACHE_CONTROL
    response["Vary"] = "Accept-Encoding"
    response["Access-Control-Allow-Origin"] = "*"


def _wants_gzip(request: HttpRequest) -> bool:
    for part in request.headers.get("Accept-Encoding", "").split(","):
        coding, _semicolon, weight = part.replace(" ", "").partition(";q=")
        if coding.lower() == "gzip":
            return weight not in ("0", "0.0", "0.00", "0.000")
    return False
