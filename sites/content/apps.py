from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "sites.content"
    label = "content"
    verbose_name = "Inhalte"

    def ready(self) -> None:
        from . import signals

        signals.connect()
