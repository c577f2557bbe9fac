from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sites.places"
    label = "places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from . import policies

        policies.register()
