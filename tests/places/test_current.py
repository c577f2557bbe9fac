"""In which place does somebody work just now, and how do they change it?"""

import re
from io import BytesIO

import PIL.Image
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from sites.content.models import PlaceSettings
from sites.places import current
from sites.places.current import FEW
from sites.places.models import Membership
from sites.places.roles import Role
from sites.places.switching import offers
from sites.places.tenants import territory_of

pytestmark = pytest.mark.django_db
SWITCH = "/redaktion/ort-wechseln/"
CODES = ["07545", "99084", "99947", "98527", "07743", "99423", "99817", "36433", "07318"]
CODES += ["99706", "37308"]


@pytest.fixture
def of_both(goerlitz, leer, make_member):
    """Redaktion in Görlitz, Ortskoordination in Leer."""
    user = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=user, role=Role.COORDINATION, place=leer)
    return user


def menu_of(client) -> str:
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    return re.search(r'<script id="wagtail-sidebar-props".*?</script>', html, re.S).group()


def heading(client) -> str:
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    return " ".join(re.search(r"<h1[^>]*>(.*?)</h1>", html, re.S).group(1).split())


def shown(client) -> list[str]:
    """The keys that the page offers to switch to."""
    html = client.get(SWITCH).content.decode()
    [*forms] = re.findall(
        r'<form method="post" action="([^"]+)">.*?name="place" value="(\d+)"', html
    )
    return [key for url, key in forms if url == SWITCH]


def test_with_one_place_the_menu_names_it_and_offers_no_switch(goerlitz, make_member, editing):
    client = editing(make_member(Role.EDITOR, goerlitz))
    assert heading(client) == "Görlitz"
    assert '"label": "G\\u00f6rlitz"' in menu_of(client)
    assert SWITCH not in menu_of(client)


def test_with_two_places_one_tap_switches(goerlitz, leer, of_both, editing):
    client = editing(of_both)
    assert "G\\u00f6rlitz \\u00b7 Ort wechseln" in menu_of(client)
    assert SWITCH in menu_of(client)
    assert shown(client) == [str(leer.pk)]
    answer = client.post(SWITCH, {"place": leer.pk})
    assert answer["Location"] == reverse("wagtailadmin_home")
    assert heading(client) == "Leer"
    explorer = client.get(reverse("wagtailadmin_explore_root"), follow=True).content.decode()
    assert f"/redaktion/pages/{leer.site.root_page.pk}/edit/" in explorer
    assert f"/redaktion/pages/{goerlitz.site.root_page.pk}/" not in explorer


def test_nobody_switches_to_a_place_of_others(goerlitz, leer, network, make_member, editing):
    client = editing(make_member(Role.COORDINATION, goerlitz))
    for key in (leer.pk, 0, 999_999, "", "x", "²", "-1", "9" * 30):
        answer = client.post(SWITCH, {"place": key})
        assert answer.status_code == 403, key
        assert "Leer" not in answer.content.decode()
    assert client.session.get(current.SESSION_KEY) in (None, goerlitz.pk)
    assert heading(client) == "Görlitz"


def test_the_centre_searches_and_works_anywhere(goerlitz, leer, network, superuser, editing):
    client = editing(superuser)
    assert heading(client) == network.name
    assert set(shown(client)) == {str(goerlitz.pk), str(leer.pk)}  # the network is where one is
    for text, expected in {"gör": goerlitz, "26789": leer, "LEE": leer}.items():
        html = client.get(SWITCH, {"q": text}).content.decode()
        other = leer if expected == goerlitz else goerlitz
        assert f'name="place" value="{expected.pk}"' in html
        assert f'name="place" value="{other.pk}"' not in html
    assert client.post(SWITCH, {"place": leer.pk}).status_code == 302
    assert heading(client) == "Leer"
    assert client.post(SWITCH, {"place": 0}).status_code == 302
    assert heading(client) == network.name


def test_a_search_shows_twenty_at_most(make_place, make_member, monkeypatch):
    monkeypatch.setattr(offers, "MOST", 2)
    for code in CODES:
        make_place(f"Ort {code}", code)
    make_place("Görlitz", "02826")
    facilitator = make_member(Role.FACILITATOR, region_key="16")
    assert len(CODES) > FEW
    found = offers.for_territory(territory_of(facilitator))
    assert (len(found.tenants), found.is_search, found.is_cut_off) == (2, True, True)
    assert offers.for_territory(territory_of(facilitator), "Görlitz").tenants == []
    one = offers.for_territory(territory_of(facilitator), "ort 99706")
    assert [str(place) for place in one.tenants] == ["Ort 99706"]


@pytest.mark.parametrize("places", [2, 11])
def test_the_switch_costs_the_same_for_few_and_for_many(
    places, make_place, make_member, editing, django_assert_max_num_queries
):
    for code in CODES[:places]:
        make_place(f"Ort {code}", code)
    client = editing(make_member(Role.FACILITATOR, region_key="16"))
    client.get(SWITCH)
    with django_assert_max_num_queries(12):
        assert client.get(SWITCH).status_code == 200


def test_it_leads_back_to_lists_only(goerlitz, leer, of_both, editing):
    client = editing(of_both)
    images, home = reverse("wagtailimages:index"), reverse("wagtailadmin_home")
    edit = reverse("wagtailadmin_pages:edit", args=[goerlitz.site.root_page.pk])
    for key, (came_from, expected) in enumerate(
        {
            f"{images}?q=a": images,
            edit: home,
            "https://evil.example/redaktion/": home,
            "//evil.example/redaktion/": home,
            "/": home,
            SWITCH: home,
            "": home,
        }.items()
    ):
        place = leer if key % 2 else goerlitz
        answer = client.post(SWITCH, {"place": place.pk, "next": came_from})
        assert answer["Location"] == expected, came_from


def test_opening_a_page_of_the_other_place_switches_there(goerlitz, leer, of_both, editing):
    client = editing(of_both)
    page = leer.site.root_page
    assert client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200
    assert heading(client) == "Leer"
    other = reverse("wagtailadmin_pages:edit", args=[goerlitz.site.root_page.pk])
    assert client.get(other).status_code == 200
    assert heading(client) == "Görlitz"


def test_following_forgets_where_the_explorer_begins(goerlitz, leer, of_both, rf):
    request = rf.get("/redaktion/")
    request.session, request.user, request.tenant = {}, of_both, None
    policy = policy_registry.get_by_type(Page)
    for place in (goerlitz, leer):
        current.follow(request, place)
        root = policy.explorable_root_instance(request.user)
        assert root.path == place.container.path


def test_settings_are_those_of_the_current_place(goerlitz, leer, of_both, superuser, editing):
    url = reverse("wagtailsettings:edit", args=["content", "placesettings"])

    def own(place):
        return reverse("wagtailsettings:edit", args=["content", "placesettings", place.site_id])

    client = editing(of_both)
    client.post(SWITCH, {"place": leer.pk})
    assert client.get(url)["Location"] == own(leer)
    html = client.get(own(leer)).content.decode()
    assert "site-switch" not in html
    assert "Görlitz" not in html.partition("<main")[2]
    client.post(own(leer), {"contact_person": "Frau Poppinga"})
    assert PlaceSettings.for_site(leer.site).contact_person == "Frau Poppinga"
    # Redaktion in Görlitz changes texts, no settings
    assert client.post(own(goerlitz), {"contact_person": "X"}).status_code in (302, 403)
    assert PlaceSettings.for_site(goerlitz.site).contact_person != "X"

    client = editing(superuser)
    client.post(SWITCH, {"place": goerlitz.pk})
    assert client.get(url)["Location"] == own(goerlitz)
    html = client.get(own(goerlitz)).content.decode()
    assert leer.site.hostname not in html


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # Wagtail leaves the uploaded file open
def test_media_lists_and_uploads_know_the_current_place_only(
    goerlitz, leer, superuser, make_member, editing
):
    image = get_image_model()
    for place in (goerlitz, leer):
        image.objects.create(
            title=f"Bild aus {place}", collection=place.collection, file="x.png", width=1, height=1
        )
    client = editing(superuser)
    client.post(SWITCH, {"place": leer.pk})
    for name in ("wagtailimages:index", "wagtailimages_chooser:choose"):
        html = client.get(reverse(name)).content.decode()
        assert "Bild aus Leer" in html
        assert "Bild aus Görlitz" not in html
    for name in ("wagtailimages:add", "wagtaildocs:add"):
        html = client.get(reverse(name)).content.decode()
        assert 'name="collection"' not in html
        assert "Root" not in html
    upload = {"file": picture(), "title": "Bank"}
    assert client.post(reverse("wagtailimages:add"), upload).status_code == 302
    assert image.objects.get(title="Bank").collection_id == leer.collection.pk
    # A second window, opened in the other place, says so: the picture goes where it was meant to.
    upload = {"file": picture(), "title": "Linde", "collection": goerlitz.collection.pk}
    assert client.post(reverse("wagtailimages:add"), upload).status_code == 302
    assert image.objects.get(title="Linde").collection_id == goerlitz.collection.pk

    client = editing(make_member(Role.EDITOR, leer))
    upload = {"file": picture(), "title": "Geschmuggelt", "collection": goerlitz.collection.pk}
    client.post(reverse("wagtailimages:add"), upload)
    assert not image.objects.filter(title="Geschmuggelt", collection=goerlitz.collection).exists()
    upload = {"file": picture(), "title": "Eigenes", "collection": leer.collection.pk}
    client.post(reverse("wagtailimages:add"), upload)
    assert image.objects.get(title="Eigenes").collection_id == leer.collection.pk


def picture() -> SimpleUploadedFile:
    file = BytesIO()
    PIL.Image.new("RGB", (4, 4)).save(file, "PNG")
    return SimpleUploadedFile("bild.png", file.getvalue(), "image/png")
