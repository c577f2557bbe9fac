"""The page "Ihr Konto"."""

import pytest
from django.test import Client

from sites.accounts.models import User
from tests.accounts.conftest import HOST

ACCOUNT = "/redaktion/konto/"
EMAIL = "/redaktion/konto/email/"
CONFIRM = "/redaktion/konto/email/code/"


@pytest.fixture
def jana(goerlitz, make_member, log_in):
    user = make_member("coordination", goerlitz)
    log_in(user)
    return user


def test_wagtails_account_page_is_ours(jana, browser_of):
    assert browser_of.get("/redaktion/account/").url == ACCOUNT
    page = browser_of.get(ACCOUNT).content.decode()
    assert jana.email in page
    assert "asswort" not in page


def test_the_name_can_be_changed(jana, browser_of):
    browser_of.post(ACCOUNT, {"first_name": "Jana", "last_name": "Krüger", "is_superuser": "on"})
    jana.refresh_from_db()
    assert (jana.get_full_name(), jana.is_superuser) == ("Jana Krüger", False)


@pytest.mark.parametrize(
    "name", ["Gewinn: https://evil.example", "evil.example", "www.evil", "a@b", "Jana\nBcc", "<b>"]
)
@pytest.mark.parametrize("field", ["first_name", "last_name"])
def test_a_name_is_no_place_for_links(jana, browser_of, field, name):
    """It stands in the subject of invitations to strangers."""
    page = browser_of.post(ACCOUNT, {"first_name": "Jana", "last_name": "Krüger", field: name})
    assert "ohne Adressen und Links" in page.content.decode()
    jana.refresh_from_db()
    assert getattr(jana, field) == ""


@pytest.mark.parametrize("name", ["Dr. Müller-Lüdenscheidt", "J.R.", "H.-P.", "D’Arc", "Nguyễn"])
def test_names_are_names(jana, browser_of, name):
    assert browser_of.post(ACCOUNT, {"first_name": "A.", "last_name": name}).url == ACCOUNT
    jana.refresh_from_db()
    assert jana.last_name == name


def test_a_new_address_counts_once_its_code_came_back(jana, browser_of, code_mail, log_in):
    old = jana.email
    with code_mail() as found:
        assert browser_of.post(EMAIL, {"email": "Neu@Netz.example"}).url == CONFIRM
    assert found["mail"].to == ["neu@netz.example"]
    assert "neu@netz.example" in browser_of.get(CONFIRM).content.decode()
    assert "stimmt nicht" in browser_of.post(CONFIRM, {"code": "1"}).content.decode()
    jana.refresh_from_db()
    assert jana.email == old
    with code_mail() as notice:
        browser_of.post(CONFIRM, {"code": found["code"]})
    jana.refresh_from_db()
    assert jana.email == "neu@netz.example"
    assert notice["mail"].to == [old]
    browser_of.post("/redaktion/logout/")
    log_in(jana)
    assert browser_of.session["_auth_user_id"] == str(jana.pk)


def test_a_new_address_ends_all_other_sessions(jana, browser_of, code_mail):
    elsewhere = Client(HTTP_HOST=HOST)
    elsewhere.force_login(jana, backend="sites.accounts.backends.EmailBackend")
    with code_mail() as found:
        browser_of.post(EMAIL, {"email": "neu@netz.example"})
    assert elsewhere.get(ACCOUNT).status_code == 200
    assert browser_of.post(CONFIRM, {"code": found["code"]}).url == ACCOUNT
    assert elsewhere.get(ACCOUNT).status_code == 302
    assert browser_of.get(ACCOUNT).status_code == 200


def test_an_address_taken_since_the_code_was_sent_is_refused(jana, browser_of, code_mail):
    old = jana.email
    with code_mail() as found:
        browser_of.post(EMAIL, {"email": "neu@netz.example"})
    User.objects.create_user("neu@netz.example")
    with code_mail() as notice:
        assert browser_of.post(CONFIRM, {"code": found["code"]}).url == EMAIL
    assert "mail" not in notice
    page = browser_of.get(EMAIL).content.decode()
    assert "Unter dieser Adresse gibt es inzwischen ein Konto" in page
    jana.refresh_from_db()
    assert jana.email == old


def test_an_address_somebody_has_gets_the_same_answer_and_no_code(jana, browser_of, code_mail):
    User.objects.create_user("andere@netz.example")
    with code_mail() as found:
        assert browser_of.post(EMAIL, {"email": "andere@netz.example"}).url == CONFIRM
    assert found["mail"].subject == "Diese Adresse hat schon ein Konto"
    assert found["code"] is None
    for guess in ("", "0", "--"):
        browser_of.post(CONFIRM, {"code": guess})
    jana.refresh_from_db()
    assert jana.email != "andere@netz.example"


def test_everywhere_else_is_logged_out(jana, browser_of):
    elsewhere = Client(HTTP_HOST=HOST)
    elsewhere.force_login(jana, backend="sites.accounts.backends.EmailBackend")
    assert elsewhere.get(ACCOUNT).status_code == 200
    assert browser_of.get("/redaktion/konto/ueberall-abmelden/").status_code == 405
    browser_of.post("/redaktion/konto/ueberall-abmelden/")
    assert elsewhere.get(ACCOUNT).status_code == 302
    assert browser_of.get(ACCOUNT).status_code == 200


def test_strangers_see_no_account_page(browser_of, db):
    for path in (ACCOUNT, EMAIL, CONFIRM, "/redaktion/konto/app/", "/redaktion/konto/absichern/"):
        assert browser_of.get(path).url.startswith("/redaktion/login/?next=")
