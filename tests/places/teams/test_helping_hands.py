"""What helpers do on a place's pages is named to its team; the team's own work is not."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log

from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import HistoryEntry
from sites.places.roles import Role
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(goerlitz):
    index = NewsIndexPage.objects.child_of(goerlitz.site.root_page).get()
    return index.add_child(instance=NewsPage(title="Bürgertisch", date="2026-11-03"))


def sentences():
    return list(HistoryEntry.objects.order_by("pk").values_list("sentence", flat=True))


def edit(page, user, action="wagtail.edit"):
    log(instance=page, action=action, user=user)


def test_an_edit_of_a_facilitator_is_named(post, facilitator, goerlitz, noon):
    edit(post, facilitator)
    entry = HistoryEntry.objects.get()
    assert entry.sentence == "Prozessbegleitung Karin Ahlers hat „Bürgertisch“ geändert."
    assert (entry.place, entry.actor, entry.at) == (goerlitz, facilitator, noon)


def test_edits_of_the_office_are_named(post, office, superuser):
    edit(post, office)
    edit(post, superuser)
    assert [s.partition(" ")[0] for s in sentences()] == ["Netzwerkbüro", "Netzwerkbüro"]


def test_the_teams_own_edits_are_not(post, jana, goerlitz, make_member):
    for user in (jana, make_member(Role.EDITOR, goerlitz)):
        edit(post, user)
    assert sentences() == []


def test_a_helper_who_is_in_the_team_is_the_team(post, facilitator, goerlitz):
    facilitator.memberships.create(role=Role.EDITOR, place=goerlitz)
    edit(post, facilitator)
    assert sentences() == []


def test_pages_of_the_network_have_no_place(network, office):
    edit(network.site.root_page, office)
    assert sentences() == []


def test_saving_again_and_again_is_one_entry(post, facilitator, noon):
    for minutes in (0, 1, 2, 30, 59):
        with clock.stand_at(noon + timedelta(minutes=minutes)):
            edit(post, facilitator)
    assert len(sentences()) == 1
    with clock.stand_at(noon + timedelta(minutes=60)):
        edit(post, facilitator)
    assert len(sentences()) == 2


def test_a_title_that_grows_is_named_as_it_is(post, facilitator, noon):
    edit(post, facilitator)
    post.title = "Bürgertisch im Hof"
    post.draft_title = post.title
    post.save()
    edit(post, facilitator)
    assert sentences() == ["Prozessbegleitung Karin Ahlers hat „Bürgertisch im Hof“ geändert."]


def test_two_people_and_two_pages_are_apart(post, facilitator, office, goerlitz):
    other = post.get_parent().add_child(instance=NewsPage(title="Bank", date="2026-11-03"))
    edit(post, facilitator)
    edit(post, office)
    edit(other, facilitator)
    assert len(sentences()) == 3


def test_publishing_takes_the_place_of_saving(post, facilitator):
    edit(post, facilitator)
    edit(post, facilitator, "wagtail.publish")
    edit(post, facilitator)
    assert sentences() == ["Prozessbegleitung Karin Ahlers hat „Bürgertisch“ veröffentlicht."]


def test_on_off_and_on_again_are_three_entries(post, facilitator):
    for action in ("wagtail.publish", "wagtail.unpublish", "wagtail.publish"):
        edit(post, facilitator, action)
    assert [s.rpartition("“ ")[2] for s in sentences()] == [
        "veröffentlicht.",
        "von der Seite genommen.",
        "veröffentlicht.",
    ]


def test_acts_of_ours_have_their_own_words(post, facilitator):
    edit(post, facilitator, "kalender.cancel_event")
    assert sentences() == ["Prozessbegleitung Karin Ahlers: Termin abgesagt, „Bürgertisch“."]


def test_through_the_editor(post, superuser, editing):
    """With Wagtail's own views: save, publish, unpublish."""
    client = editing(superuser)
    url = reverse("wagtailadmin_pages:edit", args=[post.pk])
    data = {"title": "Bürgertisch", "slug": post.slug, "date": "2026-11-03", "body-count": "0"}
    client.post(url, data)
    client.post(url, {**data, "title": "Bürgertisch neu", "action-publish": "1"})
    client.post(reverse("wagtailadmin_pages:unpublish", args=[post.pk]))
    name = superuser.get_full_name()
    assert sentences() == [
        f"Netzwerkbüro {name} hat „Bürgertisch neu“ veröffentlicht.",
        f"Netzwerkbüro {name} hat „Bürgertisch neu“ von der Seite genommen.",
    ]


def test_the_team_pays_nothing_for_it(post, jana, facilitator):
    def queries(user):
        with CaptureQueriesContext(connection) as context:
            edit(post, user)
        return [query["sql"] for query in context if '"places_' in query["sql"]]

    for user in (jana, facilitator):
        edit(post, user)  # memberships are known to every request
    assert queries(jana) == []
    assert 0 < len(queries(facilitator)) <= 3
