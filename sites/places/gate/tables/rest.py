"""Everything of Wagtail's that is about neither pages nor media nor languages."""

from sites.places.gate.belongings import edited_object, own_editing_session
from sites.places.gate.lists import settings_site
from sites.places.gate.rules import allow, closed, open_to_all, signed_in

_MODEL_VIEWS = (
    *("index", "index_results", "add", "edit", "delete"),
    *("history", "history_results", "usage"),
)

FRAME = {
    "wagtailadmin_home": allow(),
    "wagtailadmin_login": open_to_all(),
    "wagtailadmin_logout": open_to_all(),
    "wagtailadmin_sprite": open_to_all(),
    "wagtailadmin_javascript_catalog": open_to_all(),
    "wagtailadmin_dismissibles": signed_in(),
    "wagtailadmin_block_preview": allow(),
    "wagtailadmin_editing_sessions:ping": allow(edited_object("object_id")),
    "wagtailadmin_editing_sessions:release": allow(own_editing_session("session_id")),
    # An address that nothing stands behind: Wagtail's own 404.
    "wagtail.admin.views.home.default": open_to_all(),
    "django.views.generic.base.TemplateView": closed(),
    "wagtailadmin_error_test": closed(),
    # Tags are the network's, not free: the suggestions are those of all places.
    "wagtailadmin_tag_autocomplete": closed(),
    "wagtailadmin_tag_model_autocomplete": closed(),
}

SETTINGS = {"wagtailsettings:edit": allow(settings_site("pk"))}

# Passwords are no way in.
PASSWORDS = {
    f"wagtailadmin_password_reset{step}": closed()
    for step in ("", "_done", "_confirm", "_complete")
}

# People and what they may do: by membership, on the team's page. Reports list all places' pages;
# a place reads its own history.
PEOPLE = {
    f"wagtailusers_{kind}:{view}": closed()
    for kind in ("users", "groups")
    for view in (*_MODEL_VIEWS, "copy")
    if (kind, view) != ("groups", "copy")
}

REPORTS = {
    f"wagtailadmin_reports:{report}{part}": closed()
    for report in (
        *("locked_pages", "workflow", "workflow_tasks"),
        *("site_history", "aging_pages", "page_types_usage"),
    )
    for part in ("", "_results")
}

# One shared workflow for all places: made with the network, or by a migration where it existed.
WORKFLOWS = {
    f"wagtailadmin_workflows:{view}": closed()
    for view in (
        *("index", "index_results", "add", "enable", "disable", "edit", "usage", "usage_results"),
        *("remove", "add_task", "select_task_type", "task_index", "task_index_results"),
        *("edit_task", "disable_task", "enable_task", "task_chooser", "task_chooser_results"),
        *("task_chooser_create", "task_chosen"),
    )
}

# Nothing of ours uses them.
UNUSED = {
    name: closed()
    for name in (
        *("wagtailforms:index", "wagtailforms:index_results", "wagtailforms:list_submissions"),
        *("wagtailforms:list_submissions_results", "wagtailforms:delete_submissions"),
        *("wagtailredirects:index", "wagtailredirects:index_results", "wagtailredirects:add"),
        *("wagtailredirects:edit", "wagtailredirects:delete"),
        *("wagtailredirects:start_import", "wagtailredirects:process_import"),
        *("wagtailembeds:chooser", "wagtailembeds:chooser_upload", "wagtailsnippets:index"),
        "wagtailsettings:preview_on_edit",
    )
}
