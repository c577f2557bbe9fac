"""From the invitation mail to the own start page on a phone: every tap is counted."""

import re

import pytest
from django.core import mail
from django.test import override_settings
from playwright.sync_api import Page, expect

from sites.accounts.models import User
from sites.places.models import Membership
from sites.places.roles import Role
from sites.places.teams import inviting

MOST_TAPS = 3


@pytest.fixture
def phone(page: Page) -> Page:
    page.set_viewport_size({"width": 390, "height": 844})
    return page


@pytest.fixture
def jana(places) -> User:
    user = User.objects.create_user("jana@goerlitz.example", first_name="Jana", last_name="Berg")
    Membership.objects.create(user=user, role=Role.COORDINATION, place=places["goerlitz"])
    return user


@pytest.fixture
def invited(places, jana, address):
    """Mails of a live server stay in this process."""
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        inviting.invite(
            by=jana, place=places["goerlitz"], role=Role.EDITOR, email="eva@goerlitz.example"
        )
    return re.search(r"http\S+/einladung/\S+", mail.outbox[-1].body)[0]


def mail_page(link: str) -> str:
    """The mail as a mail program shows it: plain text with a link."""
    text = mail.outbox[-1].body.replace(link, f'<a href="{link}">{link}</a>')
    return f'<meta name="viewport" content="width=device-width"><pre>{text}</pre>'


@pytest.mark.parametrize("javascript", [True, False])
def test_from_the_mail_to_the_start_page(browser, address, places, invited, javascript):
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        locale="de-DE",
        has_touch=True,
        is_mobile=True,
        java_script_enabled=javascript,
    )
    phone = context.new_page()
    taps = []

    def tap(name: str, target) -> None:
        target.tap()
        taps.append(name)

    phone.set_content(mail_page(invited))
    tap("Link in der Mail", phone.get_by_role("link"))
    expect(phone.get_by_role("heading", level=1)).to_have_text("Jana Berg lädt Sie ein")
    expect(phone.locator("[type=password]")).to_have_count(0)
    if javascript:
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    tap("Regeln annehmen", phone.get_by_role("button", name="Regeln annehmen und loslegen"))
    expect(phone).to_have_url(address("redaktion", "/redaktion/"))
    expect(phone.locator("main")).to_contain_text("Görlitz")
    print(f"\n{len(taps)} Tipps von der Mail zur Startseite: {' → '.join(taps)}")  # noqa: T201
    assert len(taps) <= MOST_TAPS
    user = User.objects.get(email="eva@goerlitz.example")
    assert user.memberships.get().role == Role.EDITOR

    phone.goto(invited)
    expect(phone.get_by_role("heading", level=1)).to_contain_text("schon angenommen")
    context.close()


def test_the_team_page_on_a_phone(phone: Page, browser, address, places, invited, client, jana):
    client.force_login(jana, backend="sites.accounts.backends.EmailBackend")
    cookie = client.cookies["redaktion"]
    phone.context.add_cookies(
        [{"name": "redaktion", "value": cookie.value, "url": address("redaktion", "/redaktion/")}]
    )
    phone.goto(address("redaktion", "/redaktion/team/"))
    expect(phone.get_by_text("eva@goerlitz.example").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    phone.get_by_role("link", name="Person einladen").click()
    phone.get_by_label("E-Mail-Adresse").fill("olaf@goerlitz.example")
    phone.get_by_label("Trägt Termine ein").check()
    phone.get_by_role("button", name="Einladung senden").click()
    expect(phone.get_by_text("olaf@goerlitz.example").first).to_be_visible()
    withdraw = phone.get_by_role("button", name=re.compile("Zurückziehen.*olaf@goerlitz.example"))
    withdraw.click()
    expect(phone.get_by_text("Die Einladung ist zurückgezogen.")).to_be_visible()
    expect(withdraw).to_have_count(0)
