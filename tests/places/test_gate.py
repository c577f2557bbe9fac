"""The gate: what it closes, for whom, and every object rule with an own and a foreign thing."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import RequestFactory
from django.urls import reverse
from wagtail.admin.models import EditingSession
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Task, TaskState, UploadedFile, Workflow, WorkflowState

from kalender.models import CalendarPage
from ortsseiten.models import LocalPage
from sites.accounts.models import User
from sites.news.models import NewsIndexPage, NewsPage
from sites.places import gate
from sites.places.gate import belongings, lists, objects
from sites.places.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def volunteer(goerlitz, make_member):
    return make_member(Role.COORDINATION, goerlitz)


@pytest.fixture
def ask(volunteer, goerlitz):
    """ask(rule, kwargs, method, url, data) → what the rule answers the volunteer of Görlitz."""

    def answer(rule, *, user=volunteer, url="/", data=None, method="get", **kwargs):
        request = getattr(RequestFactory(), method)(url, data)
        request.user = User.objects.get(pk=user.pk)
        request.tenant = goerlitz
        return rule(request, kwargs)

    return answer


def make_page(place, title="Seite"):
    page = LocalPage(title=title)
    place.site.root_page.add_child(instance=page)
    page.save_revision()
    return page


@pytest.fixture
def twins(goerlitz, leer):
    return make_page(goerlitz), make_page(leer)


def test_pages(ask, twins, goerlitz):
    own, foreign = twins
    rule = objects.page("pk")
    assert ask(rule, pk=own.pk) == goerlitz
    assert not ask(rule, pk=foreign.pk)
    assert not ask(rule, pk=foreign.pk + 1000)
    assert not ask(rule, pk=Page.get_first_root_node().pk)


def test_the_centre_is_led_to_the_place(ask, twins, leer, make_member):
    _own, foreign = twins
    office = make_member(Role.NETWORK_OFFICE)
    assert ask(objects.page("pk"), user=office, pk=foreign.pk) == leer
    assert not ask(objects.page("pk"), user=office, pk=foreign.pk + 1000)


@pytest.mark.parametrize(
    ("get_model", "make_rule"),
    [(get_image_model, objects.image), (get_document_model, objects.document)],
)
def test_media(get_model, make_rule, ask, goerlitz, leer):
    facts = {"width": 1, "height": 1} if get_model is get_image_model else {}
    own, foreign = (
        get_model().objects.create(title="x", collection=place.collection, file="x.png", **facts)
        for place in (goerlitz, leer)
    )
    rule = make_rule("pk")
    assert ask(rule, pk=str(own.pk)) == goerlitz
    assert not ask(rule, pk=str(foreign.pk))
    assert not ask(rule, pk="kein-schluessel")
    many = lists.chosen(get_model)
    assert ask(many, url=f"/?id={own.pk}")
    assert not ask(many, url=f"/?id={own.pk}&id={foreign.pk}")


def test_revisions_are_the_pages_own(ask, twins, goerlitz):
    own, foreign = twins
    rule = belongings.revisions("a", "b", of="pk")
    mine, theirs = own.latest_revision_id, foreign.latest_revision_id
    assert ask(rule, pk=own.pk, a=str(mine), b="latest")
    assert ask(rule, pk=own.pk, a="live", b="latest")
    assert not ask(rule, pk=own.pk, a=str(mine), b=str(theirs))
    other = make_page(goerlitz, "Noch eine")
    assert not ask(rule, pk=own.pk, a=str(other.latest_revision_id), b="latest")


def in_review(page):
    """The page, handed in: its workflow state and the state of its one task."""
    task = Task.objects.create(name="Freigabe")
    workflow = Workflow.objects.create(name="Freigabe")
    state = WorkflowState.objects.create(
        workflow=workflow,
        content_type=ContentType.objects.get_for_model(LocalPage),
        base_content_type=ContentType.objects.get_for_model(Page),
        object_id=str(page.pk),
    )
    task_state = TaskState.objects.create(
        workflow_state=state, task=task, revision=page.latest_revision
    )
    return state, task_state


def test_tasks_belong_to_the_pages_workflow(ask, twins, goerlitz):
    own, _foreign = twins
    mine, theirs = (in_review(page) for page in twins)
    for (state, task_state), expected in ((mine, True), (theirs, False)):
        keys = {"page": own.pk, "state": state.pk, "task": task_state.task_id}
        assert ask(belongings.workflow_state("state", of="page"), **keys) is expected
        assert ask(belongings.task("task", of="page"), **keys) is expected
        keys["task"] = task_state.pk
        assert ask(belongings.task_state("task", of="page"), **keys) is expected


def test_no_page_leaves_its_place(ask, twins, goerlitz, leer, make_member):
    own, foreign = twins
    rule = lists.same_site("page", "to")
    assert ask(rule, page=own.pk, to=goerlitz.site.root_page_id) == goerlitz
    assert not ask(rule, page=own.pk, to=leer.site.root_page_id)
    office = make_member(Role.NETWORK_OFFICE)
    assert ask(rule, user=office, page=foreign.pk, to=leer.site.root_page_id) == leer
    assert not ask(rule, user=office, page=foreign.pk, to=goerlitz.site.root_page_id)
    posted = lists.same_site("page", posted="new_parent_page")
    for place, expected in ((goerlitz, goerlitz), (leer, False)):
        data = {"new_parent_page": place.site.root_page_id}
        assert ask(posted, method="post", data=data, page=own.pk) == expected


def bulk(ask, query, *, action="delete", model=Page, **more):
    kwargs = {"app_label": model._meta.app_label, "model_name": model._meta.model_name}
    return ask(lists.bulk(), url=f"/?{query}", action=action, **kwargs, **more)


def test_bulk_actions(ask, twins, goerlitz, leer):
    own, foreign = twins
    assert bulk(ask, f"id={own.pk}") == goerlitz
    assert not bulk(ask, f"id={own.pk}&id={foreign.pk}")
    assert not bulk(ask, "")
    assert bulk(ask, f"id=all&childOf={goerlitz.container_id}")
    assert not bulk(ask, "id=all&childOf=1")
    assert not bulk(ask, "id=all")
    assert not bulk(ask, f"id=all&childOf={leer.container_id}")
    assert not bulk(ask, f"id={own.pk}", action="assign_role")
    assert not bulk(ask, f"id={own.pk}", action="delete", model=User)
    for place, expected in ((goerlitz, goerlitz), (leer, False)):
        data = {"chooser": place.site.root_page_id}
        answer = bulk(ask, f"id={own.pk}", action="move", method="post", data=data)
        assert answer == expected


def test_bulk_actions_on_media(ask, goerlitz, leer):
    image = get_image_model()
    own, foreign = (
        image.objects.create(
            title="x", collection=place.collection, file="x.png", width=1, height=1
        )
        for place in (goerlitz, leer)
    )
    assert bulk(ask, f"id={own.pk}", model=image) == goerlitz
    assert not bulk(ask, f"id={foreign.pk}", model=image)
    assert bulk(ask, f"id=all&childOf={goerlitz.collection_id}", model=image) == goerlitz
    assert not bulk(ask, "id=all", model=image)  # which "all"? Another window may have led away.
    assert not bulk(ask, f"id=all&childOf={leer.collection_id}", model=image)
    assert not bulk(ask, f"id={own.pk}", action="add_tags", model=image)


def test_a_posted_collection(ask, goerlitz, leer):
    for place, expected in ((goerlitz, goerlitz), (leer, False)):
        for name in ("collection", "image-chooser-upload-collection"):
            data = {name: place.collection_id}
            assert ask(lists.posted_collection, method="post", data=data) == expected
    assert ask(lists.posted_collection, method="post", data={"title": "x"})


def test_uploads_and_editing_sessions_are_the_persons_own(ask, twins, volunteer, leer, make_member):
    own, foreign = twins
    stranger = make_member(Role.COORDINATION, leer)
    for user, expected in ((volunteer, True), (stranger, False)):
        upload = UploadedFile.objects.create(file="x", uploaded_by_user=user)
        assert ask(belongings.own_upload("pk"), pk=upload.pk) is expected
        session = EditingSession.objects.create(
            user=user,
            content_type=ContentType.objects.get_for_model(LocalPage),
            object_id=str(own.pk),
            last_seen_at="2026-11-03T10:00Z",
        )
        assert ask(belongings.own_editing_session("pk"), pk=session.pk) is expected
    rule = belongings.edited_object("object_id")
    names = {"app_label": "ortsseiten", "model_name": "localpage"}
    assert ask(rule, object_id=str(own.pk), **names)
    assert not ask(rule, object_id=str(foreign.pk), **names)
    assert not ask(rule, object_id="1", app_label="content", model_name="topic")


def test_settings_of_the_own_site(ask, goerlitz, leer, network):
    rule = lists.settings_site("pk")
    assert ask(rule, pk=goerlitz.site_id) == goerlitz
    assert not ask(rule, pk=leer.site_id)
    assert not ask(rule, pk=network.site_id)


CLOSED = [
    ("wagtailadmin_reports:site_history", []),
    ("wagtailusers_groups:index", []),
    ("wagtailusers_users:add", []),
    ("wagtailadmin_collections:index", []),
    ("wagtailadmin_workflows:index", []),
    ("wagtaillocales:add", []),
    ("wagtailadmin_tag_autocomplete", []),
    ("wagtailredirects:index", []),
    ("wagtailadmin_pages:type_use", ["news", "newspage"]),
]


@pytest.mark.parametrize(("name", "args"), CLOSED)
def test_some_doors_are_closed_for_everybody(name, args, superuser, editing):
    assert editing(superuser).get(reverse(name, args=args)).status_code == 403


def test_an_unknown_address_is_for_the_centre_only(volunteer, superuser, monkeypatch, editing):
    monkeypatch.setattr("sites.places.gate.middleware.rule_of", lambda name: None)
    url = reverse("wagtailimages:index")
    assert editing(volunteer).get(url).status_code == 403
    assert editing(superuser).get(url).status_code == 200


def test_opening_something_makes_its_place_the_current_one(
    goerlitz, make_place, make_member, editing
):
    zittau = make_place("Zittau", "02763")
    client = editing(make_member(Role.FACILITATOR, region_key="14"))
    for place in (zittau, goerlitz):
        client.get(reverse("wagtailadmin_pages:edit", args=[place.site.root_page_id]))
        home = client.get(reverse("wagtailadmin_home"))
        assert home.wsgi_request.tenant == place


def test_the_menu_leads_nowhere_refused(goerlitz, make_member, editing):
    """No item of anybody's menu is refused; Berichte are gone with their last item."""
    for role, place in ((Role.COORDINATION, goerlitz), (Role.NETWORK_OFFICE, None)):
        client = editing(make_member(role, place))
        home = client.get(reverse("wagtailadmin_home"))
        from wagtail.admin.menu import admin_menu

        request = home.wsgi_request
        items = admin_menu.menu_items_for_request(request)
        urls = [item.url for item in items if item.url.startswith("/")]
        assert reverse("wagtailadmin_explore_root") in urls or len(urls) > 3
        assert "reports" not in {item.name for item in items}
        for url in urls:
            assert client.get(url, follow=True).status_code == 200, url


def listed(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


@pytest.mark.parametrize("role", [Role.COORDINATION, Role.EDITOR, Role.EVENTS, Role.CONTRIBUTOR])
def test_a_team_reaches_what_it_needs(role, goerlitz, leer, make_member, editing):
    make_page(leer, "Nur in Leer")
    client = editing(make_member(role, goerlitz))
    calendar = CalendarPage.objects.child_of(goerlitz.site.root_page).get()
    for url in (
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[calendar.pk]),
        reverse("wagtailadmin_pages:add", args=["kalender", "eventpage", calendar.pk]),
        reverse("wagtailadmin_choose_page"),
        reverse("wagtailadmin_choose_page") + "?page_type=ortsseiten.LocalPage",
        reverse("wagtailadmin_choose_page_search") + "?q=Leer",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages:index"),
        reverse("wagtailadmin_pages:search") + "?q=Leer",
        reverse("wagtailadmin_api:pages:listing") + f"?child_of={calendar.pk}&for_explorer=1",
    ):
        assert "Nur in Leer" not in listed(client, url)


def test_a_chooser_without_own_pages_of_a_type_begins_at_the_own_container(
    goerlitz, leer, make_member, editing
):
    """Wagtail begins where all such pages have their ancestor: that would be a page of Leer."""
    index = NewsIndexPage.objects.child_of(leer.site.root_page).get()
    index.add_child(instance=NewsPage(title="Nur in Leer"))
    client = editing(make_member(Role.EDITOR, goerlitz))
    url = reverse("wagtailadmin_choose_page") + "?page_type=news.NewsPage"
    body = listed(client, url)
    assert leer.short_name not in body
    assert client.get(url).json()["parent_page_id"] == goerlitz.container_id


def test_the_explorer_names_no_people_and_no_sites(goerlitz, leer, make_member, editing):
    make_member(Role.COORDINATION, leer)
    client = editing(make_member(Role.EDITOR, goerlitz))
    answer = client.get(reverse("wagtailadmin_explore", args=[goerlitz.site.root_page_id]))
    assert set(answer.context["filters"].filters) == {
        "latest_revision_created_at",
        "has_child_pages",
        "content_type",
    }


def test_the_start_page_forgets_places_one_has_left(goerlitz, leer, make_member, editing):
    from sites.places.models import Membership

    user = make_member(Role.EDITOR, leer)
    page = make_page(leer, "Nur in Leer")
    page.save_revision(user=user, log_action=True)
    home = reverse("wagtailadmin_home")
    assert "Nur in Leer" in listed(editing(user), home)
    Membership.objects.filter(user=user).update(place=goerlitz)
    assert "Nur in Leer" not in listed(editing(user), home)


def test_rules_are_registered_once():
    with pytest.raises(ValueError, match="has a rule"):
        gate.register({"wagtailadmin_home": gate.closed()})


MEDIA_LISTS = ["wagtailimages:index", "wagtailimages_chooser:choose", "wagtaildocs:index"]


# Wagtail's thumbnails leave their temporary file to the garbage collector.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("name", MEDIA_LISTS)
def test_media_are_found_and_nobody_elses_words_are_shown(
    name, goerlitz, leer, make_member, editing
):
    for place, title in ((goerlitz, "Fest bei uns"), (leer, "Fest in Leer")):
        model = get_document_model() if "docs" in name else get_image_model()
        facts = {} if "docs" in name else {"width": 1, "height": 1}
        item = model.objects.create(title=title, collection=place.collection, file="x.png", **facts)
        item.tags.add(f"Stichwort {place.short_name}")
        item.save()
    client = editing(make_member(Role.EDITOR, goerlitz))
    everything = client.get(reverse(name))
    found = client.get(reverse(name), {"q": "Fest"})
    assert "Stichwort Leer" not in everything.content.decode()
    for answer in (everything, found):
        assert "Fest bei uns" in answer.content.decode()
        assert "Fest in Leer" not in answer.content.decode()
