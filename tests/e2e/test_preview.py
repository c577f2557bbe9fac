"""A preview shows what is stored, on the editing side's own host, and runs nothing of it."""

import pytest
from django.template import engines
from playwright.sync_api import Page, expect

from sites.accounts.models import User
from sites.news.models import NewsIndexPage, NewsPage
from sites.places.models import Membership
from sites.places.roles import Role

PAYLOAD = (
    "<script>document.documentElement.dataset.ran = 'inline'</script>"
    "<img src=/fehlt.png onerror=\"document.documentElement.dataset.ran = 'handler'\">"
    '<script src="/media/boese.js"></script>'
)


@pytest.fixture
def draft(places) -> NewsPage:
    user = User.objects.create_user("jana@goerlitz.example")
    Membership.objects.create(user=user, role=Role.COORDINATION, place=places["goerlitz"])
    index = NewsIndexPage.objects.child_of(places["goerlitz"].site.root_page).get()
    page = NewsPage(title="Neue Bank", slug="neue-bank", date="2026-11-03", live=False, owner=user)
    index.add_child(instance=page)
    page.save_revision(user=user)
    return page


def test_a_stored_script_does_not_run(page: Page, address, draft, mailed_code, monkeypatch):
    page.goto(address("redaktion", "/redaktion/"))
    page.get_by_label("E-Mail-Adresse").fill("jana@goerlitz.example")
    page.get_by_role("button", name="Code schicken").click()
    page.get_by_label("Code aus der Mail").fill(mailed_code())
    page.get_by_role("button", name="Anmelden").click()
    expect(page).to_have_url(address("redaktion", "/redaktion/"))

    # As if a template had forgotten to escape what somebody typed.
    forgetful = engines["django"].from_string(
        '{% extends "base.html" %}{% block main %}<h1>Neue Bank</h1>' + PAYLOAD + "{% endblock %}"
    )
    monkeypatch.setattr(NewsPage, "get_template", lambda self, request, **kwargs: forgetful)
    stopped = []
    page.on("console", lambda message: stopped.append(message.text))
    page.goto(address("redaktion", f"/redaktion/pages/{draft.pk}/view_draft/"))
    expect(page.get_by_role("heading", name="Neue Bank")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.dataset.ran") is None
    assert sum("Content Security Policy" in text for text in stopped) == 3
    # Our own style sheet and script are there.
    assert page.evaluate("document.styleSheets[0].cssRules.length") > 0
