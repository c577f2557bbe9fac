"""Bulk actions: what the gate refuses has no button."""

from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from sites.places.gate.lists import BULK_ACTIONS


def withdraw_refused() -> list:
    """`register_admin_urls`: runs once, when all apps have registered theirs; adds no address."""
    bulk_action_registry.get_bulk_actions_for_model("wagtailcore", "page")  # fills the registry
    for models in bulk_action_registry.actions.values():
        for model_name, actions in models.items():
            for action in set(actions) - BULK_ACTIONS.get(model_name, set()):
                del actions[action]
    return []
