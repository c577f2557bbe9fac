"""German slugs: ä→ae, ö→oe, ü→ue, ß→ss. Pure."""

from django.utils.text import slugify

_GERMAN = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS"}
)


def slugify_german(text: str) -> str:
    return slugify(text.translate(_GERMAN))
