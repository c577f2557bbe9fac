from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sites.places"
    label = "places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from sites.accounts import second_factor

        from . import forgetting, gate_rules, policies, root_paths
        from .roles import Scope
        from .tenants import memberships_of

        policies.register()
        # Whoever works beyond one place, and superusers anyway.
        second_factor.require_when(
            lambda user: any(row.rule.scope != Scope.PLACE for row in memberships_of(user))
        )
        gate_rules.register()
        root_paths.install()
        forgetting.connect()

        from .teams import gate_rules as team_rules
        from .teams import signals as team_signals

        team_rules.register()
        team_signals.connect()
