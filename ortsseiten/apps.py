from django.apps import AppConfig


class OrtsseitenConfig(AppConfig):
    name = "ortsseiten"
    verbose_name = "Ortsseiten"
