"""Containers, homes and legal pages stay, whoever asks and whichever of Wagtail's views is used."""

import pytest
from django.urls import NoReverseMatch, reverse
from wagtail.models import Page

from sites.content.models import LegalPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def fixed(goerlitz, network):
    home = goerlitz.site.root_page
    return [
        goerlitz.container,
        network.container,
        home,
        network.site.root_page,
        *home.get_children(),
        *LegalPage.objects.child_of(network.site.root_page),
    ]


def _free_page(goerlitz):
    return Page.objects.child_of(goerlitz.site.root_page).get(slug="ueber-uns")


@pytest.mark.parametrize("act", ["delete", "unpublish", "move", "copy"])
def test_no_single_view_takes_a_fixed_page(act, fixed, goerlitz, superuser, editing):
    client = editing(superuser)
    free = _free_page(goerlitz)
    before = list(Page.objects.order_by("pk").values("pk", "path", "live", "slug"))
    for page in fixed:
        if page.pk == free.pk or page.slug == "mitmachen":
            continue
        url = reverse(f"wagtailadmin_pages:{act}", args=[page.pk])
        answer = client.post(url, {"new_title": "x", "new_slug": "x", "new_parent_page": free.pk})
        assert answer.status_code in (302, 403, 404), (act, page)
    assert list(Page.objects.order_by("pk").values("pk", "path", "live", "slug")) == before


def test_moving_is_refused_at_the_confirmation_too(fixed, goerlitz, leer, superuser, editing):
    client = editing(superuser)
    legal = LegalPage.objects.child_of(goerlitz.site.root_page).first()
    url = reverse("wagtailadmin_pages:move_confirm", args=[legal.pk, leer.site.root_page.pk])
    client.post(url)
    legal.refresh_from_db()
    assert legal.is_child_of(goerlitz.site.root_page)


@pytest.mark.parametrize("act", ["delete", "unpublish", "move"])
def test_no_bulk_act_takes_a_fixed_page(act, fixed, goerlitz, superuser, editing):
    client = editing(superuser)
    before = list(Page.objects.order_by("pk").values("pk", "path", "live"))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", act])
    ids = "&".join(f"id={page.pk}" for page in fixed)
    client.post(f"{url}?{ids}", {"chooser": _free_page(goerlitz).pk, "include_descendants": "on"})
    assert list(Page.objects.order_by("pk").values("pk", "path", "live")) == before


def test_the_same_views_work_on_a_free_page(goerlitz, superuser, editing):
    """The twin: the views are not broken, they refuse."""
    client = editing(superuser)
    page = _free_page(goerlitz)
    page.specific.save_revision().publish()
    client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert not page.live
    client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    page = Page.objects.get(pk=page.pk).specific
    assert page.binned_at is not None


def test_a_posted_slug_or_expiry_date_changes_nothing(goerlitz):
    legal = LegalPage.objects.child_of(goerlitz.site.root_page).get(slug="impressum")
    legal.slug = "anders"
    legal.expire_at = "2026-01-01T00:00Z"
    legal.save()
    legal.refresh_from_db()
    assert (legal.slug, legal.expire_at) == ("impressum", None)


@pytest.mark.parametrize("act", ["delete", "move", "unpublish", "copy", "convert_alias"])
def test_the_editing_api_takes_nothing(act, goerlitz, superuser, editing):
    """Wagtail's API knows neither the bin nor our hooks, so its acts are closed, for any page."""
    client = editing(superuser)
    for page in (goerlitz.site.root_page, _free_page(goerlitz)):
        url = f"/redaktion/api/main/pages/{page.pk}/action/{act}/"
        assert client.post(url, {}, content_type="application/json").status_code == 403
        assert Page.objects.filter(pk=page.pk, path=page.path, live=page.live).exists()


def test_a_page_cannot_be_hidden_behind_a_password(goerlitz, superuser, editing, public):
    """Public hosts know no session, so such a page would answer with an error."""
    client = editing(superuser)
    page = _free_page(goerlitz)
    url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
    client.post(url, {"restriction_type": "password", "password": "geheim"})
    client.post(url, {"restriction_type": "login"})
    assert not page.view_restrictions.exists()


def test_a_site_can_be_changed_by_provisioning_only():
    with pytest.raises(NoReverseMatch):
        reverse("wagtailsites:index")


def test_a_collection_in_use_cannot_be_deleted(goerlitz, superuser, editing):
    client = editing(superuser)
    client.raise_request_exception = False
    url = reverse("wagtailadmin_collections:delete", args=[goerlitz.collection.pk])
    answer = client.post(url)
    goerlitz.collection.refresh_from_db()
    assert answer.status_code != 500


def test_a_container_has_no_form_the_home_below_it_has(goerlitz, make_member, superuser, editing):
    for user in (make_member("coordination", goerlitz), superuser):
        client = editing(user)
        title = goerlitz.container.title
        url = reverse("wagtailadmin_pages:edit", args=[goerlitz.container_id])
        assert client.get(url).status_code == 403
        assert client.post(url, {"title": "x", "slug": "x"}).status_code == 403
        assert Page.objects.get(pk=goerlitz.container_id).title == title
        home = reverse("wagtailadmin_pages:edit", args=[goerlitz.site.root_page_id])
        assert client.get(home).status_code == 200
        explorer = reverse("wagtailadmin_explore", args=[goerlitz.container_id])
        assert client.get(explorer).status_code == 200
