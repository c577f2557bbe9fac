"""Whoever helps a hundred places, or a whole Land, asks the database no more than a volunteer."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.accounts.models import User
from sites.places.models import Membership, Place
from sites.places.roles import Role
from tests.places.light import light_places

pytestmark = pytest.mark.django_db

# The second factor, the places of the region, and the switch between them.
MORE = 5
PAGES = ["wagtailadmin_explore_root", "wagtailadmin_home", "wagtailimages:index"]


def queries(client, name) -> list[str]:
    client.get(reverse(name), follow=True)  # what is cached for everybody is no matter of places
    with CaptureQueriesContext(
        connection,
    ) as asked:
        answer = client.get(reverse(name), follow=True)
    assert answer.status_code == 200
    return [query["sql"] for query in asked]


@pytest.mark.parametrize("name", PAGES)
def test_a_facilitator_of_many_asks_no_more_than_of_few(name, goerlitz, make_member, editing):
    volunteer = queries(editing(make_member(Role.COORDINATION, goerlitz)), name)
    facilitator = make_member(Role.FACILITATOR, region_key=goerlitz.state_key)
    found = []
    for count in (3, 100):
        light_places(goerlitz, count - Place.objects.count())
        assert Place.objects.filter(state_key=goerlitz.state_key).count() == count
        cache.clear()
        found.append(queries(editing(facilitator), name))
    few, many = found
    assert len(many) == len(few), name
    assert len(many) <= len(volunteer) + MORE, name


def test_a_land_with_more_places_than_a_condition_takes(goerlitz, make_member, editing):
    """SQLite takes an expression of a thousand terms."""
    [*places] = light_places(goerlitz, 1_100)
    user = make_member(Role.FACILITATOR, region_key=goerlitz.state_key)
    chosen = Place.objects.select_related("container", "collection", "site").get(pk=places[-1].pk)
    user.current_tenant = chosen
    pages = policy_registry.get_by_type(Page)
    found = pages.instances_user_has_permission_for(user, "change")
    assert set(found.values_list("path", flat=True)) == {
        chosen.container.path,
        chosen.site.root_page.path,
    }
    image = get_image_model()
    for place in (places[0], chosen):
        image.objects.create(
            title="x", file="x.png", width=1, height=1, collection_id=place.collection_id
        )
    media = policy_registry.get_by_type(image)
    for action in ("choose", "change", "delete"):
        assert len(media.instances_user_has_permission_for(user, action)) == 1
    usable = media.collections_user_has_permission_for(user, "add")
    assert list(usable) == [chosen.collection]
    client = editing(User.objects.get(pk=user.pk))
    for name in PAGES:
        assert client.get(reverse(name), follow=True).status_code == 200, name


def test_of_several_places_the_current_one_counts(goerlitz, leer, make_member):
    """And what somebody is elsewhere gives no right here."""
    user = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=user, role=Role.CONTRIBUTOR, place=leer)
    pages = policy_registry.get_by_type(Page)
    for place, is_editor in ((goerlitz, True), (leer, False)):
        user.current_tenant = place
        found = pages.instances_user_has_permission_for(user, "publish")
        assert {page.path[:8] for page in found} == ({place.container.path} if is_editor else set())
