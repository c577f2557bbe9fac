from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sites.accounts"
    label = "accounts"
    verbose_name = "Konten"
