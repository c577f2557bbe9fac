"""Drafts go from those who write to those who publish in the same place, and back."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, TaskState, Workflow, WorkflowPage

from home.provisioning import create_network
from kalender.models import CalendarPage
from sites.content.bin import put_into_bin
from sites.content.models import ReviewTask
from sites.content.review import ensure_review_workflow, reviewers_to_ask
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Membership, Place
from sites.places.roles import Role
from tests.network import BODY

pytestmark = pytest.mark.django_db
FORM = {"title": "Neue Bank", "slug": "neue-bank", "date": "2026-11-03", "body-count": "0"}


def index_of(place) -> NewsIndexPage:
    return NewsIndexPage.objects.child_of(place.site.root_page).get()


@pytest.fixture
def submitted(editing, make_member, django_capture_on_commit_callbacks):
    """submitted(place) → (the author, the draft that waits for review), through the form."""

    def submit(place):
        author = make_member(Role.CONTRIBUTOR, place)
        url = reverse("wagtailadmin_pages:add", args=["news", "newspage", index_of(place).pk])
        with django_capture_on_commit_callbacks(execute=True):
            answer = editing(author).post(url, {**FORM, "action-submit": "1"})
        assert answer.status_code == 302
        return author, NewsPage.objects.child_of(index_of(place)).get()

    return submit


@pytest.fixture
def post(editing, django_capture_on_commit_callbacks):
    def send(user, page, **data):
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        with django_capture_on_commit_callbacks(execute=True):
            return editing(user).post(url, {**FORM, **data})

    return send


def names(page, user, editing) -> list[str]:
    """The actions of the form, the button first."""
    answer = editing(user).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    menu = answer.context["action_menu"]
    return [item.name for item in (menu.default_item, *menu.menu_items)]


def test_there_is_one_workflow_and_it_is_made_once(network):
    for _again in range(2):
        create_network(responsible_body=BODY)
        ensure_review_workflow()
    assert [str(workflow) for workflow in Workflow.objects.all()] == ["Freigabe"]
    assert ReviewTask.objects.count() == 1
    assert WorkflowPage.objects.get().page.depth == 1
    assert not GroupApprovalTask.objects.exists()


def test_a_draft_is_submitted_and_released(goerlitz, leer, submitted, post, make_member, superuser):
    editor = make_member(Role.EDITOR, goerlitz)
    coordination = make_member(Role.COORDINATION, goerlitz)
    make_member(Role.EVENTS, goerlitz)
    make_member(Role.EDITOR, leer)
    make_member(Role.NETWORK_OFFICE)
    author, page = submitted(goerlitz)
    assert not page.live
    assert sorted(to for message in mail.outbox for to in message.to) == sorted(
        [editor.email, coordination.email]
    )
    text = mail.outbox[0].body
    assert "weil Sie im Team von Görlitz veröffentlichen" in text
    assert f"/redaktion/pages/{page.pk}/edit/" in text

    mail.outbox.clear()
    state = page.current_workflow_task_state
    post(
        editor,
        page,
        **{
            "action-workflow-action": "true",
            "workflow-action-name": "approve",
            "workflow-action-extra-data": '{"comment": "Schön!"}',
        },
    )
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    assert TaskState.objects.get(pk=state.pk).finished_by == editor
    [message] = mail.outbox
    assert message.to == [author.email]
    assert message.subject == "Freigegeben: Neue Bank"
    assert "Schön!" in message.body
    assert page.full_url in message.body


def test_changes_are_asked_for_with_a_comment_and_the_draft_comes_back(
    goerlitz, submitted, post, make_member, editing
):
    editor = make_member(Role.EDITOR, goerlitz)
    author, page = submitted(goerlitz)
    mail.outbox.clear()
    post(
        editor,
        page,
        **{
            "action-workflow-action": "true",
            "workflow-action-name": "reject",
            "workflow-action-extra-data": '{"comment": "Bitte mit Bild."}',
        },
    )
    [message] = mail.outbox
    assert message.to == [author.email]
    assert message.subject == "Änderungen erbeten: Neue Bank"
    assert "Bitte mit Bild." in message.body
    assert f"/redaktion/pages/{page.pk}/edit/" in message.body
    page = NewsPage.objects.get(pk=page.pk)
    assert not page.live
    assert names(page, author, editing)[0] == "action-submit"
    mail.outbox.clear()
    post(author, page, title="Neue Bank mit Bild", **{"action-submit": "1"})
    assert [message.to for message in mail.outbox] == [[editor.email]]
    assert "Neue Bank mit Bild" in mail.outbox[0].subject


def test_publishing_ends_the_review_and_tells_the_author(goerlitz, submitted, post, make_member):
    editor = make_member(Role.EDITOR, goerlitz)
    author, page = submitted(goerlitz)
    mail.outbox.clear()
    post(editor, page, **{"action-publish": "1"})
    page = NewsPage.objects.get(pk=page.pk)
    assert page.live
    assert page.current_workflow_state is None
    assert page.workflow_states.get().status == "approved"
    assert [(message.to, message.subject) for message in mail.outbox] == [
        ([author.email], "Freigegeben: Neue Bank")
    ]


def test_nobody_of_another_place_reviews(goerlitz, leer, submitted, post, make_member):
    make_member(Role.EDITOR, goerlitz)
    stranger = make_member(Role.COORDINATION, leer)
    author, page = submitted(goerlitz)
    task = page.current_workflow_task
    waiting = task.get_task_states_user_can_moderate(stranger)
    assert not waiting
    assert task.get_actions(page, stranger) == []
    assert task.locked_for_user(page, stranger)
    mail.outbox.clear()
    answer = post(
        stranger, page, **{"action-workflow-action": "true", "workflow-action-name": "approve"}
    )
    assert answer.status_code in (302, 403)
    # neither does the author
    post(author, page, **{"action-workflow-action": "true", "workflow-action-name": "approve"})
    assert not NewsPage.objects.get(pk=page.pk).live
    assert mail.outbox == []


def test_what_was_handed_in_is_what_goes_live(goerlitz, submitted, post, make_member, editing):
    """Nothing is published that no reviewer saw: the author writes on after it came back."""
    editor = make_member(Role.EDITOR, goerlitz)
    author, page = submitted(goerlitz)
    state = page.current_workflow_task_state
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])

    def title():
        return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object().title

    post(author, page, title="Untergeschoben")
    assert title() == "Neue Bank"
    html = editing(author).get(url).content.decode()
    assert "Diese Seite liegt bei der Redaktion." in html
    assert "nehmen Sie die Einreichung zurück" in html

    post(author, page, **{"action-cancel-workflow": "true"})
    assert "Diese Seite liegt bei der Redaktion." not in editing(author).get(url).content.decode()
    post(author, page, title="Neue Bänke", **{"action-submit": "1"})
    assert title() == "Neue Bänke"
    # Who still has the first mail's page open releases nothing by it.
    stale, fresh = state, NewsPage.objects.get(pk=page.pk).current_workflow_task_state
    assert stale.pk != fresh.pk
    for one, status, live in ((stale, 403, False), (fresh, 302, True)):
        action = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", one.pk])
        assert editing(editor).post(action, {"comment": ""}).status_code == status
        assert NewsPage.objects.get(pk=page.pk).live == live
    assert NewsPage.objects.get(pk=page.pk).title == "Neue Bänke"


def test_reviewers_write_while_they_review(goerlitz, submitted, post, make_member):
    editor = make_member(Role.EDITOR, goerlitz)
    _author, page = submitted(goerlitz)
    post(editor, page, title="Neue Bänke im Park")
    page = NewsPage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().title == "Neue Bänke im Park"


def test_buttons_for_those_who_publish_and_those_who_hand_in(
    goerlitz, submitted, make_member, editing
):
    editor = make_member(Role.EDITOR, goerlitz)
    author, page = submitted(goerlitz)
    assert names(page, editor, editing) == [
        *("action-publish", "action-save-draft", "reject", "approve")
    ]
    assert names(page, author, editing) == ["action-cancel-workflow", "action-page-locked"]
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", index_of(goerlitz).pk])
    html = editing(author).get(add).content.decode()
    assert "Zur Freigabe einreichen" in html
    assert "Entwurf speichern" in html
    assert 'name="action-publish"' not in html
    html = editing(editor).get(add).content.decode()
    assert 'name="action-publish"' in html
    assert "Zur Freigabe einreichen" not in html


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        ({}, "goerlitz.editor"),
        ({"without": [Role.EDITOR]}, "14.facilitator"),
        ({"without": [Role.EDITOR, Role.FACILITATOR]}, "netz.network_office"),
        ({"frozen": True}, "netz.network_office"),
    ],
)
def test_whom_the_mail_asks(states, expected, goerlitz, leer, make_member):
    for role, where in [
        *((Role.EDITOR, {"place": goerlitz}), (Role.EVENTS, {"place": goerlitz})),
        *((Role.CONTRIBUTOR, {"place": goerlitz}), (Role.EDITOR, {"place": leer})),
        *((Role.FACILITATOR, {"region_key": "14"}), (Role.FACILITATOR, {"region_key": "03"})),
        *((Role.NETWORK_EDITOR, {}), (Role.NETWORK_OFFICE, {})),
    ]:
        make_member(role, **where)
    Membership.objects.filter(role__in=states.get("without", [])).delete()
    if states.get("frozen"):
        Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=timezone.now())
    asked = reviewers_to_ask(index_of(goerlitz))
    assert [user.email for user in asked.people] == [f"{expected}@netz.example"]
    assert asked.is_own_team == (expected == "goerlitz.editor")
    if not states:
        calendar = CalendarPage.objects.child_of(goerlitz.site.root_page).get()
        emails = {user.email for user in reviewers_to_ask(calendar).people}
        assert emails == {"goerlitz.editor@netz.example", "goerlitz.events@netz.example"}


def test_the_networks_own_drafts_are_reviewed_by_the_networks_editors(network, make_member):
    editors = make_member(Role.NETWORK_EDITOR)
    make_member(Role.NETWORK_OFFICE)
    asked = reviewers_to_ask(network.site.root_page)
    assert asked.people == [editors]
    assert asked.is_own_team


def test_the_start_page_lists_what_waits_in_the_own_places(
    goerlitz, leer, submitted, make_member, editing, superuser, django_assert_num_queries
):
    mine = make_member(Role.EDITOR, goerlitz)
    submitted(goerlitz)
    submitted(leer)
    task = ReviewTask.objects.get()
    assert not task.get_task_states_user_can_moderate(make_member(Role.EVENTS, goerlitz))
    both = make_member(Role.COORDINATION, leer)
    Membership.objects.create(user=both, role=Role.EDITOR, place=goerlitz)
    assert len(task.get_task_states_user_can_moderate(both)) == 2
    superuser.current_tenant = leer
    assert len(task.get_task_states_user_can_moderate(superuser)) == 1
    waiting = task.get_task_states_user_can_moderate(mine)
    with django_assert_num_queries(1):
        assert len(waiting) == 1
    html = editing(mine).get(reverse("wagtailadmin_home")).content.decode()
    assert html.count("Neue Bank") >= 1
    [state] = waiting
    page = Page.objects.get(pk=state.workflow_state.object_id)
    assert page.path.startswith(goerlitz.container.path)


def test_what_lies_in_the_bin_waits_for_nobody(goerlitz, submitted, make_member):
    editor = make_member(Role.EDITOR, goerlitz)
    _author, page = submitted(goerlitz)
    task = page.current_workflow_task
    assert task.get_task_states_user_can_moderate(editor)
    put_into_bin(page=page, user=editor)
    assert not task.get_task_states_user_can_moderate(editor)


def test_strangers_have_nothing_to_review(network):
    task = ReviewTask.objects.get()
    assert not task.get_task_states_user_can_moderate(AnonymousUser())
    assert task.get_actions(network.site.root_page, SimpleNamespace(is_active=False)) == []
