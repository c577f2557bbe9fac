"""One start of the demo, from an empty machine to the last place: prepare, serve, build, wait."""

import time
from collections.abc import Collection

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from sites.places import hosts
from sites.places.models import Place
from sites.runtime import clock, jobs

from . import guide
from .addresses import follow_settings
from .builder import FOUNDATION, build_foundation, build_rest
from .progress import MigrationLines, Say, Stopwatch, seconds
from .server import DemoServer
from .wordbook import load_words
from .workshop import Workshop, open_workshop

# How often a running demo looks whether a new day has begun, in seconds.
NEW_DAY_EVERY = 300


def refuse_real_sites() -> None:
    """The demo writes accounts that one tap leads into: never outside dev settings."""
    if not getattr(settings, "IS_DEMO", False):
        raise CommandError(
            "Das Beispielnetz läuft nur mit den Einstellungen sites.settings.dev: "
            "Es legt Konten an, in die ein Knopfdruck führt."
        )


def migrate(say: Say) -> None:
    """Bring the database to the present state, with a sign of life every few seconds."""
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if missing:
        say(f"Datenbank einrichten: {len(missing)} Schritte")
        call_command("migrate", interactive=False, stdout=MigrationLines(say), skip_checks=True)


def run_jobs(say: Say) -> None:
    for job, report in jobs.run_due():
        say(f"  {job.name}: {report}")


class DemoRun:
    """State and figures of one start."""

    def __init__(self, say: Say, slugs: Collection[str] = ()) -> None:
        self.say = say
        self.slugs = slugs
        self.watch = Stopwatch()
        self.server: DemoServer | None = None

    def build(self) -> None:
        """Everything, without serving."""
        migrate(self.say)
        workshop = self._open()
        tally = build_foundation(workshop, self.say, slugs=self.slugs)
        rest = build_rest(workshop, self.say, slugs=self.slugs)
        run_jobs(self.say)
        self._finish(f"{tally}; {rest}" if tally.events else str(rest))

    def serve(self, port: int) -> None:
        """Serve as soon as the foundation stands, then build the rest; returns on Ctrl-C only."""
        self.server = DemoServer(port)
        try:
            self._serve()
        finally:
            self.server.stop()

    def _serve(self) -> None:
        migrate(self.say)
        workshop = self._open()
        stood = FOUNDATION in workshop.ledger
        if not stood:
            build_foundation(workshop, self.say, slugs=self.slugs)
        self._open_doors()
        tally = build_foundation(workshop, self.say, slugs=self.slugs)
        rest = build_rest(workshop, self.say, slugs=self.slugs)
        run_jobs(self.say)
        self._finish(f"Ergänzt: {rest}" if not tally.events else f"Ergänzt: {tally}; {rest}")
        self._wait()

    def _open(self) -> Workshop:
        words = load_words()
        follow_settings(self.say)
        return open_workshop(words, self.say)

    def _open_doors(self) -> None:
        self.server.start()
        if not self.server.answers(settings.BASE_DOMAIN):
            raise CommandError("Die erste Seite antwortet nicht; die Meldung dazu steht oben.")
        self.say("")
        self.say(f"Die Netzwerkseite antwortet: {hosts.network_url()}  (Beenden mit Strg-C)")
        self._figures("Bis zur ersten Seite")
        for part in (guide.addresses(), guide.accounts(), guide.tour()):
            self.say("")
            for line in part:
                self.say(line)
        self.say("")

    def _finish(self, added: str) -> None:
        self.say(added)
        self._figures("Bis zum letzten Ort")
        count = Place.objects.filter(site__isnull=False).count()
        self.say(f"Demo vollständig: {count} Orte")

    def _figures(self, label: str) -> None:
        """Seconds since this start, and since `make demo` was typed if the Makefile says when."""
        started = getattr(settings, "DEMO_STARTED_AT", 0)
        installed = getattr(settings, "DEMO_INSTALL_SECONDS", 0)
        total = time.time() - started if started else self.watch.total()
        parts = [f"{label}: {seconds(total)}"]
        if started:
            parts.append(
                f"davon {seconds(installed)} Installation, {seconds(total - installed)} Aufbau"
            )
        self.say(", ".join(parts))

    def _wait(self) -> None:
        """Until Ctrl-C; a demo that runs over midnight keeps itself up to date."""
        day = clock.today()
        while True:
            self.server.wait(NEW_DAY_EVERY)
            if clock.today() != day:
                day = clock.today()
                run_jobs(self.say)
                workshop = self._open()
                build_foundation(workshop, self.say, slugs=self.slugs)
                build_rest(workshop, self.say, slugs=self.slugs)
