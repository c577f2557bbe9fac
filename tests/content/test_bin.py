"""Deleting takes a page off the site and keeps it, with its address."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from sites.content.bin import put_into_bin, take_out_of_bin
from sites.news.models import NewsIndexPage, NewsPage

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(goerlitz) -> NewsPage:
    index = NewsIndexPage.objects.descendant_of(goerlitz.container).get()
    page = NewsPage(title="Rückblick auf den Hofflohmarkt", teaser="Es hat nur kurz geregnet.")
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def test_a_deleted_page_is_gone_for_readers_and_editors_and_comes_back(
    post, goerlitz, public, superuser, editing
):
    address = f"/aktuelles/{post.slug}/"
    assert public(goerlitz, address).status_code == 200
    client = editing(superuser)
    client.post(reverse("wagtailadmin_pages:delete", args=[post.pk]))
    listing = client.get(reverse("wagtailadmin_explore", args=[post.get_parent().pk]))
    assert post.title not in [page.title for page in listing.context["object_list"]]
    client.logout()
    assert public(goerlitz, address).status_code == 404
    assert post.title not in public(goerlitz, "/aktuelles/").text

    take_out_of_bin(page=Page.objects.get(pk=post.pk))
    back = NewsPage.objects.get(pk=post.pk)
    assert (back.slug, back.live, back.binned_at) == (post.slug, False, None)
    back.save_revision().publish()
    assert public(goerlitz, address).status_code == 200


def test_bulk_deleting_goes_into_the_bin_too(post, superuser, editing):
    client = editing(superuser)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    client.post(f"{url}?id={post.pk}&next=/redaktion/")
    post.refresh_from_db()
    assert post.binned_at is not None
    assert not post.live


def test_a_fixed_page_does_not_go(post):
    with pytest.raises(Exception, match="gehört fest zur Website"):
        put_into_bin(page=post.get_parent())
    post.refresh_from_db()
    assert post.live


def test_publishing_takes_a_page_out_of_the_bin(post, goerlitz, public):
    put_into_bin(page=post)
    post.refresh_from_db()
    post.save_revision().publish()
    post.refresh_from_db()
    assert (post.live, post.binned_at) == (True, None)
    assert public(goerlitz, f"/aktuelles/{post.slug}/").status_code == 200
