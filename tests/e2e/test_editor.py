"""An editor of Görlitz logs in, enters an event for the surroundings and publishes it."""

import urllib.request
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from kalender.models import CalendarPage
from sites.accounts.models import User
from sites.places.models import Membership
from sites.places.roles import Role
from sites.runtime import clock

TITLE = "Leerstandsspaziergang in der Altstadt"


@pytest.fixture
def editor(places) -> User:
    user = User.objects.create_user("jana@goerlitz.example")
    Membership.objects.create(user=user, role=Role.COORDINATION, place=places["goerlitz"])
    return user


def _feed(address, path: str) -> str:
    with urllib.request.urlopen(address("", f"/kalender/{path}.ics")) as answer:
        return answer.read().decode().replace("\r\n ", "")


def test_an_event_for_the_surroundings_reaches_the_right_calendars(
    page: Page, address, places, editor, mailed_code
):
    page.goto(address("redaktion", "/redaktion/"))
    page.get_by_label("E-Mail-Adresse").fill("jana@goerlitz.example")
    page.get_by_role("button", name="Code schicken").click()
    page.get_by_label("Code aus der Mail").fill(mailed_code())
    page.get_by_role("button", name="Anmelden").click()
    expect(page).to_have_url(address("redaktion", "/redaktion/"))

    calendar = CalendarPage.objects.child_of(places["goerlitz"].site.root_page).get()
    page.goto(address("redaktion", f"/redaktion/pages/add/kalender/eventpage/{calendar.pk}/"))
    day = clock.today() + timedelta(days=10)
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=start_date]").fill(f"{day:%Y-%m-%d}")
    page.locator("[name=start_time]").fill("17:00")
    expect(page.locator("[name=start_date]")).to_have_value(f"{day:%Y-%m-%d}")
    page.locator("[name=end_time]").fill("19:00")
    page.locator("[name=venue_name]").fill("Obermarkt")
    page.locator("[name=teaser]").fill("Wir sehen uns an, was hier möglich wäre.")
    reach = page.locator("[name=reach]")
    expect(reach.locator("option")).to_have_text(["Nur bei uns", "In der Umgebung"])
    reach.select_option("nearby")
    page.get_by_role("button", name="Weitere Aktionen").or_(
        page.locator("[data-w-dropdown-target=toggle]").last
    ).first.click()
    page.get_by_role("button", name="Veröffentlichen").first.click()
    expect(page.get_by_text("veröffentlicht").first).to_be_visible()

    page.goto(address("goerlitz"))
    expect(page.locator(f"time[datetime^='{day:%Y-%m-%d}']").first).to_be_visible()
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()
    page.goto(address("", "/kalender/"))
    expect(page.get_by_role("link", name=TITLE).first).to_be_visible()

    inside = ("ort/goerlitz", "kreis/goerlitz-14626", "land/sachsen", "umkreis/02763-50")
    for path in inside:
        assert f"SUMMARY:{TITLE}" in _feed(address, path), path
    for path in ("netzwerk", "ort/zittau", "land/thueringen", "umkreis/02763-5"):
        assert TITLE not in _feed(address, path), path
