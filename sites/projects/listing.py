"""Which projects does a site list? Every list of projects asks here."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    Exists,
    F,
    IntegerField,
    OuterRef,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Substr

from sites.places.models import Place
from sites.places.models.place import PUBLIC_STATUSES

from .models import ProjectPage

_ORDER = [
    ProjectPage.Status.RUNNING,
    ProjectPage.Status.IDEA,
    ProjectPage.Status.DONE,
    ProjectPage.Status.PAUSED,
]
# The network's list of all projects is a selection, not an archive.
NETWORK_LIMIT = 60


def projects_for(place: Place | None) -> QuerySet[ProjectPage]:
    """Live projects of a place, running first; for None those of the network and of all public
    places, newest first, at most NETWORK_LIMIT. One query with pictures."""
    if place:
        projects = ProjectPage.objects.live().select_related("image")
        return projects.filter(path__startswith=place.container.path).order_by(
            _by_status(), "-first_published_at", "pk"
        )
    return newest_public_projects()[:NETWORK_LIMIT]


def public_projects() -> QuerySet[ProjectPage]:
    """All live projects of the network and its public places, unordered: for counting."""
    # The type is said once more for the index that holds the live pages of a type by their age.
    kind = ContentType.objects.get_for_model(ProjectPage)
    return ProjectPage.objects.live().filter(_public(), content_type=kind)


def newest_public_projects() -> QuerySet[ProjectPage]:
    """With pictures. As index `content_page_newest` orders them."""
    newest = F("first_published_at").desc(nulls_last=True)
    return public_projects().select_related("image").order_by(newest, "pk")


def grouped_by_status(projects) -> list[dict]:
    """[{status, label, projects}] in reading order, empty groups left out."""
    found = list(projects)
    groups = (
        {
            "status": status.value,
            "label": status.label,
            "projects": [project for project in found if project.status == status],
        }
        for status in _ORDER
    )
    return [group for group in groups if group["projects"]]


def _by_status() -> Case:
    whens = [When(status=status, then=Value(rank)) for rank, status in enumerate(_ORDER)]
    return Case(*whens, default=Value(9), output_field=IntegerField())


def _public() -> Exists:
    """Not those of places in preparation, of which an import may have made a thousand."""
    unpublic = Place.objects.exclude(status__in=PUBLIC_STATUSES)
    return ~Exists(unpublic.filter(container__path=Substr(OuterRef("path"), 1, 8)))
