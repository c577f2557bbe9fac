"""Dialogs, lists and uploads opened for one place, while another window has led to another."""

from io import BytesIO

import PIL.Image
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model

from sites.places import current
from sites.places.models import Membership
from sites.places.roles import Role

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # Wagtail leaves uploads open
]
HOST = "http://redaktion.localhost"
SCRIPT = {"HTTP_X_REQUESTED_WITH": "XMLHttpRequest"}


@pytest.fixture
def of_both(goerlitz, leer, make_member):
    user = make_member(Role.COORDINATION, goerlitz)
    Membership.objects.create(user=user, role=Role.COORDINATION, place=leer)
    for place in (goerlitz, leer):
        get_image_model().objects.create(
            title=f"Bild {place.slug}", collection=place.collection, file="x.png", width=1, height=1
        )
    return user


def form_of(place) -> str:
    return reverse("wagtailadmin_pages:edit", args=[place.site.root_page_id])


def forms_of(place) -> list[str]:
    root = place.site.root_page_id
    return [
        form_of(place),
        reverse("wagtailadmin_pages:add", args=["kalender", "eventpage", root]),
        reverse("kalender_act", args=[root, "absagen"]),
        reverse("wagtailsettings:edit", args=["content", "placesettings", place.site_id]),
    ]


def wander_off(client, place) -> None:
    """In the other window."""
    assert client.get(form_of(place)).status_code == 200
    assert client.session[current.SESSION_KEY] == place.pk


def referer(path: str) -> dict:
    return {"HTTP_REFERER": f"{HOST}{path}"}


def upload_for(model) -> SimpleUploadedFile:
    if model is not get_image_model():
        return SimpleUploadedFile("plan.txt", b"Plan", "text/plain")
    file = BytesIO()
    PIL.Image.new("RGB", (4, 4)).save(file, "PNG")
    return SimpleUploadedFile("bild.png", file.getvalue(), "image/png")


@pytest.mark.parametrize("who", ["of_both", "superuser"])
@pytest.mark.parametrize("form", range(4))
def test_the_chooser_shows_the_place_of_its_form(
    who, form, goerlitz, leer, of_both, request, editing
):
    client = editing(request.getfixturevalue(who))
    path = forms_of(goerlitz)[form]
    for name in ("choose", "choose_results"):
        wander_off(client, leer)
        html = client.get(reverse(f"wagtailimages_chooser:{name}"), **referer(path)).content
        assert "Bild goerlitz" in html.decode()
        assert "Bild leer" not in html.decode()
        wander_off(client, leer)
        assert "Bild leer" in client.get(reverse(f"wagtailimages_chooser:{name}")).content.decode()


@pytest.mark.parametrize(
    ("name", "prefix", "model"),
    [
        ("wagtailimages_chooser:create", "image-chooser-upload-", get_image_model()),
        ("wagtaildocs_chooser:create", "document-chooser-upload-", get_document_model()),
        ("wagtailimages:add", "", get_image_model()),
        ("wagtaildocs:add", "", get_document_model()),
    ],
)
def test_an_upload_lands_where_its_form_was_opened(
    name, prefix, model, goerlitz, leer, of_both, editing
):
    client = editing(of_both)
    wander_off(client, leer)
    values = {f"{prefix}title": "Linde", f"{prefix}file": upload_for(model)}
    answer = client.post(reverse(name), values, **referer(form_of(goerlitz)))
    assert answer.status_code in (200, 302)
    assert model.objects.get(title="Linde").collection == goerlitz.collection
    assert client.session[current.SESSION_KEY] == goerlitz.pk


@pytest.mark.parametrize("kind", ["wagtailimages", "wagtaildocs"])
def test_many_at_once_land_where_the_list_led(kind, goerlitz, leer, of_both, editing):
    model = get_image_model() if kind == "wagtailimages" else get_document_model()
    client = editing(of_both)
    client.post(reverse("switch_place"), {"place": goerlitz.pk})
    add = f"{reverse(f'{kind}:add_multiple')}?collection_id={goerlitz.collection_id}"
    assert add in client.get(reverse(f"{kind}:index")).content.decode()
    wander_off(client, leer)
    upload = {"files[]": upload_for(model), "title": "Bank"}
    url = reverse(f"{kind}:add_multiple")
    assert client.post(url, upload, **SCRIPT, **referer(add)).json()["success"]
    assert model.objects.get(title="Bank").collection == goerlitz.collection
    wander_off(client, leer)
    assert client.get(add).status_code == 200
    assert client.session[current.SESSION_KEY] == goerlitz.pk


def test_all_of_a_list_are_those_of_the_list(goerlitz, leer, of_both, editing):
    """Asked for in Görlitz, confirmed while another window stands in Leer."""
    client = editing(of_both)
    client.post(reverse("switch_place"), {"place": goerlitz.pk})
    html = client.get(reverse("wagtailimages:index")).content.decode()
    assert f'data-bulk-action-parent-id="{goerlitz.collection_id}"' in html
    url = reverse("wagtail_bulk_action", args=["content", "image", "delete"])
    wander_off(client, leer)
    client.post(f"{url}?id=all&childOf={goerlitz.collection_id}")
    left = list(get_image_model().objects.values_list("title", flat=True))
    assert left == ["Bild leer"]
    assert client.post(f"{url}?id=all").status_code == 403
    assert get_image_model().objects.count() == 1


def test_the_page_chooser_begins_in_the_place_of_its_form(goerlitz, leer, of_both, editing):
    client = editing(of_both)
    wander_off(client, leer)
    answer = client.get(reverse("wagtailadmin_choose_page"), **referer(form_of(goerlitz)))
    assert answer.context["parent_page"].pk == goerlitz.container_id
    wander_off(client, leer)
    url = reverse("wagtailadmin_choose_page_search")
    found = client.get(url, {"q": "Kalender"}, **referer(form_of(goerlitz)))
    assert found.wsgi_request.tenant == goerlitz


def test_a_forged_referer_grants_nothing(goerlitz, leer, make_member, of_both, editing):
    client = editing(make_member(Role.EDITOR, leer))
    add = reverse("wagtailimages:add_multiple")
    for path in (*forms_of(goerlitz), f"{add}?collection_id={goerlitz.collection_id}"):
        answer = client.get(reverse("wagtailimages_chooser:choose"), **referer(path))
        assert "Bild leer" in answer.content.decode()
        assert "Bild goerlitz" not in answer.content.decode()
        upload = {"title": "X", "file": upload_for(get_image_model())}
        client.post(reverse("wagtailimages:add"), upload, **referer(path))
    assert set(
        get_image_model().objects.filter(title="X").values_list("collection", flat=True)
    ) == {leer.collection_id}
    assert client.get(f"{add}?collection_id={goerlitz.collection_id}").status_code == 200
    assert client.session.get(current.SESSION_KEY) in (None, leer.pk)


@pytest.mark.parametrize(
    "strange",
    [
        *("", "x", "http://[", f"{HOST}/redaktion/pages/x/edit/", f"{HOST}/?collection_id=²"),
        f"{HOST}/redaktion/pages/999999/edit/",
        "http://evil.example/redaktion/pages/{root}/edit/",
    ],
)
def test_strange_referers_change_nothing(strange, goerlitz, leer, of_both, editing):
    client = editing(of_both)
    wander_off(client, leer)
    header = strange.replace("{root}", str(goerlitz.site.root_page_id))
    answer = client.get(reverse("wagtailimages_chooser:choose"), HTTP_REFERER=header)
    assert "Bild leer" in answer.content.decode()


def test_it_costs_one_query(goerlitz, leer, of_both, editing, django_assert_num_queries):
    client = editing(of_both)
    wander_off(client, leer)
    url = reverse("wagtailimages_chooser:choose_results")
    client.get(url)
    with CaptureQueriesContext(connection) as without:
        client.get(url)
    with django_assert_num_queries(len(without) + 1):
        client.get(url, **referer(form_of(leer)))
