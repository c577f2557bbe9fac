"""The bench makes networks that hold together, and everything that it measures answers."""

import json

import pytest
from django.core.cache import cache
from wagtail.models import Collection, Page, Site

from bench import copying, generating, measuring, reporting, scenarios
from bench.models_of_place import rows_of
from kalender.models import EventListing, EventRecord, Occurrence
from sites.accounts.models import User
from sites.content.models import Image
from sites.places.models import Place
from sites.projects.models import ProjectPage

pytestmark = [
    pytest.mark.django_db,
    # Wagtail does not close the file that it makes a rendition in.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture
def network_of(settings, tmp_path, monkeypatch):
    """network_of(size); one original is enough to see that its copies keep apart."""
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(generating, "NAMES", generating.NAMES[:1])
    monkeypatch.setattr(measuring, "WARM_UP", 0)
    monkeypatch.setattr(measuring, "NEW_PLACES", 1)
    return lambda size: generating.generate(size, say=lambda text: None)


def test_a_small_network_and_all_that_is_measured(network_of):
    network_of(2)
    original, copy = Place.objects.order_by("pk").select_related("site", "container", "collection")
    assert (Site.objects.count(), Page.find_problems()) == (3, ([], [], [], [], []))
    assert Collection.find_problems() == ([], [], [], [], [])
    theirs, ours = rows_of(original), rows_of(copy)
    assert {model: len(keys) for model, keys in ours.items()} == {
        model: len(keys) for model, keys in theirs.items()
    }
    assert len(ours) > 20
    for model in (Page, EventRecord, EventListing, Occurrence, Image, User):
        assert not ours[model] & theirs[model]
    project = ProjectPage.objects.get(path__startswith=copy.container.path)
    assert project.title == f"Blühstreifen {copy.short_name}"
    assert project.image.collection == copy.collection
    assert project.full_url == f"http://{copy.slug}.localhost/projekte/{project.slug}/"
    assert copy.memberships.get().user.email == f"{copy.slug}.coordination@netz.example"

    before = copying.copies_made()
    network_of(2)
    assert copying.copies_made() == before == 1  # nothing is made twice
    network_of(3)
    assert Place.objects.count() == 3

    cache.clear()
    figures = json.loads(json.dumps(measuring.measure(repeat=0)))
    assert {key.partition(":")[0] for key in figures} == {
        scenarios.PUBLIC, scenarios.VOLUNTEER, scenarios.FACILITATING, scenarios.CENTRE,
        measuring.FIRST.partition(":")[0],
    }  # fmt: skip
    assert all(row["ms"] > 0 for row in figures.values())
    assert figures["public: post"]["queries"] > 1

    assert Place.objects.filter(official_name__startswith="Neuort").exists()


def figures_of(name: str, ms: float, queries: int = 5, limit: float | None = 1.7) -> dict:
    return {name: {"queries": queries, "ms": ms, "limit": limit, "usual": 10.0}}


def test_the_report_compares_runs_and_marks_what_grows():
    name = "public: post"
    small = [figures_of(name, ms) for ms in (10, 20, 10)]
    large = [figures_of(name, ms) for ms in (15, 30, 90)]
    [row] = reporting.rows({10: small, 1000: large})
    assert (row["growth"], row["kept"]) == (1.5, True)
    [row] = reporting.rows({10: small, 1000: [figures_of(name, 20)] * 3})
    assert (row["growth"], row["kept"]) == (2.0, False)
    [row] = reporting.rows({10: small, 1000: [figures_of(name, 10, queries=6)] * 3})
    assert not row["kept"]
    unpromised = [figures_of(name, 10, limit=None)], [figures_of(name, 99, queries=6, limit=None)]
    [row] = reporting.rows(dict(zip((10, 1000), unpromised, strict=True)))
    assert row["kept"]
    first = f"{measuring.FIRST}post"
    [row] = reporting.rows({10: [figures_of(first, 12)], 1000: [figures_of(first, 16)]})
    assert (row["growth"], row["kept"]) == (1.6, False)
    text = reporting.as_text([row], [10, 1000], markdown=True)
    assert text.splitlines()[-1].startswith(f"| {first} | 5 | 5 | 12.0 | 16.0 | 1.60 | 1.5 | ! |")
