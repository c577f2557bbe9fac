"""Logging in on a phone: with a code from the mail, and with a passkey."""

import pytest
from django.core import mail
from playwright.sync_api import Page, expect

from sites.accounts.models import User
from sites.places.models import Membership
from sites.places.roles import Role

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def jana(places) -> User:
    user = User.objects.create_user("jana@goerlitz.example", first_name="Jana")
    Membership.objects.create(user=user, role=Role.COORDINATION, place=places["goerlitz"])
    return user


@pytest.fixture
def office(places) -> User:
    user = User.objects.create_user("buero@netz.example", first_name="Karin")
    Membership.objects.create(user=user, role=Role.NETWORK_OFFICE)
    return user


@pytest.fixture
def asked(page: Page) -> list[str]:
    """Every address the browser asks for."""
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    return urls


@pytest.fixture
def fingerprint(page: Page):
    """A device that has a fingerprint reader and keeps passkeys."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return session


def _fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_a_code_from_the_mail_leads_in(page: Page, address, jana, mailed_code, asked):
    page.set_viewport_size(PHONE)
    page.goto(address("redaktion", "/redaktion/konto/"))
    _fits(page)
    page.get_by_label("E-Mail-Adresse").fill("Jana@Goerlitz.example")
    page.keyboard.press("Enter")
    code = mailed_code()
    field = page.get_by_label("Code aus der Mail")
    expect(field).to_have_attribute("autocomplete", "one-time-code")
    expect(field).to_have_attribute("inputmode", "numeric")
    field.fill("1111")
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_text("Dieser Code stimmt nicht.")).to_be_visible()
    _fits(page)
    page.get_by_label("Code aus der Mail").fill(code.replace("-", ""))
    page.get_by_role("button", name="Anmelden").click()
    expect(page).to_have_url(address("redaktion", "/redaktion/konto/"))
    names = {cookie["name"] for cookie in page.context.cookies()}
    assert names <= {"redaktion", "redaktion_csrf"}
    assert not [url for url in asked if ".localhost:" not in url and not url.startswith("data:")]


def test_a_passkey_is_set_up_and_then_logs_in_alone(
    page: Page, address, office, mailed_code, fingerprint
):
    page.set_viewport_size(PHONE)
    page.goto(address("redaktion", "/redaktion/"))
    page.get_by_label("E-Mail-Adresse").fill(office.email)
    page.get_by_role("button", name="Code schicken").click()
    page.get_by_label("Code aus der Mail").fill(mailed_code())
    page.get_by_role("button", name="Anmelden").click()
    # The role demands a second factor before anything else.
    expect(page.get_by_role("heading", level=1)).to_have_text("Bitte sichern Sie Ihr Konto ab")
    _fits(page)
    page.get_by_role("link", name="Passkey einrichten").click()
    page.get_by_label("Name des Geräts").fill("Karins Handy")
    page.get_by_role("button", name="Passkey einrichten").click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Passkey einrichten")
    page.goto(address("redaktion", "/redaktion/konto/"))
    expect(page.get_by_text("Karins Handy").first).to_be_visible()
    _fits(page)
    assert any("Passkey" in message.subject for message in mail.outbox)

    page.get_by_role("button", name="Auf diesem Gerät abmelden").click()
    expect(page.get_by_text("Sie sind abgemeldet.")).to_be_visible()
    page.goto(address("redaktion", "/redaktion/konto/"))
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(page).to_have_url(address("redaktion", "/redaktion/konto/"))

    # Behind a code from the mail the passkey is the second step.
    page.goto(address("redaktion", "/redaktion/logout/"))
    page.get_by_role("button", name="Abmelden").click()
    mail.outbox.clear()
    page.get_by_label("E-Mail-Adresse").fill(office.email)
    page.get_by_role("button", name="Code schicken").click()
    page.get_by_label("Code aus der Mail").fill(mailed_code())
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Noch ein Schritt")
    page.get_by_role("button", name="Passkey verwenden").click()
    expect(page).to_have_url(address("redaktion", "/redaktion/"))

    # And it proves who is there before it is removed.
    page.goto(address("redaktion", "/redaktion/konto/"))
    page.get_by_role("link", name="Entfernen Karins Handy").click()
    page.get_by_role("button", name="Passkey verwenden").click()
    page.get_by_role("button", name="Entfernen").click()
    expect(page.get_by_text("Der Passkey ist entfernt.")).to_be_visible()
    expect(page.get_by_text("Karins Handy")).to_have_count(0)


def test_a_browser_without_the_passkey_says_what_to_do_instead(page: Page, address, places):
    page.goto(address("redaktion", "/redaktion/login/"))
    page.evaluate(
        "() => { navigator.credentials.get = async () => { throw new Error('not here') } }"
    )
    page.get_by_role("button", name="Mit Passkey anmelden").click()
    expect(page.get_by_role("alert")).to_contain_text("lassen Sie sich einen Code schicken")


def test_without_javascript_the_code_is_enough(browser, address, jana, mailed_code):
    context = browser.new_context(java_script_enabled=False, locale="de-DE")
    page = context.new_page()
    page.goto(address("redaktion", "/redaktion/konto/"))
    expect(page.get_by_role("button", name="Mit Passkey anmelden")).to_be_hidden()
    page.get_by_label("E-Mail-Adresse").fill(jana.email)
    page.get_by_role("button", name="Code schicken").click()
    page.get_by_label("Code aus der Mail").fill(mailed_code())
    page.get_by_role("button", name="Anmelden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Konto")
    context.close()
