"""The search index is kept up to date row by row; what looks at all of it waits for the night."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page
from wagtail.search.backends import get_search_backend

from sites.content.search import weigh_titles
from sites.news.models import NewsIndexPage, NewsPage
from sites.runtime import jobs

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(goerlitz) -> NewsPage:
    index = NewsIndexPage.objects.descendant_of(goerlitz.container).get()
    page = NewsPage(title="Rückblick auf den Hofflohmarkt", teaser="Es hat nur kurz geregnet.")
    index.add_child(instance=page)
    return page


def found(word: str) -> list[str]:
    return [page.title for page in get_search_backend().search(word, Page.objects.all())]


def statements(queries: CaptureQueriesContext) -> list[str]:
    sql = [" ".join(query["sql"].split()) for query in queries.captured_queries]
    return [text for text in sql if "indexentry" in text]


def reads_all(text: str) -> bool:
    return "AVG(" in text or (not text.startswith("INSERT") and "object_id" not in text)


def test_a_published_page_is_found_at_once_and_only_its_own_entry_is_touched(post):
    post.title = "Rückblick auf das Lichterfest"
    with CaptureQueriesContext(connection) as queries:
        post.save_revision().publish()
    touched = statements(queries)
    assert touched
    if connection.vendor == "postgresql":  # SQLite asks by the virtual table's own key
        assert not [text for text in touched if reads_all(text)]
    assert not [text for text in touched if "AVG(" in text]
    assert found("Lichterfest") == ["Rückblick auf das Lichterfest"]
    assert found("Hofflohmarkt") == []


def test_the_night_looks_at_the_whole_index(post):
    with CaptureQueriesContext(connection) as queries:
        assert weigh_titles() == "Suchindex gewichtet"
    assert [text for text in statements(queries) if "AVG(" in text]
    assert "content.weigh_titles" in {job.name for job in jobs.registered()}
    assert found("Hofflohmarkt") == ["Rückblick auf den Hofflohmarkt"]
