"""What pages show already is changed by those who may publish, and by nobody in a frozen place."""

from io import BytesIO

import PIL.Image
import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import ReferenceIndex

from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Place
from sites.places.roles import Role

pytestmark = [
    pytest.mark.django_db,
    # Wagtail leaves the files of renditions open.
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]


@pytest.fixture(autouse=True)
def media_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def png(colour="red") -> bytes:
    stored = BytesIO()
    PIL.Image.new("RGB", (4, 4), colour).save(stored, "PNG")
    return stored.getvalue()


FILES = {"image": ("image/png", png, ".png"), "document": ("text/plain", lambda: b"alt", ".txt")}
MODELS = {"image": get_image_model, "document": get_document_model}
EDIT = {"image": "wagtailimages:edit", "document": "wagtaildocs:edit"}


@pytest.fixture
def make(goerlitz):
    def create(kind, owner=None):
        _type, content, ending = FILES[kind]
        return MODELS[kind]().objects.create(
            title="Alt",
            file=ContentFile(content(), f"alt{ending}"),
            collection=goerlitz.collection,
            uploaded_by_user=owner,
        )

    return create


@pytest.fixture
def shown(goerlitz):
    """shown(image or document, live) → a post of Görlitz that points to it in its text."""

    def write(media, *, live=True):
        index = NewsIndexPage.objects.child_of(goerlitz.site.root_page).get()
        tag = f'<a linktype="document" id="{media.pk}">Text</a>'
        if isinstance(media, get_image_model()):
            body = [{"type": "image", "value": {"image": media.pk, "alt_text": "Bank"}}]
        else:
            body = [{"type": "paragraph", "value": f"<p>{tag}</p>"}]
        page = NewsPage(title="Bank", slug="bank", date="2026-11-03", live=live, body=body)
        index.add_child(instance=page)
        assert ReferenceIndex.get_references_to(media).exists()
        return page

    return write


def edit(client, kind, media, *, file=None, title="Neu"):
    data = {"title": title, "collection": media.collection_id}
    data |= {f"focal_point_{name}": "" for name in ("x", "y", "width", "height")}
    if file:
        content_type, _content, ending = FILES[kind]
        data["file"] = SimpleUploadedFile(f"neu{ending}", file, content_type=content_type)
    return client.post(reverse(EDIT[kind], args=[media.pk]), data)


def state(media) -> tuple[str, bytes]:
    stored = type(media).objects.get(pk=media.pk)
    with stored.file.open("rb") as opened:
        return stored.title, opened.read()


@pytest.mark.parametrize("kind", ["image", "document"])
def test_in_a_frozen_place_no_file_of_a_live_page_changes(
    kind, goerlitz, make, shown, make_member, editing
):
    coordination = make_member(Role.COORDINATION, goerlitz)
    media = make(kind, owner=coordination)
    shown(media)
    before = state(media)
    new = png("blue") if kind == "image" else b"neu"
    Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=timezone.now())
    client = editing(coordination)
    for answer in (edit(client, kind, media, file=new), edit(client, kind, media)):
        assert answer.status_code == 403
    assert state(media) == before
    Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=None)
    assert edit(editing(coordination), kind, media, file=new).status_code == 302
    assert state(media) == ("Neu", new)


def test_a_frozen_place_still_gets_pictures_for_its_drafts(goerlitz, make, make_member, editing):
    Place.objects.filter(pk=goerlitz.pk).update(publishing_frozen_at=timezone.now())
    for role in (Role.COORDINATION, Role.CONTRIBUTOR):
        client = editing(make_member(role, goerlitz))
        chosen = make("image")
        answer = client.get(reverse("wagtailimages_chooser:chosen", args=[chosen.pk]))
        assert answer.status_code == 200
        uploaded = upload(client, goerlitz)
        answer = fill_in(client, uploaded, "Mit Titel")
        assert answer["success"]
        assert get_image_model().objects.get(pk=uploaded).title == "Mit Titel"


def upload(client, place) -> int:
    file = SimpleUploadedFile("neu.png", png(), content_type="image/png")
    data = {"files[]": file, "collection": place.collection_id, "title": "neu"}
    answer = client.post(
        reverse("wagtailimages:add_multiple"), data, HTTP_X_REQUESTED_WITH="XMLHttpRequest"
    )
    return answer.json()["image_id"]


def fill_in(client, key: int, title: str):
    return client.post(
        reverse("wagtailimages:edit_multiple", args=[key]),
        {f"image-{key}-title": title, f"image-{key}-credit": "Foto: Jana Wegner"},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    ).json()


@pytest.mark.parametrize("kind", ["image", "document"])
def test_a_contributor_changes_own_uploads_until_something_public_shows_them(
    kind, goerlitz, make, shown, make_member, editing
):
    contributor = make_member(Role.CONTRIBUTOR, goerlitz)
    media = make(kind, owner=contributor)
    page = shown(media, live=False)
    client = editing(contributor)
    assert edit(client, kind, media, title="Noch ein Entwurf").status_code == 302
    assert state(media)[0] == "Noch ein Entwurf"
    # Reviewers look at a draft with its pictures.
    new = png("blue") if kind == "image" else b"neu"
    assert edit(client, kind, media, file=new).status_code == 403
    page.save_revision().publish()
    delete = reverse(EDIT[kind].replace("edit", "delete"), args=[media.pk])
    for answer in (edit(client, kind, media), client.post(delete)):
        assert answer.status_code == 403
    assert state(media)[0] == "Noch ein Entwurf"
    assert edit(editing(make_member(Role.EDITOR, goerlitz)), kind, media).status_code == 302


def test_the_upload_dialog_asks_a_contributor_for_the_title(goerlitz, make_member, editing, shown):
    client = editing(make_member(Role.CONTRIBUTOR, goerlitz))
    key = upload(client, goerlitz)
    assert fill_in(client, key, "Bank am Markt")["success"]
    image = get_image_model().objects.get(pk=key)
    assert (image.title, image.credit) == ("Bank am Markt", "Foto: Jana Wegner")
    shown(image)
    answer = client.post(
        reverse("wagtailimages:edit_multiple", args=[key]),
        {f"image-{key}-title": "Anders"},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    assert answer.status_code == 403
