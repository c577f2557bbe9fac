"""Who may ask for the addresses of Wagtail, of the accounts and of the places themselves."""

from sites.accounts.access import OPEN, OWN

from . import gate
from .gate.tables import media, pages, rest, translating

WAGTAIL = [
    *(pages.PAGES, pages.CHOOSER, pages.API),
    *(media.IMAGES, media.DOCUMENTS, media.BULK, media.COLLECTIONS),
    *(translating.LOCALIZE, translating.LOCALES),
    *(rest.FRAME, rest.SETTINGS, rest.PASSWORDS, rest.PEOPLE, rest.REPORTS, rest.WORKFLOWS),
    rest.UNUSED,
]

RESPONSIBLE_BODIES = {
    f"responsible_bodies:{view}": gate.centre()
    for view in (
        *("index", "index_results", "add", "edit", "delete"),
        *("history", "history_results", "usage", "copy"),
    )
}


def register() -> None:
    for table in WAGTAIL:
        gate.register(table)
    gate.register({name: gate.open_to_all() for name in OPEN})
    gate.register({name: gate.signed_in() for name in OWN})
    gate.register(RESPONSIBLE_BODIES)
