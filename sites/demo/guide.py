"""What the demo tells people who have just started it: addresses, accounts, a tour, figures."""

from collections.abc import Iterator

from django.conf import settings

from sites.places import hosts

from .accounts import TEAM, TEAM_PLACE
from .reading import DATA

TOUR = DATA / "rundgang.md"


def addresses() -> Iterator[str]:
    yield "Adressen"
    yield f"  Netzwerk   {hosts.network_url()}"
    for slug in ("goerlitz", "moabit", "leer", "bad-langensalza", "luebbenau", "rottenacker"):
        yield f"  Ort        {hosts.absolute_url(hosts.place_host(slug))}"
    yield f"  Redaktion  {hosts.editing_url()}"


def accounts() -> Iterator[str]:
    yield "Konten (auf der Anmeldeseite genügt ein Knopf; Codes und alle Mails erscheinen hier)"
    yield "  admin@example.org                 Verwaltung der Technik"
    yield "  buero@example.org                 Netzwerkbüro"
    yield "  netzwerk@example.org              Netzwerkredaktion"
    yield "  begleitung@example.org            Prozessbegleitung in Thüringen"
    yield "  <ort>@example.org                 Ortskoordination, zum Beispiel leer@example.org"
    for login, _name, role in TEAM:
        yield f"  {TEAM_PLACE + '.' + login + '@example.org':33} {role.label} in Görlitz"


def tour() -> Iterator[str]:
    """The same ten steps as in the README, with the addresses of this start."""
    port = f":{settings.PUBLIC_PORT}" if settings.PUBLIC_PORT else ""
    text = TOUR.read_text(encoding="utf-8").replace("**", "")
    text = text.replace("{base}", f"{settings.BASE_DOMAIN}{port}")
    text = text.replace("{admin}", f"{settings.ADMIN_HOST}{port}")
    yield "Zehn-Minuten-Rundgang"
    for line in text.splitlines():
        yield f"  {line}"
