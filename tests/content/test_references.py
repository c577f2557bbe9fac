"""What a page points to: foreign things are refused and nothing is stored, own ones are fine."""

import json
from io import BytesIO

import pytest
from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image as Picture
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, Revision
from wagtail.test.utils.form_data import nested_form_data, streamfield

from home.models import HomePage
from ortsseiten.models import LocalPage
from sites.content.checked_forms import CheckedPageForm
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.roles import Role

pytestmark = [
    pytest.mark.django_db,
    # Wagtail's thumbnails leave their temporary file to the garbage collector.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

SECRET = "Nur in Leer"


@pytest.fixture
def make_image(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path

    def make(place, title="Bild"):
        content = BytesIO()
        Picture.new("RGB", (40, 30)).save(content, "PNG")
        content.seek(0)
        file = ImageFile(content, name="bild.png")
        return get_image_model().objects.create(title=title, file=file, collection=place.collection)

    return make


@pytest.fixture
def make_page():
    def make(place, title="Mitmachen", *, live=True):
        page = LocalPage(title=title, live=live)
        place.site.root_page.add_child(instance=page)
        return page

    return make


@pytest.fixture
def make_document(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path

    def make(place, title="Satzung"):
        document = get_document_model()(title=title, collection=place.collection)
        document.file.save("satzung.txt", BytesIO(b"Text"))
        document.save()
        return document

    return make


def index_of(place):
    return NewsIndexPage.objects.child_of(place.site.root_page).get()


def form_of(*, image="", blocks=(), **more):
    return nested_form_data(
        {
            "title": "Neuer Beitrag",
            "slug": "neuer-beitrag",
            "teaser": "",
            "image": image,
            "body": streamfield(list(blocks)),
            "date": "01.12.2026",
            "author_name": "",
            "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
            **more,
        }
    )


def with_link(kind: str, key: int) -> dict:
    entity = {
        "page": ("LINK", {"id": key, "parentId": 1, "url": "/x/"}),
        "document": ("DOCUMENT", {"id": key, "filename": "x.txt", "url": "/x/"}),
    }[kind]
    content = {
        "blocks": [
            {
                "key": "a",
                "text": "Hier",
                "type": "unstyled",
                "depth": 0,
                "inlineStyleRanges": [],
                "entityRanges": [{"offset": 0, "length": 4, "key": 0}],
            }
        ],
        "entityMap": {"0": {"type": entity[0], "mutability": "MUTABLE", "data": entity[1]}},
    }
    return form_of(blocks=[("paragraph", json.dumps(content))])


def with_picture(key: int) -> dict:
    image = {"image": key, "alt_text": "Ein Bild", "decorative": ""}
    return form_of(blocks=[("image", {"image": image, "caption": ""})])


def with_button(key: int) -> dict:
    return form_of(blocks=[("button", {"label": "Los", "page": key, "address": ""})])


@pytest.fixture
def things(make_image, make_page, make_document):
    """things(place) → the form's data for every way of pointing at something of this place."""

    def of(place, title=SECRET):
        image, page, document = (
            make(place, title) for make in (make_image, make_page, make_document)
        )
        return {
            "field": form_of(image=image.pk),
            "block": with_picture(image.pk),
            "button": with_button(page.pk),
            "link": with_link("page", page.pk),
            "document": with_link("document", document.pk),
        }

    return of


WAYS = ["field", "block", "button", "link", "document"]


def add_url(place, view="add"):
    return reverse(f"wagtailadmin_pages:{view}", args=["news", "newspage", index_of(place).pk])


@pytest.mark.parametrize("way", WAYS)
def test_a_new_page_points_at_own_things_only(way, goerlitz, leer, things, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    foreign, own = things(leer)[way], things(goerlitz, "Bei uns")[way]
    refused = client.post(add_url(goerlitz), foreign)
    assert refused.status_code == 403
    assert SECRET not in refused.content.decode()
    assert not NewsPage.objects.exists()
    accepted = client.post(add_url(goerlitz), own)
    assert accepted.status_code == 302, accepted.context["form"].errors
    assert NewsPage.objects.count() == 1


@pytest.mark.parametrize("way", WAYS)
def test_an_invalid_form_does_not_come_back_with_a_foreign_title(
    way, goerlitz, leer, things, make_member, editing
):
    client = editing(make_member(Role.EDITOR, goerlitz))
    invalid = {**things(leer)[way], "title": ""}
    answer = client.post(add_url(goerlitz), invalid)
    assert answer.status_code == 403
    assert SECRET not in answer.content.decode()
    own = client.post(add_url(goerlitz), {**things(goerlitz, "Bei uns")[way], "title": ""})
    assert own.status_code == 200


@pytest.mark.parametrize("way", WAYS)
def test_a_preview_shows_nothing_foreign(way, goerlitz, leer, things, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    url = add_url(goerlitz, "preview_on_add")
    assert client.post(url, things(leer)[way]).status_code == 403
    shown = client.get(url + "?mode=").content.decode()
    assert SECRET not in shown
    assert client.post(url, things(goerlitz, "Bei uns")[way]).json()["is_valid"]


def make_post(place, title="Beitrag", **facts):
    page = NewsPage(title=title, slug="neuer-beitrag", **facts)
    index_of(place).add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("way", ["field", "link"])
def test_an_edit_and_an_autosave_store_nothing_foreign(
    way, goerlitz, leer, things, make_member, editing
):
    client = editing(make_member(Role.EDITOR, goerlitz))
    page = make_post(goerlitz)
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    revisions = Revision.objects.count()
    foreign = things(leer)[way]
    assert client.post(url, foreign).status_code == 403
    autosave = client.post(url, foreign, headers={"accept": "application/json"})
    assert autosave.status_code == 403
    assert SECRET not in autosave.content.decode()
    assert Revision.objects.count() == revisions
    assert client.post(url, things(goerlitz, "Bei uns")[way]).status_code == 302
    assert Revision.objects.count() == revisions + 1


def test_what_a_page_pointed_to_before_may_stay(goerlitz, leer, make_image, make_member, editing):
    """The centre has put another place's picture there; the volunteer saves the rest."""
    image = make_image(leer)
    page = make_post(goerlitz, image=image)
    client = editing(make_member(Role.EDITOR, goerlitz))
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert client.post(url, form_of(image=image.pk)).status_code == 302
    other = make_image(leer)
    assert client.post(url, form_of(image=other.pk)).status_code == 403


def test_the_networks_public_pages_and_media_are_everybodys(
    network, goerlitz, make_image, make_member, editing
):
    client = editing(make_member(Role.EDITOR, goerlitz))
    home = HomePage.objects.get()
    assert client.post(add_url(goerlitz), with_button(home.pk)).status_code == 302
    NewsPage.objects.get().delete()
    assert client.post(add_url(goerlitz), with_picture(make_image(network).pk)).status_code == 302
    NewsPage.objects.get().delete()
    Page.objects.filter(pk=home.pk).update(live=False)
    assert client.post(add_url(goerlitz), with_button(home.pk)).status_code == 403


def test_foreign_and_missing_get_the_same_answer(goerlitz, leer, make_image, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    foreign = make_image(leer).pk
    for key in (foreign, foreign + 1000):
        assert client.post(add_url(goerlitz), form_of(image=key)).status_code == 403


def test_the_centre_points_at_whatever_is_public(goerlitz, leer, make_page, make_member, editing):
    client = editing(make_member(Role.NETWORK_OFFICE))
    draft = make_page(leer, "Entwurf", live=False)
    assert client.post(add_url(goerlitz), with_button(draft.pk)).status_code == 403
    public = make_page(leer, "Offen")
    assert client.post(add_url(goerlitz), with_button(public.pk)).status_code == 302


def test_a_facilitator_does_not_carry_things_from_place_to_place(
    goerlitz, make_place, make_page, make_member, editing
):
    zittau = make_place("Zittau", "02763")
    client = editing(make_member(Role.FACILITATOR, region_key="14"))
    page = make_page(zittau)
    assert client.post(add_url(goerlitz), with_button(page.pk)).status_code == 403
    assert client.post(add_url(zittau), with_button(page.pk)).status_code == 302


@pytest.mark.parametrize("kind", ["wagtailimages_chooser", "wagtaildocs_chooser"])
def test_an_upload_into_a_foreign_collection_is_refused(
    kind, goerlitz, leer, make_member, editing, tmp_path, settings
):
    settings.MEDIA_ROOT = tmp_path
    prefix, name, model = {
        "wagtailimages_chooser": ("image-chooser-upload", "bild.png", get_image_model()),
        "wagtaildocs_chooser": ("document-chooser-upload", "a.txt", get_document_model()),
    }[kind]
    client = editing(make_member(Role.EDITOR, goerlitz))

    def upload(place):
        content = BytesIO(b"Text")
        if name.endswith("png"):
            content = BytesIO()
            Picture.new("RGB", (40, 30)).save(content, "PNG")
        content.seek(0)
        content.name = name
        data = {
            f"{prefix}-title": "Neu",
            f"{prefix}-file": content,
            f"{prefix}-collection": place.collection_id,
        }
        return client.post(reverse(f"{kind}:create"), data)

    assert upload(leer).status_code == 403
    assert not model.objects.exists()
    assert upload(goerlitz).status_code == 200
    assert model.objects.get().collection == goerlitz.collection


def test_every_page_type_is_edited_with_the_check():
    from wagtail.models import get_page_models

    from sites.places.models import ContainerPage

    for model in get_page_models():
        if model is not Page and not issubclass(model, ContainerPage):
            form = model.get_edit_handler().get_form_class()
            assert issubclass(form, CheckedPageForm), model
