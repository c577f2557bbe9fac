"""Tags for the frame of a page: style sheet, icons, machine-readable data, mail links."""

import json
import re
from urllib.parse import quote

from django import template
from django.templatetags.static import static
from django.utils.html import escape, format_html, urlize
from django.utils.safestring import mark_safe

from themes.stylesheets import current_sheet

register = template.Library()

_PHONE = re.compile(r"(?<![\w.])(?:\+49 ?|0)\d{1,4}[ /-]\d[\d -]{3,}\d(?!\w)")
_JSON_ESCAPES = {ord(">"): "\\u003E", ord("<"): "\\u003C", ord("&"): "\\u0026"}


@register.simple_tag
def stylesheet_url() -> str:
    """Return the address of the one style sheet."""
    return static(current_sheet().name)


@register.simple_tag
def icon(name: str) -> str:
    """Return an icon of the sprite. It is decoration: the words beside it must say the same."""
    return format_html(
        '<svg class="icon" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        static("themes/icons/sprite.svg"),
        name,
    )


@register.simple_tag
def json_ld(data) -> str:
    """Return schema.org data as a data block, safe inside HTML. Nothing for an empty value."""
    if not data:
        return ""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_JSON_ESCAPES)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308


@register.simple_tag
def mail_link(subject: str, body: str, to: str = "") -> str:
    """Return a `mailto:` address with subject and text; the reader chooses the recipient."""
    return f"mailto:{quote(to, safe='@')}?subject={quote(str(subject))}&body={quote(str(body))}"


@register.filter
def phone_link(number: str) -> str:
    """Return a `tel:` address of a German number as people write it ("030 23125-104")."""
    digits = "".join(c for c in str(number) if c.isdigit() or c == "+")
    return "tel:" + ("+49" + digits[1:] if digits.startswith("0") else digits)


@register.filter
def breakable(address: str) -> str:
    """Let a mail address break after its @ and nowhere inside the name of its domain."""
    return mark_safe(escape(address).replace("@", "@<wbr>"))  # noqa: S308


@register.filter
def reachable(text: str) -> str:
    """Return plain text with its mail addresses, web addresses and phone numbers as links."""

    def phone(found: re.Match) -> str:
        shown = found[0].replace(" ", "\u00a0")
        return f'<a class="nowrap" href="{phone_link(found[0])}">{shown}</a>'

    linked = urlize(text, nofollow=True, autoescape=True)
    parts = re.split(r"(<a [^>]*>.*?</a>)", linked)
    return mark_safe("".join(p if p.startswith("<a ") else _PHONE.sub(phone, p) for p in parts))  # noqa: S308


@register.filter
def longest_word(text: str) -> int:
    """Return the length of the longest part of a text that cannot break."""
    return max((len(word) for word in re.split(r"[\s-]+", str(text))), default=0)


@register.filter
def sentences(text: str) -> list[str]:
    """Split a claim into its sentences, so that each can stand on a line of its own."""
    return re.findall(r"[^.!?]+[.!?]*", str(text).strip())


@register.filter
def kilometres(distance) -> str:
    """Return "12 km", or "unter 1 km", with a no-break space. Nothing for None."""
    if distance is None:
        return ""
    if distance < 1:
        return "unter 1\u00a0km"
    return f"{round(distance)}\u00a0km"
