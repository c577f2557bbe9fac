"""Panels of the start page: what somebody did in places they no longer work on is not shown."""

from django.http import HttpRequest
from wagtail.admin.views.home import (
    LockedPagesPanel,
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
)

from sites.places.tenants import territory_of


class OwnRecentEdits(RecentEditsPanel):
    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        covers = territory_of(context["request"].user).covers_path
        context["last_edits"] = [row for row in context["last_edits"] if covers(row[1].path)]
        return context


class OwnObjectsInReview(UserObjectsInWorkflowModerationPanel):
    def get_context_data(self, parent_context):
        context = super().get_context_data(parent_context)
        covers = territory_of(context["request"].user).covers_path
        context["workflow_states"] = [
            state
            for state in context["workflow_states"]
            if covers(getattr(state.content_object, "path", ""))
        ]
        return context


REPLACED = {
    RecentEditsPanel: OwnRecentEdits,
    UserObjectsInWorkflowModerationPanel: OwnObjectsInReview,
}


def only_own_panels(request: HttpRequest, panels: list) -> None:
    """`construct_homepage_panels`. Nobody locks pages, so that panel goes."""
    panels[:] = [
        REPLACED[type(panel)]() if type(panel) in REPLACED else panel
        for panel in panels
        if not isinstance(panel, LockedPagesPanel)
    ]
