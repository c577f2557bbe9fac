""" "Anmelden als …": in dev settings only, whatever a session says."""

import subprocess
import sys

import pytest
from django.http import Http404
from django.test import RequestFactory

from sites.accounts import dev_login


def _as(client, user):
    client.defaults["HTTP_HOST"] = "redaktion.localhost"
    client.force_login(user, backend="sites.accounts.backends.EmailBackend")
    session = client.session
    session[dev_login.SESSION_KEY] = True
    session.save()
    return client


def test_the_mark_in_a_session_is_ignored_outside_dev_settings(client, superuser, network):
    assert _as(client, superuser).get("/redaktion/").url.startswith("/redaktion/konto/absichern/")


def test_it_counts_in_dev_settings(client, superuser, network, settings):
    settings.DEV_LOGIN = True
    assert _as(client, superuser).get("/redaktion/").status_code == 200


def test_there_is_no_such_address_here(client, superuser):
    client.defaults["HTTP_HOST"] = "redaktion.localhost"
    client.post("/redaktion/anmelden-als/", {"email": superuser.email})
    assert "_auth_user_id" not in client.session
    assert "Anmelden als" not in client.get("/redaktion/login/").content.decode()


def test_the_view_itself_refuses_outside_dev_settings(superuser):
    with pytest.raises(Http404):
        dev_login.login_as(RequestFactory().post("/", {"email": superuser.email}))


PROGRAM = """
import django; django.setup()
from django.core.mail import EmailMessage
from django.urls import reverse
print(reverse("login_as"))
text = "Guten Tag,\\n\\nGrüße aus Görlitz: 1234-5678"
EmailMessage("1234-5678 ist Ihr Code", text, to=["j@x.example"]).send()
"""


def test_in_dev_settings_mails_are_printed_as_people_read_them(tmp_path):
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={
            "DJANGO_SETTINGS_MODULE": "sites.settings.dev",
            "VAR_DIR": str(tmp_path),
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert result.returncode == 0, result.stderr
    lines = result.stdout.splitlines()
    assert lines[0] == "/redaktion/anmelden-als/"
    rule, *block, last = lines[1:]
    assert rule == last
    assert block == [
        "Mail an j@x.example",
        "1234-5678 ist Ihr Code",
        "",
        "Guten Tag,",
        "",
        "Grüße aus Görlitz: 1234-5678",
    ]
