"""Second factors: who must have one, what a login then asks for, how they are changed."""

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client

from sites.accounts.login import log_in_by_mail_link
from tests.accounts.conftest import HOST, app_code

NEEDED = "/redaktion/konto/absichern/"
SECOND = "/redaktion/login/bestaetigen/"
APP = "/redaktion/konto/app/"
PROOF = "/redaktion/konto/bestaetigen/"


@pytest.fixture
def jana(goerlitz, make_member):
    return make_member("coordination", goerlitz)


def _logged_in(client) -> bool:
    return "_auth_user_id" in client.session


def _with_app(user) -> str:
    secret = generate_totp_secret()
    TOTP.activate(user, secret)
    return secret


@pytest.fixture
def people(superuser, goerlitz, make_member):
    return {
        "superuser": superuser,
        "facilitator": make_member("facilitator", region_key="14"),
        "network_editor": make_member("network_editor"),
        "network_office": make_member("network_office"),
        "coordination": make_member("coordination", goerlitz),
        "events": make_member("events", goerlitz),
    }


@pytest.mark.parametrize("role", ["superuser", "facilitator", "network_editor", "network_office"])
def test_roles_beyond_one_place_are_led_to_the_set_up(role, people, browser_of, log_in):
    log_in(people[role])
    answer = browser_of.get("/redaktion/pages/")
    assert answer.url == f"{NEEDED}?next=%2Fredaktion%2Fpages%2F"
    assert "zweiten Schritt" in browser_of.get(answer.url).content.decode()
    assert browser_of.post("/redaktion/pages/1/edit/", {}).url == NEEDED
    assert browser_of.get("/redaktion/konto/").status_code == 200
    _with_app(people[role])
    assert browser_of.get("/redaktion/").status_code == 200
    assert browser_of.get(answer.url).url == "/redaktion/pages/"


@pytest.mark.parametrize("role", ["coordination", "events"])
def test_a_team_of_one_place_is_not(role, people, browser_of, log_in):
    log_in(people[role])
    assert browser_of.get("/redaktion/").status_code == 200


def test_setting_up_a_code_app_shows_recovery_codes_and_opens_the_editing_side(
    people, browser_of, log_in, code_mail
):
    user = people["network_office"]
    log_in(user)
    page = browser_of.get(APP).content.decode()
    secret = browser_of.session["mfa.totp.secret"]
    assert secret in page
    assert "data:image/svg+xml;base64," in page
    assert "hat nicht gestimmt" in browser_of.post(APP, {"code": "000"}).content.decode()
    with code_mail() as found:
        answer = browser_of.post(APP, {"code": app_code(secret)})
    assert found["mail"].to == [user.email]
    assert found["mail"].subject == "Für Ihr Konto wurde eine Code-App eingerichtet"
    assert answer.url == "/redaktion/konto/notfallcodes/"
    codes = RecoveryCodes.activate(user).get_unused_codes()
    page = browser_of.get(answer.url).content.decode()
    assert all(f"<code>{code[:4]} {code[4:]}</code>" in page for code in codes)
    file = browser_of.get("/redaktion/konto/notfallcodes/datei/")
    assert all(code in file.content.decode() for code in codes)
    assert browser_of.get("/redaktion/").status_code == 200


def test_recovery_codes_are_shown_after_a_fresh_proof_only(jana, browser_of, log_in):
    secret = _with_app(jana)
    codes = RecoveryCodes.activate(jana).get_unused_codes()
    log_in(jana)
    browser_of.post(SECOND, {"code": app_code(secret)})
    for path in ("", "datei/", "neu/"):
        asked = browser_of.get(f"/redaktion/konto/notfallcodes/{path}")
        assert asked.url.startswith(f"{PROOF}code/")
    browser_of.post(asked.url, {"code": codes[0]})
    page = browser_of.get("/redaktion/konto/notfallcodes/").content.decode()
    assert codes[0][4:] not in page  # used up
    assert f"{codes[1][:4]} {codes[1][4:]}" in page
    browser_of.post("/redaktion/konto/notfallcodes/neu/")
    page = browser_of.get("/redaktion/konto/notfallcodes/").content.decode()
    assert f"{codes[1][:4]} {codes[1][4:]}" not in page


def test_the_mail_alone_is_not_enough_for_an_account_with_a_second_factor(jana, browser_of, log_in):
    secret = _with_app(jana)
    assert log_in(jana, "/redaktion/pages/").url == SECOND
    assert not _logged_in(browser_of)
    assert browser_of.get("/redaktion/").status_code == 302
    page = browser_of.get(SECOND).content.decode()
    assert "Code-App" in page
    assert "Passkey verwenden" not in page
    assert "hat nicht gestimmt" in browser_of.post(SECOND, {"code": "12"}).content.decode()
    assert not _logged_in(browser_of)
    assert browser_of.post(SECOND, {"code": app_code(secret)}).url == "/redaktion/pages/"
    assert _logged_in(browser_of)


def test_a_recovery_code_is_good_once(jana, browser_of, log_in):
    _with_app(jana)
    code = RecoveryCodes.activate(jana).get_unused_codes()[0]
    for good in (True, False):
        log_in(jana)
        browser_of.post(SECOND, {"code": f"{code[:4]} {code[4:]}"})
        assert _logged_in(browser_of) is good
        browser_of.post("/redaktion/logout/")


def test_a_code_of_the_app_is_good_once(jana, browser_of, log_in):
    code = app_code(_with_app(jana))
    for good in (True, False):
        log_in(jana)
        browser_of.post(SECOND, {"code": code})
        assert _logged_in(browser_of) is good
        browser_of.post("/redaktion/logout/")


def test_trying_codes_of_the_app_is_stopped(jana, browser_of, log_in):
    secret = _with_app(jana)
    log_in(jana)
    for _attempt in range(5):
        browser_of.post(SECOND, {"code": "000"})
    page = browser_of.post(SECOND, {"code": app_code(secret)}).content.decode()
    assert "viele Versuche" in page
    assert not _logged_in(browser_of)


def test_a_second_factor_ends_the_logins_elsewhere(people, browser_of, log_in):
    user = people["coordination"]
    elsewhere = Client(HTTP_HOST=HOST)
    elsewhere.force_login(user, backend="sites.accounts.backends.EmailBackend")
    assert elsewhere.get("/redaktion/").status_code == 200
    log_in(user)
    browser_of.get(APP)
    browser_of.post(APP, {"code": app_code(browser_of.session["mfa.totp.secret"])})
    assert elsewhere.get("/redaktion/").status_code == 302
    assert browser_of.get("/redaktion/").status_code == 200


def test_removing_it_takes_the_second_factor_first(jana, browser_of, log_in):
    secret = _with_app(jana)
    code = RecoveryCodes.activate(jana).get_unused_codes()[0]
    log_in(jana)
    browser_of.post(SECOND, {"code": app_code(secret)})
    asked = browser_of.get("/redaktion/konto/app/entfernen/")
    assert asked.url.startswith("/redaktion/konto/bestaetigen/code/?next=")
    # The mailed code is no way around it.
    assert (
        browser_of.get("/redaktion/konto/bestaetigen/").url == "/redaktion/konto/bestaetigen/code/"
    )
    assert browser_of.post(asked.url, {"code": code}).url == "/redaktion/konto/app/entfernen/"
    assert (
        "Code-App entfernen?" in browser_of.get("/redaktion/konto/app/entfernen/").content.decode()
    )
    browser_of.post("/redaktion/konto/app/entfernen/")
    assert not Authenticator.objects.filter(user=jana).exists()


def test_what_was_sent_before_the_proof_waits_for_it(jana, browser_of, log_in):
    secret = _with_app(jana)
    codes = RecoveryCodes.activate(jana).get_unused_codes()
    log_in(jana)
    browser_of.post(SECOND, {"code": app_code(secret)})
    asked = browser_of.post(f"{APP}entfernen/")
    assert asked.url.startswith(f"{PROOF}code/?next=")
    assert Authenticator.objects.filter(user=jana, type="totp").exists()
    browser_of.post(asked.url, {"code": codes[0]})
    assert not Authenticator.objects.filter(user=jana).exists()


def test_an_old_login_needs_a_code_before_it_may_add_a_second_factor(
    jana, browser_of, log_in, code_mail, monkeypatch
):
    log_in(jana)
    assert browser_of.get(APP).status_code == 200
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 16 * 60)
    with code_mail() as found:
        asked = browser_of.get(APP)
        assert asked.url == "/redaktion/konto/bestaetigen/?next=%2Fredaktion%2Fkonto%2Fapp%2F"
        assert browser_of.get(asked.url).status_code == 200
    assert found["mail"].subject == f"{found['code']} ist Ihr Code zum Bestätigen"
    wrong = browser_of.post(asked.url, {"code": "1111-1111"}).content.decode()
    assert "Dieser Code stimmt nicht." in wrong
    assert browser_of.get(APP).status_code == 302
    assert browser_of.post(asked.url, {"code": found["code"]}).url == APP
    assert browser_of.get(APP).status_code == 200


def test_nobody_touches_the_second_factors_of_others(people, browser_of, log_in):
    secret = _with_app(people["coordination"])
    foreign = Authenticator.objects.create(
        user=people["superuser"], type="webauthn", data={"name": "Fremdes Handy"}
    )
    log_in(people["coordination"])
    browser_of.post(SECOND, {"code": app_code(secret)})
    codes = RecoveryCodes.activate(people["coordination"]).get_unused_codes()
    url = f"/redaktion/konto/passkeys/{foreign.pk}/entfernen/"
    proof = browser_of.get(url).url
    browser_of.post(proof, {"code": codes[0]})
    assert browser_of.get(url).status_code == 404
    assert browser_of.post(url).status_code == 404
    assert Authenticator.objects.filter(pk=foreign.pk).exists()


def test_a_mailed_link_logs_in_like_a_code_unless_there_is_a_second_factor(people, rf):
    from django.contrib.sessions.backends.db import SessionStore

    def try_link(user) -> tuple[bool, bool]:
        request = rf.get("/")
        request.session, request.user = SessionStore(), None
        done = log_in_by_mail_link(request, user)
        return done, "_auth_user_id" in request.session

    user = people["coordination"]
    assert try_link(user) == (True, True)
    _with_app(user)
    assert try_link(user) == (False, False)
    closed = people["events"]
    closed.is_active = False
    assert try_link(closed) == (False, False)
    assert mail.outbox == []
