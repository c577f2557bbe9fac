"""Adding published pages in bulk: with the stamps and the revision that publishing would leave.

Publishing one by one through Wagtail's actions costs three times the queries and dates everything
to the machine's present, not to the demo's day.
"""

from datetime import datetime
from html import escape

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Locale, Page, Revision

from sites.places.slugs import slugify_german


def paragraphs(texts) -> str:
    return "".join(f"<p>{escape(text, quote=False)}</p>" for text in texts)


def bullets(texts) -> str:
    items = "".join(f"<li>{escape(text, quote=False)}</li>" for text in texts)
    return f"<ul>{items}</ul>" if items else ""


def text_blocks(texts) -> list[tuple[str, object]]:
    """Paragraphs as the blocks of posts and free pages; "## …" becomes a heading."""
    from wagtail.rich_text import RichText

    blocks: list[tuple[str, object]] = []
    for text in texts:
        if text.startswith("## "):
            blocks.append(("heading", text[3:]))
        else:
            blocks.append(("paragraph", RichText(paragraphs([text]))))
    return blocks


def add_published(parent: Page, page: Page, *, at: datetime, owner=None) -> Page:
    """Add `page` below `parent` as published at `at`. About 20 queries. `parent` must be fresh at
    the first call and can be used again for the next one. No signal is sent: the caller brings
    calendars up to date."""
    page.locale = Locale.get_default()
    page.owner = owner
    page.live = True
    page.first_published_at = page.last_published_at = at
    page.slug = page.slug or free_slug(parent, page.title)
    parent.add_child(instance=page)
    keep_revision(page, at=at, owner=owner)
    return page


def keep_revision(page: Page, *, at: datetime, owner=None) -> None:
    """Make the page's present content its latest and its live revision."""
    page.first_published_at = page.first_published_at or at
    page.last_published_at = page.latest_revision_created_at = at
    revision = Revision.objects.create(
        content_type=ContentType.objects.get_for_model(page, for_concrete_model=False),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
        created_at=at,
        user=owner,
        object_str=str(page),
        content=page.serializable_data(),
    )
    page.latest_revision = page.live_revision = revision
    Page.objects.filter(pk=page.pk).update(
        latest_revision=revision,
        live_revision=revision,
        latest_revision_created_at=at,
        first_published_at=page.first_published_at,
        last_published_at=at,
        has_unpublished_changes=False,
    )


def free_slug(parent: Page, title: str) -> str:
    """A German slug of the title that no child of `parent` has. One query."""
    base = slugify_german(title)[:80].strip("-")
    children = parent.get_children().filter(slug__startswith=base)
    taken = set(children.values_list("slug", flat=True))
    candidates = (base, *(f"{base}-{number}" for number in range(2, 1000)))
    return next(slug for slug in candidates if slug not in taken)
