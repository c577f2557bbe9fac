"""Posts, projects and free pages, the same for places and for the network."""

from wagtail.models import Page

from sites.news.models import NewsIndexPage, NewsPage
from sites.projects.models import ProjectIndexPage, ProjectPage

from .assignments import posts, projects
from .dating import days_ago
from .page_tree import add_published, bullets, keep_revision, paragraphs, text_blocks
from .repertoire import number
from .workshop import Workshop

# Posts of the network that appear on every place's page: its newest ones.
FOR_ALL = 3


def write_posts(workshop: Workshop, slug: str, home: Page, *, owner=None, for_all: int = 0) -> int:
    """The posts that the place (or NETWORK) does not have yet, oldest first; how many."""
    ordered = sorted(posts(workshop.words)[slug], key=lambda post: post.week)
    newest = {post.key for post in ordered[:for_all]}
    missing = [
        post for post in reversed(ordered) if f"post/{slug}/{post.key}" not in workshop.ledger
    ]
    index = NewsIndexPage.objects.child_of(home).first() if missing else None
    if index is None:
        return 0
    for post in missing:
        at = days_ago(post.week * 7 + number(slug, post.key) % 6 + 1, slug, post.key)
        page = NewsPage(
            title=post.title,
            teaser=post.teaser,
            body=text_blocks(post.body),
            date=at.date(),
            author_name=post.author,
            image=workshop.gallery.motif(post.motif, slug, post.key),
            audience=NewsPage.Audience.ALL if post.key in newest else NewsPage.Audience.OWN,
        )
        with workshop.ledger.entering([f"post/{slug}/{post.key}"]):
            add_published(index, page, at=at, owner=owner)
    return len(missing)


def write_projects(workshop: Workshop, slug: str, home: Page, *, owner=None, mail: str = "") -> int:
    """The projects that the place (or NETWORK) does not have yet; how many. Those of the
    handwritten places are the newest, so that they stand in front."""
    found = projects(workshop.words)[slug]
    order = [place.slug for place in workshop.words.places if place.tier == "showcase"]
    front = order.index(slug) if slug in order else len(order)
    index = ProjectIndexPage.objects.child_of(home).first()
    written = 0
    for position, project in enumerate(found):
        key = f"project/{slug}/{project.key}"
        if index is None or key in workshop.ledger:
            continue
        days = 3 + 7 * position + front
        if len(found) == 1:
            days = 60 + number(slug, project.key) % 150
        at = days_ago(days, slug, project.key)
        contact = project.contact
        if mail and contact and "@" not in contact:
            contact = f"{contact}, {mail}"
        page = ProjectPage(
            title=project.title,
            teaser=project.teaser,
            status=project.status,
            image=workshop.gallery.motif(project.motif, slug, project.key),
            about=paragraphs(project.about),
            done=bullets(project.done),
            needed=bullets(project.needed),
            partners=", ".join(project.partners),
            contact_text=contact,
        )
        topics = workshop.topics
        page.topics.set(topics[name] for name in project.topics if name in topics)
        with workshop.ledger.entering([key]):
            add_published(index, page, at=at, owner=owner)
        written += 1
    return written


def fill_page(page: Page, *, at, owner=None, **fields) -> None:
    """Give a page that provisioning made its first content and publish it."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.live = True
    page.first_published_at = page.first_published_at or at
    page.save()
    keep_revision(page, at=at, owner=owner)


def publish_dates(container: Page, at) -> None:
    """Fixed pages were published when the site was made. No signals."""
    fixed = Page.objects.filter(path__startswith=container.path, live=True)
    fixed.filter(first_published_at__isnull=True).update(
        first_published_at=at, last_published_at=at
    )
