"""Name of an address → rule. Filled by the apps' `ready()`, read by the middleware."""

from collections.abc import Mapping

from .rules import Rule

_rules: dict[str, Rule] = {}


def register(table: Mapping[str, Rule]) -> None:
    """Add rules by view name ("wagtailadmin_pages:edit"). A name has one rule: a second one, in
    whatever app, is an error."""
    for name, rule in table.items():
        if name in _rules and _rules[name] != rule:
            raise ValueError(f"{name} has a rule already")
        _rules[name] = rule


def rule_of(name: str) -> Rule | None:
    return _rules.get(name)


def registered() -> Mapping[str, Rule]:
    return dict(_rules)
