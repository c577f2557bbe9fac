"""The parts of the network's front page, from real content, in the order of the page."""

from datetime import timedelta

from django.core.cache import cache

from kalender import listing
from sites.content.models.base import attach_places
from sites.news.posts import news_for
from sites.places.models import Place
from sites.places.nearby import listed_places
from sites.projects.listing import newest_public_projects, public_projects
from sites.projects.models import ProjectPage
from sites.runtime import clock

WEEK_ROWS = 5
FIGURE_DAYS = 30
# Seconds. Counting all projects of ten thousand places takes longer than the rest of the page.
FIGURES_KEPT = 300


def front_page_parts(page) -> dict:
    """Context of the front page. About twelve queries, whatever the number of places."""
    projects = attach_places(
        newest_public_projects().filter(
            status__in=[ProjectPage.Status.RUNNING, ProjectPage.Status.DONE]
        )[:3]
    )
    place_count = listed_places().count()
    return {
        "week_days": listing.on_days(listing.upcoming_for_network(limit=WEEK_ROWS)),
        "lead_project": projects[0] if projects else None,
        "projects": projects[1:],
        "stories": list(page.stories.select_related("place__site")),
        "figures": cache.get_or_set("front-figures", _figures, FIGURES_KEPT),
        "posts": attach_places(news_for(None)[:3]),
        "place_count": place_count,
    }


def _figures() -> list[dict]:
    """Counted, never typed; a figure of zero is not shown."""
    today = clock.today()
    projects = public_projects()
    figures = [
        (Place.objects.filter(status=Place.Status.ACTIVE).count(), "aktive Orte"),
        (
            listing.count_between(today, today + timedelta(days=FIGURE_DAYS)),
            f"Termine in {FIGURE_DAYS} Tagen",
        ),
        (projects.count(), "Projekte"),
        (projects.filter(status=ProjectPage.Status.DONE).count(), "davon geschafft"),
    ]
    return [{"number": number, "label": label} for number, label in figures if number]
