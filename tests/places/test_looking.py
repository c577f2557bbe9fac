""" "Ansicht wie Görlitz": what one sees is what the team sees, and nothing can be changed."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import PageLogEntry

from sites.accounts.models import User
from sites.places import looking
from sites.places.models import HistoryEntry, Membership
from sites.places.roles import Role
from sites.runtime import clock

pytestmark = pytest.mark.django_db
LOOK, END = "/redaktion/ansicht/", "/redaktion/ansicht/beenden/"
BANNER = "Ansicht wie Görlitz."


def entries(place) -> list[str]:
    return [entry.what for entry in HistoryEntry.objects.filter(place=place).order_by("pk")]


def look(client, place, **data):
    return client.post(LOOK, {"place": place.pk, **data})


def menu_of(client) -> str:
    html = client.get(reverse("wagtailadmin_home")).content.decode()
    return re.search(r'<script id="wagtail-sidebar-props".*?</script>', html, re.S).group()


def labels(client) -> list[str]:
    return re.findall(r'"label": "([^"]*)"', menu_of(client))


def listed(client, url) -> list[str]:
    """What the page leads to. Handing over and leaving is for members: who looks is none."""
    html = client.get(url, follow=True).content.decode()
    main = html.partition('<main class="content-wrapper')[2]
    found = re.findall(r'href="(/redaktion/[^"]+)"', main)
    return [url for url in found if not url.endswith(("/team/uebergeben/", "/team/aufhoeren/"))]


@pytest.fixture
def office(make_member):
    return make_member(Role.NETWORK_OFFICE)


def test_one_sees_what_the_coordination_sees(goerlitz, leer, make_member, office, editing):
    home = goerlitz.site.root_page
    urls = [
        reverse("wagtailadmin_explore_root"),
        reverse("wagtailadmin_explore", args=[home.pk]),
        reverse("wagtailadmin_pages:edit", args=[home.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtaildocs:index"),
        reverse("team"),
    ]
    client = editing(make_member(Role.COORDINATION, goerlitz))
    expected = {url: listed(client, url) for url in urls}
    menu = labels(client)
    client = editing(office)
    own = labels(client)
    assert own != menu
    assert look(client, goerlitz).status_code == 302
    assert labels(client) == menu
    for url, links in expected.items():
        assert links
        assert listed(client, url) == links, url
    foreign = reverse("wagtailadmin_pages:edit", args=[leer.site.root_page.pk])
    assert client.get(foreign).status_code == 403
    client.post(END)
    assert client.get(foreign).status_code == 200
    assert labels(client) != menu


def test_a_banner_says_so_on_every_page(goerlitz, office, editing):
    client = editing(office)
    urls = [
        *("wagtailadmin_home", "wagtailadmin_explore_root", "wagtailimages:index", "team"),
        *("switch_place", "account"),
    ]
    for name in urls:
        html = client.get(reverse(name), follow=True).content.decode()
        assert BANNER not in html
    look(client, goerlitz)
    for name in urls:
        html = client.get(reverse(name), follow=True).content.decode()
        assert BANNER in html, name
        assert f'action="{END}"' in html
    refused = client.post(reverse("wagtailadmin_pages:edit", args=[goerlitz.site.root_page.pk]))
    assert BANNER in refused.content.decode()


def test_every_post_is_refused_but_the_ways_out(goerlitz, office, editing):
    client = editing(office)
    look(client, goerlitz)
    home = goerlitz.site.root_page
    child = home.get_children().first()
    before = PageLogEntry.objects.count()
    posts = {
        reverse("wagtailadmin_pages:edit", args=[home.pk]): {"title": "Neu", "action-publish": "1"},
        reverse("wagtailadmin_pages:unpublish", args=[child.pk]): {},
        reverse("switch_place"): {"place": 0},
        reverse("wagtailsettings:edit", args=["content", "placesettings", goerlitz.site_id]): {
            "contact_person": "X"
        },
        reverse("team_invite"): {"email": "a@b.example", "role": "editor"},
        reverse("account_change_email"): {"email": "a@b.example"},
        LOOK: {"place": goerlitz.pk},
    }
    for url, data in posts.items():
        assert client.post(url, data).status_code == 403, url
    assert client.delete(reverse("wagtailadmin_home")).status_code == 403
    assert PageLogEntry.objects.count() == before
    assert entries(goerlitz) == ["view.started"]
    assert client.post(END).status_code == 302
    assert client.post(reverse("switch_place"), {"place": 0}).status_code == 302


def test_start_and_end_stand_in_the_history_of_the_place(goerlitz, office, editing):
    User.objects.filter(pk=office.pk).update(first_name="Karin", last_name="Ahlers")
    client = editing(office)
    look(client, goerlitz, reason="Frage zum Kalender")
    client.post(END)
    assert entries(goerlitz) == ["view.started", "view.ended"]
    started = HistoryEntry.objects.get(what="view.started")
    assert started.sentence.startswith("Karin Ahlers vom Netzwerk sieht sich die Redaktion an")
    assert (started.actor, started.reason) == (office, "Frage zum Kalender")
    client.post(END)  # twice is no second entry
    assert entries(goerlitz) == ["view.started", "view.ended"]


@pytest.mark.parametrize(
    ("role", "region_key", "allowed"),
    [
        (Role.FACILITATOR, "14", True),
        (Role.FACILITATOR, "03", False),
        (Role.NETWORK_EDITOR, "", False),
        (Role.NETWORK_OFFICE, "", True),
    ],
)
def test_who_may_look(role, region_key, allowed, goerlitz, make_member, editing):
    client = editing(make_member(role, region_key=region_key))
    assert look(client, goerlitz).status_code == (302 if allowed else 403)
    assert entries(goerlitz) == (["view.started"] if allowed else [])
    assert (looking.SESSION_KEY in client.session) == allowed


def test_the_own_team_and_strangers_do_not_look(goerlitz, leer, make_member, editing, client):
    for place in (goerlitz, leer):
        assert look(editing(make_member(Role.COORDINATION, place)), goerlitz).status_code == 403
    client.logout()
    assert look(client, goerlitz).status_code == 302  # to the login
    assert entries(goerlitz) == []


def test_a_facilitator_of_many_places_switches_and_looks_on_one_page(
    goerlitz, make_member, editing
):
    client = editing(make_member(Role.FACILITATOR, region_key="14"))
    html = client.get(reverse("switch_place")).content.decode()
    assert f'action="{LOOK}"' in html
    client = editing(make_member(Role.EDITOR, goerlitz))
    html = client.get(reverse("switch_place")).content.decode()
    assert f'action="{LOOK}"' not in html


def test_it_ends_after_an_hour(goerlitz, office, editing):
    client = editing(office)
    look(client, goerlitz)
    start = clock.now()
    with clock.stand_at(start + timedelta(minutes=59)):
        assert BANNER in client.get(reverse("team")).content.decode()
    with clock.stand_at(start + timedelta(minutes=61)):
        html = client.get(reverse("wagtailadmin_home")).content.decode()
    assert BANNER not in html
    assert "Die Ansicht ist zu Ende." in html
    assert entries(goerlitz) == ["view.started", "view.ended"]


def test_it_ends_with_the_role_and_with_the_logout(goerlitz, make_member, editing):
    facilitator = make_member(Role.FACILITATOR, region_key="14")
    client = editing(facilitator)
    look(client, goerlitz)
    client.post(reverse("account_logout"))
    assert entries(goerlitz) == ["view.started", "view.ended"]
    client = editing(facilitator)
    assert BANNER not in client.get(reverse("team")).content.decode()
    look(client, goerlitz)
    Membership.objects.filter(user=facilitator).delete()
    assert BANNER not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert looking.SESSION_KEY not in client.session


def test_a_superuser_stays_one(goerlitz, superuser, editing, rf):
    client = editing(superuser)
    look(client, goerlitz)
    client.get(reverse("wagtailadmin_home"))
    assert User.objects.get(pk=superuser.pk).is_superuser
    superuser.looking_at, superuser.is_superuser = goerlitz, False
    with pytest.raises(PermissionDenied):
        superuser.save()
    superuser.save(update_fields=["last_login"])
    assert User.objects.get(pk=superuser.pk).is_superuser
    client.post(END)
    assert "Ort wechseln" in menu_of(client)


def test_the_own_account_stays_the_own(goerlitz, make_member, office, editing):
    coordination = make_member(Role.COORDINATION, goerlitz)
    client = editing(office)
    look(client, goerlitz)
    html = client.get(reverse("account")).content.decode()
    assert office.email in html
    assert coordination.email not in html


@pytest.mark.parametrize("role", ["superuser", "facilitator"])
def test_who_looks_still_needs_the_second_factor(role, goerlitz, make_member, editing, request):
    if role == "superuser":
        user = request.getfixturevalue("superuser")
    else:
        user = make_member(Role.FACILITATOR, region_key="14")
    client = editing(user)
    look(client, goerlitz)
    assert client.get(reverse("team")).status_code == 200
    Authenticator.objects.filter(user=user).delete()
    needed = client.get(reverse("team"), follow=True)
    assert needed.redirect_chain[0][0].startswith(reverse("second_factor_needed"))
    # The way back stays open: nothing is set up while looking.
    assert f'action="{END}"' in needed.content.decode()
    client.post(END)
    assert entries(goerlitz) == ["view.started", "view.ended"]
    assert client.get(reverse("wagtailadmin_home")).status_code == 302


def test_a_team_needs_none(goerlitz, make_member, editing):
    client = editing(make_member(Role.COORDINATION, goerlitz))
    assert client.get(reverse("team")).status_code == 200
