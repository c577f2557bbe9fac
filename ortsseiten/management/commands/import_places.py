"""`manage.py import_places orte.csv`: many places at once. See `ortsseiten.place_import`."""

import sys
import time
from argparse import RawDescriptionHelpFormatter
from collections import Counter
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from ortsseiten.place_file import COLUMNS, FileError, read
from ortsseiten.place_import import Outcome, make_places, rehearse

EVERY = 25  # lines between two reports of progress, where nothing can be written over


class Command(BaseCommand):
    help = (
        "Legt Orte aus einer CSV-Datei an: UTF-8, mit „;“ oder „,“, die erste Zeile nennt die "
        "Spalten:\n\n"
        + "\n".join(f"  {name:15} {meaning}" for name, meaning in COLUMNS.items())
        + "\n\nDer Befehl darf jederzeit abgebrochen und wiederholt werden: Was da ist, bleibt; "
        "was fehlt, kommt. Ein Ort gilt als derselbe, wenn Kurzadresse und Postleitzahl stimmen.\n"
        "Ende mit 1, wenn Zeilen abgelehnt wurden."
    )

    def create_parser(self, *args, **kwargs):
        return super().create_parser(*args, formatter_class=RawDescriptionHelpFormatter, **kwargs)

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="die CSV-Datei")
        parser.add_argument(
            "--dry-run", action="store_true", help="nur prüfen und sagen, was entstünde"
        )

    def handle(self, *, file: Path, dry_run: bool, **options):
        try:
            lines = read(file.read_bytes())
        except OSError as error:
            raise CommandError(f"Die Datei lässt sich nicht lesen: {error}") from error
        except FileError as error:
            raise CommandError(str(error)) from error
        count: Counter[Outcome] = Counter()
        progress = _Progress(len(lines), self.stderr)
        try:
            for result in (rehearse if dry_run else make_places)(lines):
                count[result.outcome] += 1
                progress.clear()
                self.stdout.write(
                    f"Zeile {result.line.number}: {result.outcome}: {result.line.name}: "
                    f"{result.text}"
                )
                progress.step()
        except ValidationError as error:
            raise CommandError(" ".join(error.messages)) from error
        progress.clear()
        said = ", ".join(f"{count[outcome]} {outcome}" for outcome in Outcome)
        self.stdout.write(f"{'Probelauf, nichts gespeichert: ' if dry_run else 'Fertig: '}{said}")
        if count[Outcome.REFUSED]:
            sys.exit(1)


class _Progress:
    """Count, rate and time left, on the error stream: over itself on a terminal, else a line now
    and then."""

    def __init__(self, total: int, stream):
        self.total, self.stream = total, stream
        self.done = 0
        self.begin = time.monotonic()
        self.is_terminal = stream.isatty()

    def step(self) -> None:
        self.done += 1
        if self.is_terminal:
            self.stream.write(f"\r{self}", ending="")
        elif self.done % EVERY == 0 or self.done == self.total:
            self.stream.write(str(self))

    def clear(self) -> None:
        if self.is_terminal and self.done:
            self.stream.write("\r\033[K", ending="")

    def __str__(self) -> str:
        took = max(time.monotonic() - self.begin, 0.001)
        rate = self.done / took
        left = round((self.total - self.done) / rate)
        return (
            f"{self.done} von {self.total}, {rate:.1f} je Sekunde, "
            f"noch {left // 60}:{left % 60:02} Minuten"
        )
