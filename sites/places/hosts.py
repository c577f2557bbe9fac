"""Host names and absolute addresses. Host names are stored and compared in IDNA form."""

import re
import unicodedata

from django.conf import settings

from .slugs import slugify_german


def normalise(host: str) -> str:
    """Lower case, without port and final dot, in IDNA form. Raises UnicodeError for impossible
    names (an empty label, a label over 63 octets)."""
    name = host.strip().lower()
    if not name.startswith("["):
        name = name.partition(":")[0]
    name = name.rstrip(".")
    return name if name.isascii() else name.encode("idna").decode("ascii")


_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?")


def is_possible(hostname: str) -> bool:
    """Whether this can be a host name at all (RFC 1123 2.1), in IDNA form."""
    return 0 < len(hostname) <= 253 and all(
        _LABEL.fullmatch(label) for label in hostname.split(".")
    )


def for_people(hostname: str) -> str:
    """The Unicode form of a stored host name."""
    try:
        return hostname.encode("ascii").decode("idna")
    except UnicodeError:
        return hostname


def place_host(slug: str) -> str:
    """The host a new place gets below the network's domain."""
    return f"{slug}.{settings.BASE_DOMAIN}"


def absolute_url(hostname: str, path: str = "/") -> str:
    """The one place where absolute addresses of public pages are made."""
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    return f"{settings.PUBLIC_SCHEME}://{hostname}{port}{path}"


def network_url(path: str = "/") -> str:
    return absolute_url(settings.BASE_DOMAIN, path)


def editing_url(path: str = "/redaktion/") -> str:
    return absolute_url(settings.ADMIN_HOST, path)


def sort_key(name: str) -> str:
    """Order by DIN 5007: ä like a, ß like ss, without regard to case, the same in any database."""
    text = unicodedata.normalize("NFKD", name.replace("ß", "ss").lower())
    letters = "".join(char for char in text if not unicodedata.combining(char))
    return slugify_german(letters).replace("-", " ")
