"""Mails of the demo: printed where it was started, as people read them."""

import sys
import threading

from django.core.mail.backends.base import BaseEmailBackend

RULE = "─" * 72


class EmailBackend(BaseEmailBackend):
    """One block a mail: to whom, subject, text. No headers, no transfer encoding."""

    _lock = threading.Lock()

    def send_messages(self, email_messages) -> int:
        for message in email_messages:
            lines = [f"Mail an {', '.join(message.recipients())}", message.subject, ""]
            block = [RULE, *lines, *str(message.body).strip().splitlines(), RULE]
            with self._lock:
                print("\n".join(block), file=sys.stdout, flush=True)
        return len(email_messages)
