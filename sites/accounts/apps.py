from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "sites.accounts"
    label = "accounts"
    verbose_name = "Konten"

    def ready(self) -> None:
        from sites.runtime import jobs

        from . import sessions, signals

        signals.connect()
        jobs.register_nightly("accounts.clear_sessions", sessions.clear_expired)
