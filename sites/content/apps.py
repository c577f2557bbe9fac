from django.apps import AppConfig


class ContentConfig(AppConfig):
    name = "sites.content"
    label = "content"
    verbose_name = "Inhalte"

    def ready(self) -> None:
        from sites.places import gate
        from sites.runtime import jobs

        from . import gate_rules, order_views, review_mails, search, signals

        signals.connect()
        review_mails.connect()
        gate_rules.register()
        gate.register(order_views.GATE_RULES)
        jobs.register_nightly("content.weigh_titles", search.weigh_titles)
