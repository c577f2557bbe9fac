from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sites.places"
    label = "places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from . import forgetting, policies, root_paths

        policies.register()
        root_paths.install()
        forgetting.connect()
