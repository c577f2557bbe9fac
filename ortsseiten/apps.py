from django.apps import AppConfig


class OrtsseitenConfig(AppConfig):
    name = "ortsseiten"
    verbose_name = "Ortsseiten"

    def ready(self) -> None:
        from sites.places import gate

        from . import place_views

        gate.register(place_views.GATE_RULES)
