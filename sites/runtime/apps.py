from django.apps import AppConfig


class RuntimeConfig(AppConfig):
    name = "sites.runtime"
    label = "runtime"
    verbose_name = "Zeit und Hintergrundarbeit"
