"""`manage.py demo_data`: build or complete the example network without serving it."""

from .demo import Command as DemoCommand


class Command(DemoCommand):
    help = "Baut oder ergänzt das Beispielnetz, ohne es zu zeigen (wie demo --no-serve)."

    def handle(self, *args, **options):
        super().handle(*args, **{**options, "no_serve": True})
