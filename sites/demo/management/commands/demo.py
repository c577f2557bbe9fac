"""`manage.py demo`: the whole example network with one command."""

import signal
from difflib import get_close_matches

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from sites.demo.progress import say
from sites.demo.running import DemoRun, refuse_real_sites
from sites.demo.server import PortInUseError
from sites.demo.wordbook import load_words


def chosen(texts: list[str]) -> list[str]:
    """Short addresses, separated by spaces or commas; an unknown one is an error with what may be
    meant, before anything is built."""
    slugs = [slug for text in texts for slug in text.split(",") if slug]
    known = [place.slug for place in load_words().places]
    unknown = [slug for slug in slugs if slug not in known]
    if unknown or (texts and not slugs):
        hint = [near for slug in unknown for near in get_close_matches(slug, known)] or known
        raise CommandError(
            f"Diese Orte hat das Beispielnetz nicht: {', '.join(unknown) or '–'}. "
            f"Möglich: {', '.join(hint)}"
        )
    return slugs


class Command(BaseCommand):
    help = (
        "Baut das Beispielnetz und zeigt es: zuerst Netzwerk und sechs Orte, dann, während es "
        "schon antwortet, alle anderen. Jeder weitere Start ergänzt die kommenden Wochen und "
        "rührt nichts an, was Sie geändert haben. PORT, BASE_DOMAIN, DATABASE_URL und DEMO_TODAY "
        "gelten."
    )
    requires_system_checks: list = []

    def add_arguments(self, parser):
        parser.add_argument("--no-serve", action="store_true", help="nur bauen, nicht zeigen")
        parser.add_argument(
            "--places",
            nargs="+",
            default=[],
            metavar="ORT",
            help="nur diese Orte (Kurzadressen, mit Komma oder Leerzeichen)",
        )

    def handle(self, *args, **options):
        refuse_real_sites()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, signal.default_int_handler)
        run = DemoRun(say, chosen(options["places"]))
        try:
            if options["no_serve"]:
                run.build()
            else:
                run.serve(settings.PUBLIC_PORT)
        except KeyboardInterrupt:
            say("\nBeendet. Der nächste Start macht hier weiter.")
        except PortInUseError:
            port = settings.PUBLIC_PORT
            raise CommandError(
                f"Auf Port {port} läuft schon etwas, oder er ist nicht erlaubt. Mit einem anderen "
                f"Port: make demo PORT={port + 1}"
            ) from None
