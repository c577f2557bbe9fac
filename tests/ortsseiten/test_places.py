"""The centre's list of places, one place, and the acts."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from ortsseiten import lifecycle
from ortsseiten.merging import merge_places
from ortsseiten.place_acts import ACTS, offered
from ortsseiten.place_list import search, since
from sites.content import order
from sites.places.models import HistoryEntry, Place
from sites.places.roles import Role
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def office(network, make_member, editing):
    return editing(make_member(Role.NETWORK_OFFICE))


def shown(answer) -> list[str]:
    return [place.slug for place in answer.context["page"]]


def rows(count: int) -> None:
    """Places with next to nothing, for counting queries."""
    model = Place.objects.get(slug="goerlitz")
    for number in range(count):
        model.pk = model.site_id = model.container_id = model.collection_id = None
        model._state.adding = True
        model.slug, model.short_name = f"ort-{number}", f"Ort {number}"
        model.save()


class TestList:
    def test_the_office_sees_all_and_a_facilitator_the_region(
        self, goerlitz, leer, make_member, editing
    ):
        url = reverse("places_index")
        assert shown(editing(make_member(Role.NETWORK_OFFICE)).get(url)) == ["goerlitz", "leer"]
        client = editing(make_member(Role.FACILITATOR, region_key="14"))
        assert shown(client.get(url)) == ["goerlitz"]
        assert client.get(reverse("place", args=[goerlitz.pk])).status_code == 200
        assert client.get(reverse("place", args=[leer.pk])).status_code == 403
        assert client.get(reverse("place", args=[999_999])).status_code == 403

    def test_a_team_sees_neither_list_nor_place(self, goerlitz, make_member, editing):
        client = editing(make_member(Role.COORDINATION, goerlitz))
        for url in (reverse("places_index"), reverse("place", args=[goerlitz.pk])):
            assert client.get(url).status_code == 403
        assert reverse("places_index") not in client.get(reverse("wagtailadmin_home")).text

    def test_nobody_but_the_office_acts(self, goerlitz, make_member, editing):
        client = editing(make_member(Role.FACILITATOR, region_key="14"))
        assert (
            str(ACTS["pausieren"].title)
            not in client.get(reverse("place", args=[goerlitz.pk])).text
        )
        for name in ACTS:
            url = reverse("place_act", args=[goerlitz.pk, name])
            data = {"reason": "Darum", "sure": "on", "hostname": "x.example"}
            assert client.post(url, data).status_code == 403
        goerlitz.refresh_from_db()
        assert goerlitz.status == Place.Status.ACTIVE
        assert not HistoryEntry.objects.filter(what__startswith="place.").exists()

    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Görlitz", ["goerlitz"]),
            ("goerl", ["goerlitz"]),
            ("GORLITZ", ["goerlitz"]),
            ("moabit", ["berlin-moabit"]),
            ("0282", ["goerlitz"]),
            ("leer.localhost", ["leer"]),
            ("https://alt.leer.example/kalender/", ["leer"]),
            ("örlitz", []),
            ("%", []),
            ("", ["berlin-moabit", "goerlitz", "leer"]),
        ],
    )
    def test_search(self, goerlitz, leer, make_place, text, found):
        make_place("Berlin-Moabit", "10551")
        leer.site.aliases.create(hostname="alt.leer.example")
        assert [place.slug for place in search(Place.objects.all(), text)] == found

    def test_a_name_with_oe_finds_a_renamed_place(self, leer):
        lifecycle.rename_place(place=leer, short_name="Köln-Süd")
        for text in ("koeln", "Köln", "koln"):
            assert search(Place.objects.all(), text).get() == leer

    def test_filters(self, goerlitz, leer, office):
        order.freeze_publishing(place=leer, reason="Werbung")
        Place.objects.filter(pk=leer.pk).update(last_activity_at=clock.now())
        past = clock.now() - timedelta(days=100)
        Place.objects.filter(pk=goerlitz.pk).update(last_activity_at=past)
        url = reverse("places_index")
        for query, found in [
            ("land=14", ["goerlitz"]),
            ("land=14&kreis=14626", ["goerlitz"]),
            ("land=14&kreis=14612", []),
            ("land=03&kreis=14626", ["leer"]),  # a Kreis of another Land counts as none
            ("stand=paused", []),
            ("stand=angehalten", ["leer"]),
            ("stand=geprueft", []),
            ("still=3", ["goerlitz"]),
            ("still=6", []),
            ("still=unsinn&stand=unsinn&p=unsinn", ["goerlitz", "leer"]),
            ("folge=aktiv", ["leer", "goerlitz"]),
            ("folge=still", ["goerlitz", "leer"]),
            ("suche=leer&land=14", []),
        ]:
            assert shown(office.get(f"{url}?{query}")) == found, query
        assert 'name="kreis"' not in office.get(url).text
        assert "Landkreis Görlitz" in office.get(f"{url}?land=14").text

    def test_no_select_box_lists_places(self, goerlitz, leer, office):
        pages = [
            reverse("places_index"),
            reverse("place", args=[goerlitz.pk]),
            reverse("place_merge", args=[goerlitz.pk]),
            *(reverse("place_act", args=[goerlitz.pk, name]) for name, _act in offered(goerlitz)),
        ]
        for url in pages:
            answer = office.get(url)
            assert answer.status_code == 200
            assert f'<option value="{leer.pk}"' not in answer.text
            if url != pages[0]:
                assert "Leer" not in answer.text

    def test_the_same_queries_at_two_and_at_sixty_places(self, goerlitz, leer, office):
        url = reverse("places_index")
        detail = reverse("place", args=[goerlitz.pk])
        office.get(url)

        def count(address) -> int:
            with CaptureQueriesContext(connection) as captured:
                assert office.get(address).status_code == 200
            return len(captured)

        few = [count(url), count(detail)]
        rows(58)
        many = [count(url), count(detail)]
        assert many == few
        assert len(shown(office.get(url))) == 50
        assert len(shown(office.get(f"{url}?p=2"))) == 10

    def test_words_for_the_last_sign_of_life(self):
        now = clock.now()
        said = [since(now - timedelta(days=days)) for days in (0, 1, 5, 100, 800)]
        assert said == ["heute", "gestern", "vor 5 Tagen", "vor 3 Monaten", "vor 2 Jahren"]
        assert since(None) == "noch nichts"


class TestActs:
    @pytest.fixture
    def act(self, office, django_capture_on_commit_callbacks):
        def post(place, name, **data):
            with django_capture_on_commit_callbacks(execute=True):
                return office.post(reverse("place_act", args=[place.pk, name]), data)

        return post

    def test_pause_and_reopen(self, goerlitz, make_member, act, public):
        team = make_member(Role.COORDINATION, goerlitz)
        make_member(Role.EVENTS, goerlitz)
        assert act(goerlitz, "pausieren", reason="Bis Ostern").status_code == 302
        assert "macht gerade Pause" in public(goerlitz).text
        [entry] = HistoryEntry.objects.filter(place=goerlitz, what="place.paused")
        assert entry.reason == "Bis Ostern"
        assert entry.actor_name
        assert [message.to for message in mail.outbox] == [[team.email]]
        assert "Bis Ostern" in mail.outbox[0].body
        act(goerlitz, "pausieren")
        assert HistoryEntry.objects.filter(what="place.paused").count() == 1
        act(goerlitz, "wieder-oeffnen")
        goerlitz.refresh_from_db()
        assert goerlitz.status == Place.Status.ACTIVE

    def test_opening_wants_a_way_of_contact(self, make_place, act):
        bare = make_place("Kyritz", "16866", status=Place.Status.PREPARING)
        assert "E-Mail-Adresse oder eine Telefonnummer" in act(bare, "oeffnen").text
        ready = make_place(
            "Leer", "26789", status=Place.Status.PREPARING, contact_mail="leer@netz.example"
        )
        assert act(ready, "oeffnen").status_code == 302
        bare.refresh_from_db()
        ready.refresh_from_db()
        assert (bare.status, ready.status) == (Place.Status.PREPARING, Place.Status.ACTIVE)

    def test_closing_wants_a_reason_and_a_yes(self, goerlitz, act):
        assert act(goerlitz, "schliessen", reason="Gruppe löst sich auf").status_code == 200
        assert act(goerlitz, "schliessen", sure="on").status_code == 200
        goerlitz.refresh_from_db()
        assert goerlitz.status == Place.Status.ACTIVE
        act(goerlitz, "schliessen", reason="Gruppe löst sich auf", sure="on")
        goerlitz.refresh_from_db()
        assert goerlitz.status == Place.Status.CLOSED
        assert goerlitz.closed_at
        act(goerlitz, "wieder-oeffnen")
        goerlitz.refresh_from_db()
        assert (goerlitz.status, goerlitz.closed_at) == (Place.Status.ACTIVE, None)

    def test_a_closed_place_is_read_only_for_its_team(self, goerlitz, leer, make_member, editing):
        lifecycle.close_place(place=goerlitz, reason="Ende")
        for place, status in ((goerlitz, 403), (leer, 200)):
            client = editing(make_member(Role.EDITOR, place))
            news = place.site.root_page.get_children().get(slug="aktuelles")
            url = reverse("wagtailadmin_pages:add", args=["news", "newspage", news.pk])
            answer = client.get(url)
            assert (answer.status_code == 200) == (status == 200)

    def test_rename_keeps_the_slug_and_the_host(self, goerlitz, act):
        names = {
            "official_name": "Görlitz",
            "short_name": "Zgorzelec",
            "group_name": "Europastadt",
            "in_name": "in Zgorzelec",
        }
        assert act(goerlitz, "umbenennen", **names).status_code == 302
        goerlitz.refresh_from_db()
        assert (goerlitz.slug, goerlitz.short_name) == ("goerlitz", "Zgorzelec")
        assert "aus „Görlitz“ wurde „Zgorzelec“" in HistoryEntry.objects.latest("pk").sentence
        act(goerlitz, "umbenennen", **names)
        assert HistoryEntry.objects.filter(what="place.renamed").count() == 1

    def test_a_new_host(self, goerlitz, leer, act, public, client):
        answer = act(goerlitz, "adresse", hostname="leer.localhost")
        assert "gehört schon zu einer anderen Website" in answer.text
        assert 'value="leer.localhost"' in answer.text
        assert act(goerlitz, "adresse", hostname="görlitz.example").status_code == 302
        goerlitz.refresh_from_db()
        assert goerlitz.site.hostname == "xn--grlitz-wxa.example"

    def test_a_merged_place_is_acted_upon_no_more(self, goerlitz, leer, act, office):
        merge_places(source=goerlitz, target=leer, reason="Nachbarn")
        before = HistoryEntry.objects.count()
        for name in ACTS:
            answer = act(goerlitz, name, reason="Darum", sure="on", hostname="x.example")
            assert (answer.status_code, answer.url) == (302, reverse("place", args=[goerlitz.pk]))
        assert "geht hier jetzt nicht" in office.get(answer.url).text
        assert HistoryEntry.objects.count() == before
        goerlitz.refresh_from_db()
        assert (goerlitz.publishing_frozen_at, goerlitz.under_review_at) == (None, None)

    def test_a_half_made_place_waits_for_its_pages(self, goerlitz, act, office):
        """Provisioning made the row and nothing else yet."""
        half = Place.objects.get(pk=goerlitz.pk)
        half.pk = half.site_id = half.container_id = half.collection_id = None
        half._state.adding = True
        half.slug = "halb"
        half.save()
        for name in ACTS:
            for answer in (
                act(half, name, reason="Darum", sure="on", hostname="x.example"),
                office.get(reverse("place_act", args=[half.pk, name])),
            ):
                assert answer.url == reverse("place", args=[half.pk])
        assert office.get(answer.url).status_code == 200
        half.refresh_from_db()
        assert (half.status, half.publishing_frozen_at) == (Place.Status.ACTIVE, None)

    def test_every_act_that_is_offered_shows_its_form(self, goerlitz, office):
        text = office.get(reverse("place", args=[goerlitz.pk])).text
        found = [name for name in ACTS if f"/orte/{goerlitz.pk}/{name}/" in text]
        assert found == [
            *("pausieren", "umbenennen", "adresse", "anhalten", "pruefen", "schliessen")
        ]
        assert office.get(reverse("place_act", args=[goerlitz.pk, "unsinn"])).status_code == 404
