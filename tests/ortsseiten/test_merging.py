"""Two places become one, and nobody loses a date."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.models import Page

from kalender.models import EventListing, EventPage
from ortsseiten import lifecycle
from ortsseiten.merging import merge_places
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import HistoryEntry, HostAlias, Invitation, Membership, Place
from sites.places.roles import Role
from sites.runtime import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def coming():
    return clock.today() + timedelta(days=14)


def sequence(event) -> int:
    return event.records.get().sequence


def test_dates_keep_uid_and_address_and_reach_all_subscribers(
    goerlitz,
    leer,
    make_event,
    coming,
    public,
):
    event = make_event(goerlitz, "Sommerfest", coming)
    past = make_event(goerlitz, "Winterfest", clock.today() - timedelta(days=20))
    own = make_event(leer, "Teetrinken", coming)
    uid, before, untouched = event.records.get().uid, sequence(event), sequence(own)
    assert merge_places(source=goerlitz, target=leer, reason="Nachbarn") == 2
    event = EventPage.objects.get(pk=event.pk)
    record = event.records.get()
    assert (record.uid, record.sequence) == (uid, before + 1)
    assert "SUMMARY:Sommerfest · Leer" in bytes(record.vevents).decode()
    assert "http://leer.localhost/kalender/sommerfest/" in bytes(record.vevents).decode()
    assert sequence(own) == untouched
    assert EventListing.objects.get(event=event).place == leer
    feed = public(None, "/kalender/ort/leer.ics").text
    assert uid in feed
    assert past.records.get().uid in feed
    for old in ("/kalender/ort/goerlitz.ics", "/kalender/ort/goerlitz.google.ics"):
        answer = public(None, old)
        assert answer.status_code == 308
        assert answer["Location"] == old.replace("goerlitz", "leer")
    assert public(None, "/kalender/kreis/goerlitz-14626.ics").text.count("UID:") == 0
    assert uid in public(None, "/kalender/kreis/leer-03457.ics").text


def test_hosts_lead_there(goerlitz, leer, make_event, coming, client):
    make_event(goerlitz, "Sommerfest", coming)
    HostAlias.objects.create(hostname="europastadt.example", site=goerlitz.site)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    for host in ("goerlitz.localhost", "europastadt.example"):
        page = client.get("/kalender/sommerfest/", headers={"host": host})
        assert page.status_code == 301
        assert page["Location"] == "http://leer.localhost/kalender/sommerfest/"
        feed = client.get("/kalender.ics", headers={"host": host})
        assert feed.status_code == 308
        assert feed["Location"] == "http://leer.localhost/kalender.ics"
    page = client.get("/kalender/sommerfest/", headers={"host": "leer.localhost"})
    assert page.status_code == 200


def test_the_address_of_one_date_keeps_its_date(goerlitz, leer, make_event, coming, client):
    make_event(goerlitz, "Sommerfest", coming)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    event = "/kalender/sommerfest/"
    for asked, there in (
        (f"{event}{coming}/", f"{event}{coming}/"),
        (f"{event}{coming}/mehr/", event),
        (f"{event}morgen/", event),
        (f"/kalender/{coming}/", "/kalender/"),
        (event, event),
    ):
        answer = client.get(asked, headers={"host": "goerlitz.localhost"})
        assert (answer.status_code, answer["Location"]) == (301, f"http://leer.localhost{there}")
    dated = client.get(f"{event}{coming}/", headers={"host": "leer.localhost"})
    assert dated.status_code == 200


def test_a_merger_is_one_entry_of_each_history(goerlitz, leer, make_event, coming, make_member):
    make_event(goerlitz, "Sommerfest", coming)
    make_event(leer, "Sommerfest", coming)
    make_member(Role.EDITOR, goerlitz)
    office = make_member(Role.NETWORK_OFFICE)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn", user=office)
    assert [entry.what for entry in goerlitz.history.all()] == ["place.merged"]
    [entry] = leer.history.all()
    assert entry.sentence == (
        "Görlitz ist jetzt Teil von Leer: 1 Seite (Termine, Beiträge, Projekte) und 1 Person "
        "sind umgezogen"
    )


def test_posts_move_and_a_taken_address_gets_the_places_name(goerlitz, leer, public):
    for place in (goerlitz, leer):
        index = NewsIndexPage.objects.descendant_of(place.container).get()
        post = NewsPage(title="Neue Bank", live=False)
        index.add_child(instance=post)
        post.save_revision().publish()
        post.save_revision()
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    assert public(leer, "/aktuelles/neue-bank/").status_code == 200
    moved = NewsPage.objects.get(slug="neue-bank-goerlitz")
    assert moved.path.startswith(leer.container.path)
    assert public(leer, "/aktuelles/neue-bank-goerlitz/").status_code == 200
    moved.get_latest_revision().publish()
    assert public(leer, "/aktuelles/neue-bank-goerlitz/").status_code == 200


def test_the_team_joins_and_keeps_a_role_that_it_has(
    goerlitz, leer, make_member, django_capture_on_commit_callbacks
):
    newcomer = make_member(Role.COORDINATION, goerlitz)
    known = make_member(Role.EDITOR, goerlitz)
    Membership.objects.create(user=known, role=Role.EVENTS, place=leer)
    host = make_member(Role.COORDINATION, leer)
    now = clock.now()
    Invitation.objects.create(
        email="neu@netz.example", role=Role.EDITOR, place=goerlitz,
        created_at=now, sent_at=now, expires_at=now + timedelta(days=7),
    )  # fmt: skip
    with django_capture_on_commit_callbacks(execute=True):
        merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    roles = dict(Membership.objects.filter(place=leer).values_list("user__email", "role"))
    assert roles == {
        newcomer.email: Role.COORDINATION,
        known.email: Role.EVENTS,
        host.email: Role.COORDINATION,
    }
    assert not Membership.objects.filter(place=goerlitz).exists()
    assert Invitation.objects.get().withdrawn_at
    told = sorted(address for message in mail.outbox for address in message.to)
    assert told == sorted([newcomer.email, known.email, host.email])
    assert HistoryEntry.objects.filter(what="place.merged").count() == 2


def test_pictures_and_papers_come_along(goerlitz, leer):
    paper = get_document_model().objects.create(
        title="Protokoll", file=ContentFile(b"x", "p.txt"), collection=goerlitz.collection
    )
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    paper.refresh_from_db()
    assert paper.collection == leer.collection


def test_a_co_host_hands_over_and_is_never_there_twice(
    goerlitz,
    leer,
    make_place,
    make_event,
    coming,
):
    berlin = make_place("Berlin-Moabit", "10551", short_name="Moabit")
    shared, both = make_event(berlin, "Tagung", coming), make_event(leer, "Fahrt", coming)
    for event in (shared, both):
        EventListing.objects.create(event=event, place=goerlitz, role=EventListing.Role.COHOST)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    listed = EventListing.objects.order_by("event", "place").values_list("event", "place")
    assert set(listed) == {(shared.pk, berlin.pk), (shared.pk, leer.pk), (both.pk, leer.pk)}
    assert len(listed) == 3


def test_the_tree_stays_sound_and_a_page_costs_few_statements(goerlitz, leer, make_event, coming):
    make_event(leer, "Teetrinken", coming)
    for number in range(12):
        make_event(goerlitz, f"Termin {number}", coming)
    draft = make_event(goerlitz, "Entwurf", coming, publish=False)
    with CaptureQueriesContext(connection) as captured:
        assert merge_places(source=goerlitz, target=leer, reason="Nachbarn") == 13
    assert len(captured) < 13 * 20
    assert Page.find_problems() == ([], [], [], [], [])
    draft.refresh_from_db()
    assert draft.url_path == f"{leer.site.root_page.url_path}kalender/entwurf/"
    assert not draft.live


def test_repeating_does_nothing(goerlitz, leer):
    assert merge_places(source=goerlitz, target=leer, reason="Nachbarn") == 0
    assert merge_places(source=goerlitz, target=leer, reason="Nachbarn") == 0
    goerlitz.refresh_from_db()
    assert (goerlitz.status, goerlitz.merged_into) == (Place.Status.CLOSED, leer)
    assert HistoryEntry.objects.filter(what="place.merged").count() == 2


def test_what_cannot_be_merged(goerlitz, leer, make_place):
    berlin = make_place("Berlin-Moabit", "10551", short_name="Moabit")
    soon = make_place("Kyritz", "16866", status=Place.Status.PREPARING)
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    lifecycle.close_place(place=berlin, reason="Ende")
    for source, target in (
        *((leer, leer), (leer, goerlitz), (leer, berlin), (leer, soon), (goerlitz, berlin)),
    ):
        with pytest.raises(ValidationError):
            merge_places(source=source, target=target, reason="Nachbarn")
    leer.refresh_from_db()
    assert (leer.status, leer.merged_into) == (Place.Status.ACTIVE, None)
    with pytest.raises(ValidationError):
        lifecycle.reopen_place(place=goerlitz)


def test_a_chain_leads_to_its_end(goerlitz, leer, make_place, public):
    berlin = make_place("Berlin-Moabit", "10551", short_name="Moabit")
    merge_places(source=goerlitz, target=leer, reason="Nachbarn")
    leer.refresh_from_db()
    merge_places(source=leer, target=berlin, reason="Nachbarn")
    assert Place.objects.get(slug="goerlitz").merged_into == berlin
    answer = public(None, "/kalender/ort/goerlitz.ics")
    assert answer["Location"] == f"/kalender/ort/{berlin.slug}.ics"


def test_the_office_finds_the_other_place_by_typing(goerlitz, leer, make_member, editing):
    client = editing(make_member(Role.NETWORK_OFFICE))
    url = reverse("place_merge", args=[goerlitz.pk])
    link = f'href="?ziel={leer.pk}"'
    assert link not in client.get(url).text
    assert link in client.get(f"{url}?suche=26789").text
    assert f"?ziel={goerlitz.pk}" not in client.get(f"{url}?suche=goerlitz").text
    confirm = f"{url}?ziel={leer.pk}"
    assert "lässt sich nicht zurücknehmen" in client.get(confirm).text
    assert client.post(confirm, {"reason": "Nachbarn"}).status_code == 200
    goerlitz.refresh_from_db()
    assert goerlitz.merged_into is None
    assert client.post(confirm, {"reason": "Nachbarn", "sure": "on"}).status_code == 302
    goerlitz.refresh_from_db()
    assert goerlitz.merged_into == leer
    heir = reverse("place", args=[leer.pk])
    merged = client.get(reverse("place", args=[goerlitz.pk])).text
    assert f'<a href="{heir}">Leer</a>' in merged
    assert "Hier arbeiten" not in merged
    assert "Hier arbeiten" in client.get(heir).text
    places = client.get(reverse("places_index")).text
    assert f'<a href="{heir}">gehört jetzt zu Leer</a>' in places
    assert goerlitz.url not in places
    assert leer.url in places
    other = editing(make_member(Role.FACILITATOR, region_key="14"))
    assert other.post(confirm, {"reason": "x", "sure": "on"}).status_code == 403
