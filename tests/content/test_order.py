"""Keeping order: pull a page, freeze a place, say that a page is being checked."""

from datetime import date, time, timedelta

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from kalender.models import CalendarPage, EventPage, Occurrence
from sites.content import order
from sites.content.models import PulledPage
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import HistoryEntry, Membership, Place
from sites.places.roles import Role
from sites.runtime import clock

pytestmark = pytest.mark.django_db
TITLE = "Neue Bank am Markt"


@pytest.fixture
def make_post():
    def make(place, title=TITLE):
        index = NewsIndexPage.objects.descendant_of(place.container).get()
        post = NewsPage(title=title, live=False)
        index.add_child(instance=post)
        post.save_revision().publish()
        return NewsPage.objects.get(pk=post.pk)

    return make


@pytest.fixture
def sent(django_capture_on_commit_callbacks):
    """sent(act) → the mails that the act sends."""

    def run(act, **arguments):
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True):
            act(**arguments)
        return mail.outbox[before:]

    return run


def publish(client, page, title):
    data = {"title": title, "date": "2026-11-03", "body-count": "0", "action-publish": "1"}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)


class TestPulling:
    def test_off_the_web_with_reason_history_and_mail(
        self, goerlitz, leer, make_post, make_member, public, sent, superuser
    ):
        post, other = make_post(goerlitz), make_post(leer)
        team = [make_member(role, goerlitz).email for role in (Role.COORDINATION, Role.EDITOR)]
        make_member(Role.COORDINATION, leer)
        messages = sent(order.pull_page, page=post, reason="Werbung", user=superuser)
        assert public(goerlitz, "/aktuelles/neue-bank-am-markt/").status_code == 404
        assert public(leer, "/aktuelles/neue-bank-am-markt/").status_code == 200
        assert TITLE not in public(goerlitz, "/aktuelles/").text
        assert [message.to for message in messages] == [[address] for address in team]
        assert "Werbung" in messages[0].body
        [entry] = HistoryEntry.objects.filter(what="page.pulled")
        assert (entry.place, entry.reason, entry.subject_id) == (goerlitz, "Werbung", post.pk)
        assert sent(order.pull_page, page=post, reason="Werbung") == []
        assert PulledPage.objects.filter(page=other).count() == 0

    def test_the_team_corrects_the_draft_and_cannot_publish_it(
        self, goerlitz, make_post, make_member, editing
    ):
        post, twin = make_post(goerlitz), make_post(goerlitz, "Sommerfest")
        order.pull_page(page=post, reason="Werbung")
        client = editing(make_member(Role.EDITOR, goerlitz))
        answer = client.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
        assert "Grund: Werbung." in answer.text
        publish(client, post, "Bank ohne Werbung")
        publish(client, twin, "Sommerfest im Park")
        post.refresh_from_db()
        twin.refresh_from_db()
        assert not post.live
        assert post.latest_revision.as_object().title == "Bank ohne Werbung"
        assert (twin.live, twin.title) == (True, "Sommerfest im Park")

    def test_no_way_round_it(self, goerlitz, make_post, make_member, superuser):
        """Approval by a reviewer and a planned publication ask no permission."""
        post = make_post(goerlitz)
        planned = post.save_revision(approved_go_live_at=clock.now() + timedelta(days=1))
        order.pull_page(page=post, reason="Werbung")
        planned.refresh_from_db()
        assert planned.approved_go_live_at is None
        post.get_latest_revision().publish()
        post.refresh_from_db()
        assert not post.live
        for user in (make_member(Role.COORDINATION, goerlitz), superuser):
            tester = post.permissions_for_user(user)
            assert not tester.can_publish()
            assert not tester.can_copy()
            assert tester.can_edit()

    def test_released_it_can_be_published_again(
        self, goerlitz, make_post, make_member, editing, sent
    ):
        post = make_post(goerlitz)
        editor = make_member(Role.EDITOR, goerlitz)
        order.pull_page(page=post, reason="Werbung")
        assert len(sent(order.release_page, page=post, reason="Danke")) == 1
        assert sent(order.release_page, page=post) == []
        post.refresh_from_db()
        assert not post.live
        publish(editing(editor), post, "Bank ohne Werbung")
        post.refresh_from_db()
        assert post.live
        assert HistoryEntry.objects.get(what="page.released").reason == "Danke"

    def test_an_event_leaves_lists_and_feeds_and_keeps_its_uid(self, goerlitz, public):
        calendar = CalendarPage.objects.descendant_of(goerlitz.container).get()
        day = clock.today() + timedelta(days=14)
        event = EventPage(title="Kaffeefahrt", start_date=day, start_time=time(19), live=False)
        calendar.add_child(instance=event)
        event.save_revision().publish()
        uid = event.records.get().uid
        feed = "/kalender/ort/goerlitz.ics"
        assert "Kaffeefahrt" in public(None, feed).text
        order.pull_page(page=event, reason="Verkaufsveranstaltung")
        assert not Occurrence.objects.exists()
        assert "Kaffeefahrt" not in public(None, feed).text
        order.release_page(page=event)
        EventPage.objects.get(pk=event.pk).save_revision().publish()
        assert event.records.get().uid == uid
        assert "Kaffeefahrt" in public(None, feed).text

    def test_fixed_pages_stay(self, goerlitz):
        with pytest.raises(PermissionDenied):
            order.pull_page(page=goerlitz.site.root_page.specific, reason="Alles")

    def test_a_reason_is_owed(self, goerlitz, make_post):
        post = make_post(goerlitz)
        with pytest.raises(ValidationError):
            order.pull_page(page=post, reason="  ")
        post.refresh_from_db()
        assert post.live

    def test_only_the_centre_has_button_and_address(
        self, goerlitz, make_post, make_member, editing
    ):
        post = make_post(goerlitz)
        urls = [reverse(name, args=[post.pk]) for name in ("pull_page", "release_page")]
        edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
        for role in (Role.COORDINATION, Role.EDITOR):
            client = editing(make_member(role, goerlitz))
            assert urls[0] not in client.get(edit).text
            for url in urls:
                assert client.post(url, {"reason": "Darum"}).status_code == 403
        assert not PulledPage.objects.exists()
        client = editing(make_member(Role.NETWORK_OFFICE))
        assert urls[0] in client.get(edit).text
        assert client.get(urls[0]).status_code == 200
        assert client.post(urls[0], {"reason": ""}).status_code == 200
        assert not PulledPage.objects.exists()
        client.post(urls[0], {"reason": "Werbung"})
        assert PulledPage.objects.get().reason == "Werbung"
        assert urls[1] in client.get(edit).text
        client.post(urls[1], {"reason": ""})
        assert not PulledPage.objects.exists()

    def test_a_pull_is_one_entry_of_the_history(self, goerlitz, make_post, make_member, editing):
        office = make_member(Role.NETWORK_OFFICE)
        office.first_name, office.last_name = "Mirjam", "Tolle"
        office.save()
        pulled, other = make_post(goerlitz), make_post(goerlitz, "Anderes")
        other.specific.unpublish(user=office)
        client = editing(office)
        client.post(reverse("pull_page", args=[pulled.pk]), {"reason": "Werbung"})
        history = HistoryEntry.objects.filter(place=goerlitz)
        assert sorted(entry.what for entry in history) == ["page.pulled", "page.unpublished"]
        assert {entry.actor_name for entry in history} == {"Mirjam Tolle"}
        page = client.get(reverse("place", args=[goerlitz.pk])).text
        assert "Netzwerkbüro Mirjam Tolle hat „Anderes“ von der Seite genommen." in page
        assert page.count("(Mirjam Tolle)") == 1

    def test_mails_lead_to_the_draft_and_reach_its_author(
        self, goerlitz, leer, make_post, make_member, sent, superuser
    ):
        post = make_post(goerlitz)
        coordination = make_member(Role.COORDINATION, goerlitz)
        author = make_member(Role.EVENTS, goerlitz)
        assert make_member(Role.EDITOR, leer).email not in (coordination.email, author.email)
        post.owner = author
        post.save()
        form = reverse("wagtailadmin_pages:edit", args=[post.pk])
        for act in (order.pull_page, order.release_page):
            messages = sent(act, page=post, reason="Werbung", user=superuser)
            addresses = [address for message in messages for address in message.to]
            assert sorted(addresses) == sorted([coordination.email, author.email])
            assert all(form in message.body for message in messages)
        author.memberships.update(place=leer)
        [message] = sent(order.pull_page, page=post, reason="Werbung", user=superuser)
        assert message.to == [coordination.email]

    def test_the_form_says_why_to_the_team_and_how_to_the_centre(
        self, goerlitz, make_post, make_member, editing, superuser
    ):
        post, other = make_post(goerlitz), make_post(goerlitz, "Anderes")
        form = reverse("wagtailadmin_pages:edit", args=[post.pk])
        order.pull_page(page=post, reason="Werbung", user=superuser)
        team = editing(make_member(Role.COORDINATION, goerlitz))
        assert "Netzwerkbüro hat diese Seite zurückgezogen. Grund: Werbung." in team.get(form).text
        other_form = reverse("wagtailadmin_pages:edit", args=[other.pk])
        assert "zurückgezogen" not in team.get(other_form).text
        office = editing(make_member(Role.NETWORK_OFFICE)).get(form).text
        assert "Diese Seite ist zurückgezogen. Grund: Werbung." in office
        assert "Das Netzwerkbüro hat" not in office

    def test_many_pages_cost_one_query(
        self, goerlitz, make_post, make_member, django_assert_num_queries
    ):
        posts = [make_post(goerlitz, f"Beitrag {number}") for number in range(6)]
        for post in posts[:3]:
            order.pull_page(page=post, reason="Werbung")
        user = make_member(Role.EDITOR, goerlitz)
        posts[0].permissions_for_user(user).can_publish()
        with django_assert_num_queries(0):
            may = [post.permissions_for_user(user).can_publish() for post in posts]
        assert may == [False] * 3 + [True] * 3


class TestFreezing:
    def test_the_form_says_why_there_is_no_button(
        self, goerlitz, leer, make_post, make_member, editing, superuser
    ):
        forms = [
            reverse("wagtailadmin_pages:edit", args=[make_post(place).pk])
            for place in (goerlitz, leer)
        ]
        order.freeze_publishing(place=goerlitz, reason="Viel Werbung", user=superuser)
        user = make_member(Role.EDITOR, goerlitz)
        Membership.objects.create(user=user, place=leer, role=Role.EDITOR)
        said = "Das Netzwerkbüro hat das Veröffentlichen bei Ihnen angehalten"
        client = editing(user)
        frozen, free = (client.get(form).text for form in forms)
        assert said in frozen
        assert "Grund: Viel Werbung." in frozen
        assert said not in free
        assert said not in editing(superuser).get(forms[0]).text

    def test_drafts_only_until_it_is_lifted(
        self, goerlitz, leer, make_post, make_member, editing, sent
    ):
        posts = {place.pk: make_post(place) for place in (goerlitz, leer)}
        editors = {place.pk: make_member(Role.EDITOR, place) for place in (goerlitz, leer)}
        planned = posts[goerlitz.pk].save_revision(
            approved_go_live_at=clock.now() + timedelta(days=1)
        )
        [message] = sent(order.freeze_publishing, place=goerlitz, reason="Werbung")
        assert "Werbung" in message.body
        assert sent(order.freeze_publishing, place=goerlitz, reason="Werbung") == []
        planned.refresh_from_db()
        assert planned.approved_go_live_at is None
        for place, title in ((goerlitz, TITLE), (leer, "Anders")):
            publish(editing(editors[place.pk]), posts[place.pk], "Anders")
            posts[place.pk].refresh_from_db()
            assert posts[place.pk].title == title
        client = editing(editors[goerlitz.pk])
        home = client.get(reverse("wagtailadmin_home")).text
        assert "Veröffentlichen ist angehalten" in home
        assert "Werbung" in home
        order.allow_publishing(place=goerlitz)
        assert "Veröffentlichen ist angehalten" not in client.get(reverse("wagtailadmin_home")).text
        publish(editing(editors[goerlitz.pk]), posts[goerlitz.pk], "Anders")
        posts[goerlitz.pk].refresh_from_db()
        assert posts[goerlitz.pk].title == "Anders"
        acts = HistoryEntry.objects.filter(place=goerlitz, what__startswith="place.")
        assert [entry.what for entry in acts] == ["place.unfrozen", "place.frozen"]


class TestReview:
    def test_a_line_on_every_public_page_of_this_place_only(
        self, goerlitz, leer, make_post, public, sent, make_member
    ):
        make_post(goerlitz)
        make_member(Role.COORDINATION, goerlitz)
        line = "Diese Seite wird geprüft."
        addresses = ["/", "/kalender/", "/aktuelles/neue-bank-am-markt/", "/impressum/"]
        assert line not in public(goerlitz).text
        assert len(sent(order.put_under_review, place=goerlitz, reason="Hinweis")) == 1
        for path in addresses:
            assert line in public(goerlitz, path).text, path
        assert line not in public(leer).text
        assert line not in public(None).text
        assert len(sent(order.end_review, place=goerlitz)) == 1
        assert line not in public(goerlitz).text


class TestSignsOfLife:
    def test_the_teams_work_counts_and_the_centres_does_not(self, goerlitz, leer, make_post):
        def activity():
            return Place.objects.values_list("last_activity_at", flat=True).get(pk=goerlitz.pk)

        assert activity() is None
        moment = clock.now() - timedelta(days=40)
        with clock.stand_at(moment):
            post = make_post(goerlitz)
        assert activity() == moment
        order.put_under_review(place=goerlitz, reason="Hinweis")
        order.pull_page(page=post, reason="Werbung")
        make_post(leer)
        assert activity() == moment
        assert date.fromisoformat("2026-01-01") < activity().date()
