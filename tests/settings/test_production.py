"""Production refuses unsafe values, each by name; a right environment loads."""

import os
import subprocess
import sys

import pytest

GOOD = {
    "SECRET_KEY": "k9-Vr3xQ7mZpL0sWbT2yHcN8dFgJ5uKaXeR1iO4vMqPz6BnCtSlD",
    "BASE_DOMAIN": "netz.example",
    "CALENDAR_UID_DOMAIN": "termine.netz.example",
    "DATABASE_URL": "postgres://netz:geheim@localhost:5432/netz",
    "EMAIL_URL": "smtp://localhost:25",
}
PROGRAM = """
import django
from django.conf import settings
django.setup()
print(settings.SESSION_COOKIE_NAME, settings.DEV_LOGIN, settings.IS_DEMO, settings.ADMIN_HOST)
print(settings.CSRF_COOKIE_NAME, settings.MESSAGE_STORAGE.rpartition(".")[2])
print(settings.EMAIL_BACKEND, getattr(settings, "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN", False))
print(settings.ALLAUTH_TRUSTED_PROXY_COUNT)
print(settings.CACHES["default"]["OPTIONS"]["MAX_ENTRIES"])
from django.urls import NoReverseMatch, reverse
try:
    print(reverse("login_as"))
except NoReverseMatch:
    print("no login_as")
from django.urls import resolve
print(resolve("/redaktion/anmelden-als/").view_name)
from allauth.mfa.adapter import get_adapter
print(get_adapter().get_public_key_credential_rp_entity())
"""


def load(**changes: str | None) -> subprocess.CompletedProcess:
    given = {**GOOD, **changes}
    keep = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    environment = {**keep, **{key: value for key, value in given.items() if value is not None}}
    environment["DJANGO_SETTINGS_MODULE"] = "sites.settings.production"
    return subprocess.run(
        [sys.executable, "-c", PROGRAM], env=environment, capture_output=True, text=True
    )


def test_a_right_environment_loads_without_demo_doors():
    result = load()
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "__Host-redaktion False False redaktion.netz.example",
        # No third cookie: messages wait in the session.
        "__Host-redaktion_csrf SessionStorage",
        "django.core.mail.backends.smtp.EmailBackend False",
        "1",
        "200000",
        "no login_as",
        "wagtail.admin.views.home.default",  # its page for addresses that nobody knows
        "{'id': 'redaktion.netz.example', 'name': 'Bürgernetzwerk'}",
    ]


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "a" * 60}, "SECRET_KEY"),
        ({"DEBUG": "true"}, "DEBUG"),
        ({"DEMO_TODAY": "2026-12-24"}, "DEMO_TODAY"),
        ({"DEV_LOGIN": "true"}, "DEV_LOGIN"),
        ({"EMAIL_URL": "consolemail://"}, "EMAIL_URL"),
        ({"BASE_DOMAIN": None}, "BASE_DOMAIN"),
        ({"BASE_DOMAIN": "netz.localhost"}, "BASE_DOMAIN"),
        ({"ADMIN_HOST": "netz.example"}, "ADMIN_HOST"),
        ({"CALENDAR_UID_DOMAIN": None}, "CALENDAR_UID_DOMAIN"),
        ({"DATABASE_URL": "sqlite:///db.sqlite3"}, "DATABASE_URL"),
        ({"DATABASE_URL": None}, "DATABASE_URL"),
    ],
)
def test_an_unsafe_value_is_refused_by_name(changes, named):
    result = load(**changes)
    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
    assert named in result.stderr.splitlines()[-1]


def test_media_go_to_a_bucket_when_one_is_named():
    result = load(MEDIA_S3_BUCKET="netz-media", MEDIA_S3_ENDPOINT="http://localhost:9000")
    assert result.returncode == 0, result.stderr
