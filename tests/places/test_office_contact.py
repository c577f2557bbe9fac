"""Security mails name how to reach the Netzwerkbüro."""

import pytest
from django.core import mail

from sites.accounts import security_notices

pytestmark = pytest.mark.django_db


def test_a_security_mail_says_how_to_reach_the_office(network, django_capture_on_commit_callbacks):
    for phone, said in (("0351 4711", "Netzwerkbüro: 0351 4711, "), ("", "Netzwerkbüro: buero@")):
        network.contact_phone, network.contact_mail = phone, "buero@netz.example"
        network.save()
        with django_capture_on_commit_callbacks(execute=True):
            security_notices.send("totp_activated", to="jana@netz.example")
        assert said in mail.outbox[-1].body
