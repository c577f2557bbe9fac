"""Logging in as people do: address, code from the mail, second factor."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail

HOST = "redaktion.localhost"


@pytest.fixture
def browser_of(client):
    """A client on the editing host that keeps its cookies."""
    client.defaults["HTTP_HOST"] = HOST
    return client


@pytest.fixture
def code_mail(django_capture_on_commit_callbacks):
    """with code_mail() as found: … → found["code"] is the code of the mail that was sent."""

    class Found(dict):
        def __enter__(self):
            mail.outbox.clear()
            self.callbacks = django_capture_on_commit_callbacks(execute=True)
            self.callbacks.__enter__()
            return self

        def __exit__(self, *problem):
            self.callbacks.__exit__(*problem)
            if not problem[0] and mail.outbox:
                self["mail"] = mail.outbox[-1]
                found = re.search(r"\d{4}-\d{4}", self["mail"].subject)
                self["code"] = found and found[0]

    return Found


@pytest.fixture
def log_in(browser_of, code_mail):
    """log_in(user, next="") → the answer to the right code."""

    def run(user, next_url=""):
        with code_mail() as found:
            browser_of.post("/redaktion/login/", {"email": user.email, "next": next_url})
        return browser_of.post("/redaktion/login/code/", {"code": found["code"], "next": next_url})

    return run


def app_code(secret: str) -> str:
    """What a code app shows just now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))
