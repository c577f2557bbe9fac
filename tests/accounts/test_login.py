"""Logging in with a code from the mail."""

import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.utils import timezone

from sites.accounts.models import User

LOGIN = "/redaktion/login/"
CODE = "/redaktion/login/code/"


@pytest.fixture
def jana(goerlitz, make_member):
    return make_member("coordination", goerlitz)


def _logged_in(client) -> bool:
    return "_auth_user_id" in client.session


def _wrong(code: str) -> str:
    return "1111-1111" if code != "1111-1111" else "2222-2222"


def test_the_code_from_the_mail_leads_in(jana, browser_of, code_mail):
    with code_mail() as found:
        answer = browser_of.post(LOGIN, {"email": jana.email.upper()})
    assert answer.url == CODE
    assert found["mail"].to == [jana.email]
    assert found["mail"].subject == f"{found['code']} ist Ihr Code zum Anmelden"
    assert found["code"] in found["mail"].body
    assert "Sie bekommen diese Mail, weil" in found["mail"].body
    assert not getattr(found["mail"], "alternatives", [])
    assert jana.email in browser_of.get(CODE).content.decode()
    answer = browser_of.post(CODE, {"code": found["code"].replace("-", " ")})
    assert answer.url == "/redaktion/"
    assert browser_of.get("/redaktion/").status_code == 200


def test_a_wrong_code_gets_a_sentence_and_another_attempt(jana, browser_of, code_mail):
    with code_mail() as found:
        browser_of.post(LOGIN, {"email": jana.email})
    page = browser_of.post(CODE, {"code": _wrong(found["code"])}).content.decode()
    assert "Dieser Code stimmt nicht." in page
    assert not _logged_in(browser_of)
    browser_of.post(CODE, {"code": found["code"]})
    assert _logged_in(browser_of)


def test_after_five_wrong_codes_the_right_one_is_worth_nothing(jana, browser_of, code_mail):
    with code_mail() as found:
        browser_of.post(LOGIN, {"email": jana.email})
    for _attempt in range(5):
        answer = browser_of.post(CODE, {"code": _wrong(found["code"])})
    assert answer.url == LOGIN
    assert "viele Versuche" in browser_of.get(LOGIN).content.decode()
    browser_of.post(CODE, {"code": found["code"]})
    assert not _logged_in(browser_of)


def test_an_expired_code_says_so_and_keeps_the_way(jana, browser_of, code_mail, monkeypatch):
    with code_mail() as found:
        browser_of.post(LOGIN, {"email": jana.email})
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 16 * 60)
    answer = browser_of.post(CODE, {"code": found["code"], "next": "/redaktion/pages/"})
    assert answer.url == f"{LOGIN}?next=%2Fredaktion%2Fpages%2F"
    assert "Dieser Code ist abgelaufen." in browser_of.get(answer.url).content.decode()
    assert not _logged_in(browser_of)


def test_a_new_code_makes_the_old_one_worthless(jana, browser_of, code_mail):
    with code_mail() as old:
        browser_of.post(LOGIN, {"email": jana.email})
    with code_mail() as new:
        browser_of.post(CODE, {"action": "resend"})
    assert old["code"] != new["code"]
    assert "Ein neuer Code ist unterwegs." in browser_of.get(CODE).content.decode()
    browser_of.post(CODE, {"code": old["code"]})
    assert not _logged_in(browser_of)
    browser_of.post(CODE, {"code": new["code"]})
    assert _logged_in(browser_of)


def test_an_unknown_address_gets_the_same_answer_and_an_honest_mail(jana, client, code_mail):
    answers = {}
    for email in (jana.email, "niemand@netz.example"):
        client.cookies.clear()
        client.defaults["HTTP_HOST"] = "redaktion.localhost"
        with code_mail() as found:
            first = client.post(LOGIN, {"email": email})
        page = client.get(CODE).content.decode()
        wrong = client.post(CODE, {"code": "1111-1111"}).content.decode()
        answers[email] = (first.status_code, first.url, _same(page, email), _same(wrong, email))
    assert answers[jana.email] == answers["niemand@netz.example"]
    assert found["mail"].to == ["niemand@netz.example"]
    assert found["mail"].subject == "Zu dieser Adresse gibt es kein Konto"
    assert found["code"] is None


def _same(page: str, email: str) -> str:
    """The page without what differs anyway: the address, the tokens."""
    lines = [line for line in page.splitlines() if "csrfmiddlewaretoken" not in line]
    return "\n".join(lines).replace(email, "ADDRESS")


def test_a_closed_account_is_as_unknown_as_any_other(jana, browser_of, code_mail):
    User.objects.filter(pk=jana.pk).update(is_active=False)
    with code_mail() as found:
        browser_of.post(LOGIN, {"email": jana.email})
    assert found["mail"].subject == "Zu dieser Adresse gibt es kein Konto"


def test_something_that_is_no_address_is_explained(browser_of, db):
    page = browser_of.post(LOGIN, {"email": "jana"}).content.decode()
    assert "Das ist noch keine E-Mail-Adresse." in page


def test_the_way_goes_on_where_somebody_wanted_to_go(jana, browser_of, log_in):
    asked = browser_of.get("/redaktion/pages/")
    assert asked.url == f"{LOGIN}?next=/redaktion/pages/"
    assert 'name="next" value="/redaktion/pages/"' in browser_of.get(asked.url).content.decode()
    assert log_in(jana, "/redaktion/pages/").url == "/redaktion/pages/"


@pytest.mark.parametrize(
    "foreign", ["https://evil.example/", "//evil.example/", "http://goerlitz.localhost/"]
)
def test_a_foreign_address_to_go_on_to_is_ignored(foreign, jana, log_in):
    assert log_in(jana, foreign).url == "/redaktion/"


def test_a_login_lasts_sixty_days_whatever_happens_then(jana, browser_of, log_in, time_machine):
    start = timezone.now()
    log_in(jana)
    cookie = browser_of.cookies["redaktion"]
    sixty_days = 60 * 24 * 60 * 60
    assert abs(int(cookie["max-age"]) - sixty_days) < 60
    row = Session.objects.get(session_key=browser_of.session.session_key)
    assert abs(row.expire_date - start - timedelta(days=60)) < timedelta(minutes=1)
    time_machine.move_to(start + timedelta(days=59))
    assert browser_of.post("/redaktion/konto/", {"first_name": "Jana"}).status_code == 302
    assert browser_of.get("/redaktion/").status_code == 200
    time_machine.move_to(start + timedelta(days=61))
    assert browser_of.get("/redaktion/").status_code == 302


def test_logging_out_ends_the_session(jana, browser_of, log_in):
    log_in(jana)
    key = browser_of.session.session_key
    answer = browser_of.post("/redaktion/logout/")
    assert answer.url == LOGIN
    assert not Session.objects.filter(session_key=key).exists()
    assert browser_of.get("/redaktion/").status_code == 302
    assert "Sie sind abgemeldet." in browser_of.get(LOGIN).content.decode()


def test_logging_out_is_no_link(jana, browser_of, log_in):
    log_in(jana)
    assert "Abmelden?" in browser_of.get("/redaktion/logout/").content.decode()
    assert _logged_in(browser_of)


def test_too_many_codes_for_one_address_are_refused(jana, client, code_mail):
    client.defaults["HTTP_HOST"] = "redaktion.localhost"
    for attempt in range(6):
        client.cookies.clear()
        with code_mail():
            answer = client.post(LOGIN, {"email": jana.email})
        assert answer.status_code == (302 if attempt < 5 else 200)
    assert "viele Versuche" in answer.content.decode()
    assert mail.outbox == []


def test_too_many_logins_from_one_address_get_a_page_of_ours(db, client, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    client.defaults["HTTP_HOST"] = "redaktion.localhost"

    def ask(number: int, ip: str):
        client.cookies.clear()
        # What a visitor claims stands before what our proxy adds, and does not count.
        forwarded = {"x-forwarded-for": f"198.51.100.{number}, {ip}"}
        return client.post(LOGIN, {"email": "x"}, headers=forwarded)

    for number in range(30):
        assert ask(number, "203.0.113.7").status_code == 200
    refused = ask(99, "203.0.113.7")
    assert refused.status_code == 429
    assert "Das waren viele Versuche" in refused.content.decode()
    assert ask(99, "203.0.113.8").status_code == 200


def test_returning_people_are_offered_a_passkey_the_first_visit_is_free(jana, browser_of, log_in):
    assert log_in(jana).url == "/redaktion/"
    browser_of.post("/redaktion/logout/")
    answer = log_in(jana, "/redaktion/pages/")
    assert answer.url == "/redaktion/konto/schneller-anmelden/?next=%2Fredaktion%2Fpages%2F"
    page = browser_of.get(answer.url).content.decode()
    assert 'href="/redaktion/pages/">Jetzt nicht' in page


def test_somebody_without_a_team_learns_whom_to_ask(browser_of, log_in, network):
    user = User.objects.create_user("allein@netz.example")
    log_in(user)
    assert browser_of.get("/redaktion/").status_code == 403
    answer = browser_of.get(LOGIN)
    assert answer.status_code == 403
    assert "zu keinem Team" in answer.content.decode()


def test_no_account_can_be_made_and_no_password_page_is_left(browser_of, db):
    for path in ("signup", "konto/signup", "password/reset", "password_reset", "password/change"):
        answer = browser_of.get(f"/redaktion/{path}/")
        assert answer.status_code in (302, 404)
        assert "password" not in answer.content.decode().lower()


def test_a_public_host_sets_no_cookie(goerlitz, public):
    for place, path in ((goerlitz, "/"), (None, "/"), (goerlitz, "/redaktion/login/")):
        answer = public(place, path)
        assert not answer.cookies
    assert answer.status_code == 404


def test_createsuperuser_makes_an_account_that_logs_in_by_code(browser_of, network, log_in, capsys):
    from django.core.management import call_command

    call_command("createsuperuser", "--email", "Chef@Netz.Example", "--noinput")
    assert "/redaktion/login/" in capsys.readouterr().out
    user = User.objects.get(email="chef@netz.example")
    assert user.is_superuser
    log_in(user)
    assert _logged_in(browser_of)
