"""The buttons below a page's form, for those who publish and for those who hand in."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import (
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)


class SubmitItem(SubmitForModerationMenuItem):
    def get_context_data(self, parent_context):
        return {**super().get_context_data(parent_context), "label": _("Zur Freigabe einreichen")}


class TakeBackItem(CancelWorkflowMenuItem):
    label = _("Einreichung zurücknehmen")


def arrange(menu_items: list, request, context) -> None:
    """`construct_page_action_menu`: the first item is the button, the others are its menu."""
    publishes = any(isinstance(item, PublishMenuItem) for item in menu_items)
    kept = [_own(item) for item in menu_items if not _is_superfluous(item, publishes)]
    kept.sort(key=lambda item: not isinstance(item, PublishMenuItem | SubmitItem))
    menu_items[:] = kept


def _is_superfluous(item, publishes: bool) -> bool:
    """Who publishes needs no second way to do so, and nobody needs a restart."""
    if isinstance(item, RestartWorkflowMenuItem):
        return True
    if not publishes:
        return False
    if isinstance(item, WorkflowMenuItem):
        return item.name == "approve" and not item.launch_modal
    return isinstance(item, SubmitForModerationMenuItem | CancelWorkflowMenuItem)


def _own(item):
    """Items are shared by all requests: ours stand in for them, nothing is changed in place."""
    if isinstance(item, SubmitForModerationMenuItem):
        return SubmitItem(order=item.order)
    if isinstance(item, CancelWorkflowMenuItem):
        return TakeBackItem(order=item.order)
    if isinstance(item, WorkflowMenuItem) and item.name == "approve":
        return WorkflowMenuItem(
            item.name, _("Veröffentlichen mit Nachricht"), item.launch_modal, icon_name="mail"
        )
    return item
