from django.apps import AppConfig


class OrtsseitenConfig(AppConfig):
    name = "ortsseiten"
    verbose_name = "Ortsseiten"

    def ready(self) -> None:
        from . import gate_rules

        gate_rules.register()
