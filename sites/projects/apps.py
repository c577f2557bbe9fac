from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    name = "sites.projects"
    label = "projects"
    verbose_name = "Projekte"
