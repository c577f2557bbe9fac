from django.apps import AppConfig


class PlacesConfig(AppConfig):
    name = "sites.places"
    label = "places"
    verbose_name = "Orte"

    def ready(self) -> None:
        from sites.accounts import second_factor, security_notices

        from . import forgetting, gate, gate_rules, looking, page_by_page, policies, root_paths
        from .gate.looking import register_way_out
        from .people import ways_to_the_office
        from .roles import Scope
        from .switching import urls as switch_urls
        from .tenants import memberships_of

        policies.register()
        # Whoever works beyond one place, and superusers anyway. Nobody else looks at a place as its
        # team does, and then the memberships are not the own ones.
        second_factor.require_when(
            lambda user: (
                getattr(user, "looking_at", None) is not None
                or any(row.rule.scope != Scope.PLACE for row in memberships_of(user))
            )
        )
        security_notices.name_office(ways_to_the_office)
        gate_rules.register()
        root_paths.install()
        forgetting.connect()
        looking.connect()
        page_by_page.connect()
        gate.register(switch_urls.GATE_RULES)
        register_way_out("look_end")

        from .teams import gate_rules as team_rules
        from .teams import signals as team_signals

        team_rules.register()
        team_signals.connect()
