"""Everything a visitor sees: templates, style sheets, scripts, icons, fonts, texts for dates."""

from django.apps import AppConfig


class ThemesConfig(AppConfig):
    name = "themes"
    verbose_name = "Gestaltung"
