"""The pages of the kit that every site has: imprint, privacy, accessibility."""

from wagtail.models import Page

from sites.places.tree import ensure_children

from .models import LegalPage

LEGAL_PAGES = {
    LegalPage.Kind.IMPRINT: ("impressum", "Impressum"),
    LegalPage.Kind.PRIVACY: ("datenschutz", "Datenschutz"),
    LegalPage.Kind.ACCESSIBILITY: ("barrierefreiheit", "Barrierefreiheit"),
}


def legal_pages() -> list[LegalPage]:
    """New ones, for `ensure_children`."""
    return [
        LegalPage(kind=kind, slug=slug, title=title) for kind, (slug, title) in LEGAL_PAGES.items()
    ]


def ensure_legal_pages(home: Page) -> None:
    ensure_children(home, legal_pages())
