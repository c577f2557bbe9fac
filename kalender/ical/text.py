"""Content lines: cleaning, escaping, URIs and folding (RFC 5545 3.1, 3.3.11, 3.3.13).

Parameter values are constants of ours without ``:;,"``, so RFC 6868 encoding is not needed.
"""

import unicodedata
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

MAX_OCTETS: Final = 75
URI_SAFE: Final = "!#$%&'()*+,/:;=?@[]~"


def clean(text: str) -> str:
    r"""NFC text whose only control character is ``\n``.

    Every kind of line break, U+2028 and U+0085 included, becomes ``\n``, a tab a blank; other
    C0/C1 characters and lone surrogates go.
    """
    lines = unicodedata.normalize("NFC", text).replace("\t", " ").splitlines()
    return "\n".join(
        "".join(char for char in line if unicodedata.category(char) not in ("Cc", "Cs"))
        for line in lines
    )


def one_line(text: str) -> str:
    """Cleaned text with all white space collapsed, for titles, places and names."""
    return " ".join(part for part in clean(text).replace("\n", " ").split(" ") if part)


def escape(text: str) -> str:
    r"""TEXT value: ``\`` first, then ``;``, ``,`` and newline."""
    escaped = clean(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def uri(address: str) -> str:
    """An http or https address as ASCII URI value, "" for anything else. URIs are not escaped."""
    try:
        parts = urlsplit(one_line(address))
        host = parts.netloc if parts.netloc.isascii() else _ascii_host(parts.netloc)
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    return quote(urlunsplit(parts._replace(netloc=host)), safe=URI_SAFE)


def content_line(name: str, value: str) -> bytes:
    """One property, folded at 75 octets but never inside a UTF-8 character, with CRLF."""
    raw = f"{name}:{value}".encode()
    pieces: list[bytes] = []
    limit = MAX_OCTETS
    while len(raw) > limit:
        cut = limit
        while raw[cut] & 0xC0 == 0x80:
            cut -= 1
        pieces.append(raw[:cut])
        raw, limit = raw[cut:], MAX_OCTETS - 1
    return b"\r\n ".join([*pieces, raw]) + b"\r\n"


def _ascii_host(netloc: str) -> str:
    host, colon, port = netloc.rpartition("@")[2].partition(":")
    return host.encode("idna").decode("ascii") + colon + port
