"""Foreign keys typed into an own form: refused, nothing is stored, and no title comes back.

Each way of pointing at something has a twin with the own place's keys that works.
"""

import pytest
from django.urls import reverse
from wagtail.admin.models import FormState

from tests.tenancy.crawl import Crawler
from tests.tenancy.smuggling import FIELDS
from tests.tenancy.world import MARKER

pytestmark = [
    pytest.mark.django_db,
    # Wagtail's thumbnails leave their temporary file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
# What Wagtail notes about the person while it opens a form, or tries to note for a preview: the
# last test sees that none of it stays.
PERSONAL = {
    "wagtailadmin_editingsession",
    "wagtailadmin_formstate",
    "wagtailcore_pagesubscription",
}
ACTIONS = [{}, {"action-publish": "1"}]


@pytest.fixture(params=["coordination", "facilitator", "two_places"])
def crawler(request, world):
    return Crawler(world.people[request.param], world.foreign.place, MARKER)


def _refused(answer) -> bool:
    return (
        answer.status in (403, 404)
        and not answer.shown
        and not answer.changed
        and not set(answer.wrote) - PERSONAL
    )


@pytest.mark.parametrize("way", FIELDS)
def test_a_post_that_points_at_foreign_things_is_not_stored(way, crawler, world):
    own, foreign = world.own.ids, world.foreign.ids
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", own["news_index"]])
    edit = reverse("wagtailadmin_pages:edit", args=[own["draft"]])
    for url in (add, edit, f"{add}preview/", f"{edit}preview/"):
        for action in ACTIONS:
            answer = crawler.ask("POST", url, {**FIELDS[way](foreign), **action})
            assert _refused(answer), f"{url} {answer.status} {answer.wrote}"
    stored = crawler.ask("POST", add, FIELDS[way](own))
    assert stored.status == 302, stored.text[-3000:]
    assert "news_newspage" in stored.wrote


def test_an_own_page_is_not_moved_or_copied_into_a_foreign_place(crawler, world):
    own, foreign = world.own.ids, world.foreign.ids
    copy = reverse("wagtailadmin_pages:copy", args=[own["post"]])
    move = reverse("wagtailadmin_pages:move_confirm", args=[own["post"], foreign["news_index"]])
    fields = {"new_title": "Kopie", "new_slug": "kopie", "copy_subpages": "", "alias": ""}
    for url, data in (
        (copy, {**fields, "new_parent_page": foreign["news_index"]}),
        (move, {}),
        (_bulk("move", own["post"]), {"chooser": foreign["news_index"]}),
        (_bulk("delete", own["post"], foreign["post"]), {}),
    ):
        assert _refused(crawler.ask("POST", url, data)), url


def _bulk(action: str, *keys) -> str:
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
    return f"{url}?{'&'.join(f'id={key}' for key in keys)}"


@pytest.mark.parametrize("kind", ["image", "document"])
def test_media_are_not_put_into_a_foreign_collection(kind, crawler, world):
    own, foreign = world.own.ids, world.foreign.ids
    url = reverse(f"wagtail{kind if kind == 'image' else 'doc'}s:edit", args=[own[kind]])
    for collection in (foreign["collection"], foreign["subcollection"]):
        answer = crawler.ask("POST", url, {"title": "Geändert", "collection": collection})
        assert not answer.shown
        assert not answer.changed
        assert f"content_{kind}" not in answer.wrote


@pytest.mark.parametrize(
    "name", ["wagtailimages_chooser", "wagtaildocs_chooser", "wagtailadmin_choose_page"]
)
def test_a_chooser_hands_out_own_things_only(name, crawler, world):
    page = name == "wagtailadmin_choose_page"
    kind = "post" if page else {"i": "image", "d": "document"}[name[len("wagtail")]]
    many = reverse(f"{name}_chosen_multiple" if page else f"{name}:chosen_multiple")
    own, foreign = world.own.ids[kind], world.foreign.ids[kind]
    assert _refused(crawler.ask("GET", f"{many}?id={foreign}"))
    assert _refused(crawler.ask("GET", f"{many}?id={own}&id={foreign}"))
    assert crawler.ask("GET", f"{many}?id={own}").status == 200


def test_a_foreign_page_is_not_translated(crawler, world):
    for kind in ("event", "draft", "post", "home", "container"):
        url = reverse("wagtail_localize:submit_page_translation", args=[world.foreign.ids[kind]])
        answer = crawler.ask("POST", url, {"locales": world.foreign.ids["english"]})
        assert _refused(answer), kind


def test_a_refused_preview_leaves_nothing_behind(crawler, world):
    """What a preview would show is kept in a table; a refusal undoes that, too."""
    own = world.own.ids
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", own["news_index"]])
    for fields in FIELDS.values():
        answer = crawler.client.post(f"{add}preview/", fields(world.foreign.ids))
        assert answer.status_code == 403
    assert not FormState.objects.filter(user=crawler.user).exists()
    crawler.client.post(f"{add}preview/", FIELDS["page in a block"](own))
    assert FormState.objects.filter(user=crawler.user).exists()
