"""A citizen on a phone, without an account, finds a place and its next event."""

from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from kalender.models import CalendarPage, EventPage
from sites.runtime import clock


@pytest.fixture
def next_event(places) -> EventPage:
    calendar = CalendarPage.objects.child_of(places["goerlitz"].site.root_page).get()
    event = EventPage(
        title="Küchentisch im Hof",
        teaser="Wer kommt, bringt einen Stuhl mit.",
        start_date=clock.today() + timedelta(days=3),
        start_time="19:00",
        end_time="21:00",
        venue_name="Alte Mälzerei",
    )
    calendar.add_child(instance=event)
    event.save_revision().publish()
    return event


def test_from_the_network_to_the_next_event(phone: Page, address, places, next_event):
    asked = []
    phone.on("request", lambda request: asked.append(request.url))
    phone.goto(address())
    phone.get_by_role("searchbox", name="Postleitzahl oder Ort").fill("görl")
    phone.get_by_role("button", name="Meinen Ort finden").click()
    results = phone.get_by_role("region", name="Orte zu „görl“")
    expect(results.get_by_role("link")).to_have_text(["Görlitz"])
    results.get_by_role("link").click()
    expect(phone).to_have_url(address("goerlitz"))
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Görlitz")
    link = phone.get_by_role("link", name="Küchentisch im Hof").first
    expect(link).to_be_visible()
    link.click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Küchentisch im Hof")
    expect(phone.get_by_text("Alte Mälzerei").first).to_be_visible()
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    assert phone.context.cookies() == []
    assert not [url for url in asked if ".localhost:" not in url and "//localhost:" not in url]


def test_a_postcode_leads_to_the_nearest_places(phone: Page, address, places):
    phone.goto(address("", "/orte/?q=02899"))  # Ostritz, between the two towns
    results = phone.get_by_role("region", name="Orte zu „02899“")
    # Görlitz is 13 km away, Zittau 18.
    expect(results.get_by_role("link")).to_have_text(["Görlitz", "Zittau"])


def test_without_javascript_the_same_way_is_open(browser, address, places, next_event):
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    page.goto(address())
    page.get_by_role("searchbox", name="Postleitzahl oder Ort").fill("Görlitz")
    page.get_by_role("button", name="Meinen Ort finden").click()
    page.get_by_role("region", name="Orte zu „Görlitz“").get_by_role("link").click()
    page.get_by_role("link", name="Küchentisch im Hof").first.click()
    assert page.locator("a[href$='termin.ics']").count() >= 1
    context.close()
