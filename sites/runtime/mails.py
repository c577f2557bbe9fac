"""Mails in plain text: one door, through which every mail of ours goes after the commit."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django_tasks import task

from .tasks import enqueue


def send(template: str, *, to: Sequence[str], subject: str, context: Mapping[str, Any]) -> None:
    """Render `template` now, as plain text without HTML escapes, and send it to each address on
    its own once the transaction is committed; addresses never see each other.

    Line breaks in the subject become spaces, so a name typed by somebody forges no header.
    """
    plain = Context(dict(context), autoescape=False)
    text = get_template(template).template.render(plain).strip() + "\n"
    line = " ".join(subject.split())
    for address in dict.fromkeys(to):
        enqueue(send_mail, address, line, text)


@task()
def send_mail(address: str, subject: str, text: str) -> None:
    EmailMessage(subject=subject, body=text, to=[address]).send()
