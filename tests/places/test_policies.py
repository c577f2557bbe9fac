"""Membership answers Wagtail's questions about pages, images, documents and collections."""

import pytest
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from kalender.models import CalendarPage
from sites.accounts.models import User
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.roles import Role

pytestmark = pytest.mark.django_db


def may(user, action, page):
    return policy_registry.get(page).user_has_permission_for_instance(user, action, page)


@pytest.fixture
def pages(goerlitz, leer):
    def of(place):
        home = place.site.root_page
        return home, CalendarPage.objects.child_of(home).get()

    return {"goerlitz": of(goerlitz), "leer": of(leer)}


def test_a_coordination_works_on_the_own_place_only(goerlitz, pages, make_member):
    user = make_member(Role.COORDINATION, goerlitz)
    assert may(user, "change", pages["goerlitz"][0])
    assert may(user, "publish", pages["goerlitz"][1])
    assert not may(user, "change", pages["leer"][0])
    assert not may(user, "change", Page.get_first_root_node())
    assert user.has_perm("wagtailadmin.access_admin")


def test_the_role_for_dates_reaches_the_calendar_only(goerlitz, pages, make_member):
    user = make_member(Role.EVENTS, goerlitz)
    home, calendar = pages["goerlitz"]
    assert may(user, "add", calendar)
    assert may(user, "publish", calendar)
    assert not may(user, "change", home)
    assert not may(user, "add", pages["leer"][1])


def test_a_contributor_writes_drafts_and_publishes_nothing(goerlitz, pages, make_member):
    user = make_member(Role.CONTRIBUTOR, goerlitz)
    _home, calendar = pages["goerlitz"]
    assert may(user, "add", calendar)
    assert not may(user, "publish", calendar)
    calendar.owner = user
    assert may(user, "change", calendar)  # the own draft


def test_a_facilitator_reaches_the_places_of_the_region(make_place, pages, make_member):
    gera = make_place("Gera", "07545")
    user = make_member(Role.FACILITATOR, region_key="16")
    assert may(user, "change", gera.site.root_page)
    assert not may(user, "change", pages["goerlitz"][0])


def test_the_office_reaches_everything_the_network_editors_their_site(network, pages, make_member):
    office = make_member(Role.NETWORK_OFFICE)
    editors = make_member(Role.NETWORK_EDITOR)
    for user in (office, editors):
        assert may(user, "publish", network.site.root_page)
    assert may(office, "change", pages["leer"][0])
    assert not may(editors, "change", pages["leer"][0])


def test_the_explorer_of_a_volunteer_starts_at_the_own_container(goerlitz, leer, make_member):
    user = make_member(Role.COORDINATION, goerlitz)
    policy = policy_registry.get_by_type(Page)
    assert policy.explorable_root_instance(user).pk == goerlitz.container.pk
    paths = policy.explorable_instances(user).values_list("path", flat=True)
    assert paths
    assert not [path for path in paths if path.startswith(leer.container.path)]
    changeable = policy.instances_user_has_permission_for(user, "change")
    assert {page.path[:8] for page in changeable} == {goerlitz.container.path}


def test_images_and_collections_are_the_places_own(goerlitz, leer, make_member):
    user = make_member(Role.EDITOR, goerlitz)
    policy = policy_registry.get_by_type(get_image_model())
    usable = policy.collections_user_has_any_permission_for(user, ["add", "choose"])
    assert set(usable) == {goerlitz.collection}
    mine = get_image_model()(title="a", collection=goerlitz.collection)
    theirs = get_image_model()(title="b", collection=leer.collection)
    assert policy.user_has_permission_for_instance(user, "change", mine)
    assert not policy.user_has_permission_for_instance(user, "change", theirs)
    manages = policy_registry.get_by_type(Collection)
    assert not manages.user_has_any_permission(user, ["add", "change", "delete"])


def test_who_can_publish_a_page_is_found_by_its_place(goerlitz, leer, make_member):
    mine = make_member(Role.EDITOR, goerlitz)
    theirs = make_member(Role.EDITOR, leer)
    office = make_member(Role.NETWORK_OFFICE)
    policy = policy_registry.get_by_type(Page)
    people = policy.users_with_permission_for_instance("publish", goerlitz.site.root_page)
    assert mine in people
    assert office in people
    assert theirs not in people


def test_someone_without_membership_may_nothing(goerlitz, django_user_model):
    user = django_user_model.objects.create_user("gast@netz.example", "ein-passwort")
    assert not may(user, "change", goerlitz.site.root_page)
    assert not user.has_perm("wagtailadmin.access_admin")


@pytest.mark.parametrize("places", [2, 12])
def test_the_number_of_queries_does_not_grow_with_the_places(
    places, make_place, make_member, django_assert_max_num_queries
):
    codes = ["07545", "99084", "99947", "98527", "07743", "99423", "99817", "36433", "07318"]
    codes += ["99706", "37308", "98693"]
    for code in codes[:places]:
        make_place(f"Ort {code}", code)
    user = make_member(Role.FACILITATOR, region_key="16")
    page = Page.objects.filter(depth=3).first()
    with django_assert_max_num_queries(3):
        may(user, "change", page)


def test_a_draft_of_a_contributor_is_published_by_the_editors(goerlitz, make_member, editing):
    """No workflow stands between them whose reviewers nobody is."""
    index = NewsIndexPage.objects.child_of(goerlitz.site.root_page).get()
    data = {"title": "Neue Bank", "date": "2026-11-03", "body-count": "0"}
    writer = editing(make_member(Role.CONTRIBUTOR, goerlitz))
    add = reverse("wagtailadmin_pages:add", args=["news", "newspage", index.pk])
    for action in ("action-publish", "action-submit"):
        writer.post(add, {**data, "slug": action, action: "1"})
    posts = NewsPage.objects.child_of(index)
    assert posts.exists()
    assert not posts.live().exists()
    editor = editing(make_member(Role.EDITOR, goerlitz))
    for post in posts:
        url = reverse("wagtailadmin_pages:edit", args=[post.pk])
        editor.post(url, {**data, "action-publish": "1"})
    assert posts.live().count() == posts.count()


def test_an_address_typed_with_capitals_can_log_in(db, client):
    user = User(email="Neu@Goerlitz.Example")
    user.set_password("ein-passwort")
    user.save()
    for typed in ("neu@goerlitz.example", "NEU@goerlitz.example"):
        assert client.login(username=typed, password="ein-passwort")
