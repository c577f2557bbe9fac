"""The pages of the kit that every site has: imprint, privacy, accessibility."""

from wagtail.models import Page

from sites.places.tree import ensure_child

from .models import LegalPage

LEGAL_PAGES = {
    LegalPage.Kind.IMPRINT: ("impressum", "Impressum"),
    LegalPage.Kind.PRIVACY: ("datenschutz", "Datenschutz"),
    LegalPage.Kind.ACCESSIBILITY: ("barrierefreiheit", "Barrierefreiheit"),
}


def ensure_legal_pages(home: Page) -> None:
    for kind, (slug, title) in LEGAL_PAGES.items():
        ensure_child(home, LegalPage(kind=kind, slug=slug, title=title))
