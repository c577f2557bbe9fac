"""Who may ask for the addresses of Wagtail, of the accounts and of the places themselves."""

from sites.accounts.access import OPEN, OWN

from . import gate
from .gate.opened_from import opened_from
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

# Ours in place of Wagtail's lists, see `own_only.media_lists`.
OWN_LISTS = {
    **{
        name: gate.allow()
        for name in ("own_images", "own_images_results", "own_documents", "own_documents_results")
    },
    "own_image_chooser": gate.allow(opened_from),
}


def register() -> None:
    for table in WAGTAIL:
        gate.register(table)
    gate.register({name: gate.open_to_all() for name in OPEN})
    gate.register({name: gate.signed_in() for name in OWN})
    gate.register(RESPONSIBLE_BODIES)
    gate.register(OWN_LISTS)
