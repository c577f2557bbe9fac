"""Asks for addresses as somebody and reports what got out and what changed. Every probe undoes what
it did: rows, cookies and cache are as before."""

import copy
import re
from collections.abc import Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, quote, urlsplit

from django.apps import apps
from django.core import mail
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.tenancy import belongings

BACKEND = "sites.accounts.backends.EmailBackend"
HOST = "redaktion.localhost"
# SQLite writes "INSERT OR IGNORE INTO" where PostgreSQL has "ON CONFLICT".
_WRITE = re.compile(
    r'^(?:(?:INSERT|REPLACE)(?: OR \w+)? INTO|UPDATE|DELETE FROM)\s+"(\w+)"', re.IGNORECASE
)
# Written on every visit and nobody's content.
_UNSEEN = {"django_session"}


class _UndoError(Exception):
    """Leaves the savepoint of a probe."""


@dataclass(frozen=True)
class Answer:
    """What one request did."""

    status: int
    location: str
    shown: bool  # a word of the foreign place stands in it
    changed: tuple[str, ...]  # tables with rows of the foreign place that differ now
    wrote: tuple[str, ...]  # all tables that were written to
    text: str = ""


class Crawler:
    """One person's browser. `watched` is the place whose rows and word are looked for."""

    def __init__(self, user, watched, word: str):
        self.client = Client(headers={"host": HOST}, raise_request_exception=False)
        if user is not None:
            self.client.force_login(user, backend=BACKEND)
        self.user = user
        self.word = word.encode()
        self.watch = Watch(watched)

    def ask(self, method: str, url: str, data=None, **extra) -> Answer:
        """One request and its answer; nothing of it stays."""
        cookies = copy.deepcopy(self.client.cookies)
        sent = len(mail.outbox)
        answer = None
        try:
            with transaction.atomic():
                with self.watch.writes() as wrote:
                    response = self._request(method, url, data, extra)
                    body = b"".join(response) if response.streaming else response.content
                changed = self.watch.changed(wrote)
                answer = self._answer(response, body, url, data, changed, wrote, sent)
                raise _UndoError
        except _UndoError:
            pass
        self.client.cookies = cookies
        if answer.wrote:
            cache.clear()
        return answer

    def _request(self, method, url, data, extra):
        if method == "GET":
            return self.client.get(url, **extra)
        encoded = encode_multipart(BOUNDARY, data or {})
        return self.client.generic(method, url, encoded, MULTIPART_CONTENT, **extra)

    def _answer(self, response, body, url, data, changed, wrote, sent) -> Answer:
        seen = [body, *(value.encode() for _name, value in response.items())]
        seen += [str(message).encode() for message in _messages(response)]
        own = {self.user.email} if self.user else set()
        seen += [letter.body.encode() for letter in mail.outbox[sent:] if own & set(letter.to)]
        del mail.outbox[sent:]
        # What was sent may come back; it is no news to who sent it.
        text = b"\n".join(seen).lower()
        for part in _echoes(url, data or {}):
            if self.word in part:
                text = text.replace(part, b"")
        return Answer(
            response.status_code,
            response.get("Location", ""),
            self.word in text,
            tuple(changed),
            tuple(sorted(wrote)),
            body.decode(errors="replace"),
        )


def _messages(response) -> Iterable:
    storage = getattr(getattr(response, "wsgi_request", None), "_messages", None)
    return list(getattr(storage, "_queued_messages", []))


def _echoes(url: str, data: dict) -> set[bytes]:
    """Values of the query string and of the form, as they may be written in an answer."""
    values = [value for _name, value in parse_qsl(urlsplit(url).query)]
    for sent in data.values():
        values += sent if isinstance(sent, list) else [sent]
    texts = [value.lower() for value in values if isinstance(value, str)]
    written = [*texts, *map(quote, texts), *(quote(text, safe="") for text in texts)]
    return {text.lower().encode() for text in [*written, *map(quote, written)]}


class Watch:
    """The rows of a place, as they were in the beginning."""

    def __init__(self, place):
        self.rows = belongings.rows_of(place)
        self.before = belongings.fingerprint(place)
        self.labels = {apps.get_model(label)._meta.db_table: label for label in self.rows}

    @contextmanager
    def writes(self):
        """Collects the names of the tables that are written to."""
        found: set[str] = set()

        def listen(execute, sql, params, many, context):
            if match := _WRITE.match(sql.lstrip()):
                found.add(match[1])
            return execute(sql, params, many, context)

        with connection.execute_wrapper(listen):
            yield found
        found -= _UNSEEN

    def changed(self, tables: set[str]) -> list[str]:
        """Of the tables that were written to, those in which a row of the place differs."""
        labels = [self.labels[table] for table in sorted(tables) if table in self.labels]
        return [
            label for label in labels if belongings.digest(self.rows[label]) != self.before[label]
        ]
