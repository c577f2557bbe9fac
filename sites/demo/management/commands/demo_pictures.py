"""`manage.py demo_pictures`: draw the shipped pictures again."""

from django.core.management.base import BaseCommand

from sites.demo.pictures import draw_all


class Command(BaseCommand):
    help = (
        "Zeichnet die Bilder des Beispielnetzes neu (etwa zwei Minuten). Sie liegen fertig bei; "
        "nötig ist das nur, wenn sich eine Zeichnung geändert hat."
    )
    requires_system_checks: list = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--only", default="", metavar="ANFANG", help="nur Dateien, deren Name so beginnt"
        )

    def handle(self, *args, **options):
        def tell(drawn) -> None:
            state = "neu" if drawn.changed else "unverändert"
            self.stdout.write(f"{drawn.entry.file:40} {drawn.size // 1024:4} kB  {state}")

        finished = draw_all(only=options["only"], report=tell)
        self.stdout.write(f"{len(finished)} Bilder")
