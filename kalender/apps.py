from django.apps import AppConfig


class KalenderConfig(AppConfig):
    name = "kalender"
    verbose_name = "Termine"

    def ready(self) -> None:
        from sites.runtime import jobs

        from . import gate_rules, signals
        from .scheduling import move_window

        signals.connect()
        gate_rules.register()
        jobs.register_nightly(
            "kalender.move_window",
            move_window,
            description="Rückt den Zeitraum der Kalender auf den heutigen Tag",
        )
