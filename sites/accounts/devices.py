"""What a device is called when its owner does not say."""

from django.utils.translation import gettext_lazy as _

_NAMES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", _("Android-Handy")),
    ("Windows", _("Windows-Rechner")),
    ("Macintosh", "Mac"),
    ("Linux", _("Linux-Rechner")),
)


def name_of(user_agent: str) -> str:
    return str(next((name for part, name in _NAMES if part in user_agent), _("Mein Gerät")))
