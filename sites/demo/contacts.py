"""How a place is reached: e-mail addresses below `.example`, telephone numbers from the range that
Germany keeps for films and books (030 23125-xxx). Pure."""

import re

from .repertoire import number
from .words import PlaceWords

DOMAIN = "buergernetzwerk.example"
NETWORK_MAIL = f"post@{DOMAIN}"
NETWORK_PHONE = "030 23125-700"
RESPONSIBLE_BODY = {
    "name": "Bürgernetzwerk Trägerverein (Beispiel)",
    "street": "Auestraße 12",
    "postcode": "34121",
    "town": "Kassel",
    "represented_by": "Karin Ahlers, Vorsitzende",
    "mail": NETWORK_MAIL,
    "phone": NETWORK_PHONE,
    "register": "Amtsgericht Kassel, VR 00000 (Beispiel)",
    "editor_name": "Henrike Sandmann",
    "data_protection_contact": f"datenschutz@{DOMAIN}",
}


def mail(place: PlaceWords) -> str:
    """The address in the place's own words, else one made of its slug."""
    found = re.search(r"[\w.-]+@[\w.-]+\.example", place.contact)
    return found[0] if found else f"{place.slug}@{DOMAIN}"


def phone(place: PlaceWords) -> str:
    """Likewise; a few places share a made-up number, as nobody answers anyway."""
    found = re.search(r"030 23125-\d{3}", place.contact)
    return found[0] if found else f"030 23125-{number(place.slug, 'phone') % 600:03}"
