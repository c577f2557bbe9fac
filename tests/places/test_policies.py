"""Membership answers Wagtail's questions about pages, images, documents and collections."""

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.contrib.settings.registry import registry
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.permissions import policy_registry

from kalender.models import CalendarPage
from sites.content.models import PlaceSettings
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Membership, Place
from sites.places.roles import Role
from sites.places.site_policy import MembershipSitePolicy

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


def test_who_may_publish_is_asked_by_reach_and_state(goerlitz, leer, pages, make_member):
    """The role for dates publishes dates only; a frozen or closed place's own people nothing."""
    policy = policy_registry.get_by_type(Page)
    events = make_member(Role.EVENTS, goerlitz)
    editor = make_member(Role.EDITOR, goerlitz)
    contributor = make_member(Role.CONTRIBUTOR, goerlitz)
    facilitator = make_member(Role.FACILITATOR, region_key=goerlitz.state_key)
    office = make_member(Role.NETWORK_OFFICE)
    home, calendar = pages["goerlitz"]
    elsewhere = make_member(Role.EDITOR, leer)

    def publishers(page):
        return set(policy.users_with_permission_for_instance("publish", page))

    assert publishers(home) == {editor, facilitator, office}
    assert publishers(calendar) == {editor, facilitator, office, events}
    assert set(policy.users_with_permission("publish")) == {
        *(editor, events, facilitator, office, elsewhere)
    }
    assert contributor in policy.users_with_permission("change")
    calendar.owner = contributor
    assert contributor in policy.users_with_permission_for_instance("change", calendar)
    assert contributor not in policy.users_with_permission_for_instance("change", home)

    Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=timezone.now())
    assert publishers(home) == {office}
    assert editor in policy.users_with_permission_for_instance("change", home)
    Place.objects.filter(pk=goerlitz.pk).update(status=Place.Status.CLOSED)
    assert set(policy.users_with_permission_for_instance("change", home)) == {office}


@pytest.mark.parametrize("state", ["active", "frozen", "closed"])
def test_what_a_team_may_in_a_frozen_and_in_a_closed_place(state, goerlitz, pages, make_member):
    if state == "frozen":
        Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=timezone.now())
    if state == "closed":
        Place.objects.filter(pk=goerlitz.pk).update(status=Place.Status.CLOSED)
    calendar = pages["goerlitz"][1]
    picture = get_image_model()(title="a", collection=goerlitz.collection)
    settings = PlaceSettings(site=goerlitz.site)
    for role in (Role.COORDINATION, Role.FACILITATOR):
        if role == Role.COORDINATION:
            user = make_member(role, goerlitz)
        else:
            user = make_member(role, region_key=goerlitz.state_key)
        assert may(user, "publish", calendar) == (state == "active")
        assert may(user, "change", calendar) == (state != "closed")
        assert may(user, "add", calendar) == (state != "closed")
        assert may(user, "change", picture) == (state == "active")
        assert may(user, "choose", picture) == (state != "closed")
        assert may(user, "change", settings) == (state == "active")
    office = make_member(Role.NETWORK_OFFICE)
    for action, thing in [("publish", calendar), ("change", picture), ("change", settings)]:
        assert may(office, action, thing)


def test_who_changes_which_site_settings(goerlitz, leer, network, make_member, superuser):
    mine, theirs, ours = (
        PlaceSettings.for_site(tenant.site) for tenant in (goerlitz, leer, network)
    )
    expected = {
        make_member(Role.COORDINATION, goerlitz): [mine],
        make_member(Role.EDITOR, goerlitz): [],
        make_member(Role.EVENTS, goerlitz): [],
        make_member(Role.CONTRIBUTOR, goerlitz): [],
        make_member(Role.FACILITATOR, region_key=goerlitz.state_key): [mine],
        make_member(Role.NETWORK_EDITOR): [ours],
        make_member(Role.NETWORK_OFFICE): [mine, theirs, ours],
        superuser: [mine, theirs, ours],
    }
    policy = policy_registry.get_by_type(PlaceSettings)
    for user, those in expected.items():
        assert [it for it in (mine, theirs, ours) if may(user, "change", it)] == those
        assert policy.user_has_permission(user, "change") == bool(those)
        for it in (mine, theirs, ours):
            able = policy.users_with_permission_for_instance("change", it)
            assert (user in able) == (it in those)
            assert not may(user, "delete", it)


def test_every_site_setting_is_answered_from_membership():
    hooks.search_for_hooks()
    settings = [model for model in registry if issubclass(model, BaseSiteSetting)]
    assert PlaceSettings in settings
    for model in settings:
        assert isinstance(policy_registry.get_by_type(model), MembershipSitePolicy)


def test_lists_of_pages_media_and_settings_show_one_site_for_everybody(
    goerlitz, leer, superuser, make_member
):
    office = make_member(Role.NETWORK_OFFICE)
    both = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=both, role=Role.COORDINATION, place=leer)
    image = get_image_model()
    picture = {
        place: image.objects.create(
            title=place.slug, collection=place.collection, file="x.png", width=1, height=1
        )
        for place in (goerlitz, leer)
    }
    for user in (superuser, office, both):
        user.current_tenant = leer
        media = policy_registry.get_by_type(image)
        assert set(media.instances_user_has_permission_for(user, "choose")) == {picture[leer]}
        assert set(media.instances_user_has_permission_for(user, "change")) == {picture[leer]}
        assert set(media.collections_user_has_permission_for(user, "add")) == {leer.collection}
        assert may(user, "change", picture[goerlitz])  # one by one, all that is theirs
        found = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "change")
        assert {page.path[:8] for page in found} == {leer.container.path}
        settings = policy_registry.get_by_type(PlaceSettings)
        assert list(settings.sites_user_has_permission_for(user, "change")) == [leer.site]
    collections = policy_registry.get_by_type(Collection)
    assert set(collections.instances_user_has_permission_for(superuser, "change")) == {
        leer.collection
    }
    both.current_tenant = goerlitz  # Redaktion there: no settings, neither in the menu
    assert not policy_registry.get_by_type(PlaceSettings).user_has_permission(both, "change")


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
