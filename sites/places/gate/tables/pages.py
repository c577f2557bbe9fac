"""Pages: explorer, editor, chooser, history, workflow."""

from wagtail.models import Page

from sites.places.gate.belongings import revisions, task, task_state, workflow_state
from sites.places.gate.lists import chosen, named, same_site
from sites.places.gate.objects import page
from sites.places.gate.opened_from import opened_from
from sites.places.gate.rules import allow, closed

_here = page("page_id")
_task_state = allow(_here, task_state("task_state_id", of="page_id"))

PAGES = {
    "wagtailadmin_explore_root": allow(),
    "wagtailadmin_explore": allow(page("parent_page_id")),
    "wagtailadmin_explore_results": allow(page("parent_page_id")),
    "wagtailadmin_pages:add": allow(page("parent_page_id")),
    "wagtailadmin_pages:preview_on_add": allow(page("parent_page_id")),
    "wagtailadmin_pages:add_subpage": allow(page("parent_page_id")),
    "wagtailadmin_pages:edit": allow(_here),
    "wagtailadmin_pages:preview_on_edit": allow(_here),
    "wagtailadmin_pages:view_draft": allow(_here),
    "wagtailadmin_pages:delete": allow(_here),
    "wagtailadmin_pages:unpublish": allow(_here),
    "wagtailadmin_pages:convert_alias": allow(_here),
    "wagtailadmin_pages:lock": allow(_here),
    "wagtailadmin_pages:unlock": allow(_here),
    "wagtailadmin_pages:usage": allow(_here),
    "wagtailadmin_pages:search": allow(),
    "wagtailadmin_pages:search_results": allow(),
    # A page stays in its place: see `same_site`.
    "wagtailadmin_pages:move": allow(same_site("page_to_move_id", posted="new_parent_page")),
    "wagtailadmin_pages:move_confirm": allow(same_site("page_to_move_id", "destination_id")),
    "wagtailadmin_pages:set_page_position": allow(page("page_to_move_id")),
    "wagtailadmin_pages:copy": allow(same_site("page_id", posted="new_parent_page")),
    # History
    "wagtailadmin_pages:history": allow(_here),
    "wagtailadmin_pages:history_results": allow(_here),
    "wagtailadmin_pages:revisions_index": allow(_here),
    "wagtailadmin_pages:revisions_view": allow(_here, revisions("revision_id", of="page_id")),
    "wagtailadmin_pages:revisions_revert": allow(_here, revisions("revision_id", of="page_id")),
    "wagtailadmin_pages:revisions_unschedule": allow(_here, revisions("revision_id", of="page_id")),
    "wagtailadmin_pages:revisions_compare": allow(
        page("pk"), revisions("revision_id_a", "revision_id_b", of="pk")
    ),
    # Workflow
    "wagtailadmin_pages:workflow_action": _task_state,
    "wagtailadmin_pages:collect_workflow_action_data": _task_state,
    "wagtailadmin_pages:confirm_workflow_cancellation": allow(_here),
    "wagtailadmin_pages:workflow_preview": allow(_here, task("task_id", of="page_id")),
    "wagtailadmin_pages:workflow_history": allow(_here),
    "wagtailadmin_pages:workflow_history_detail": allow(
        _here, workflow_state("workflow_state_id", of="page_id")
    ),
    # Lists across all places, with all people and sites in their filters
    "wagtailadmin_pages:type_use": closed(),
    "wagtailadmin_pages:type_use_results": closed(),
    "wagtailadmin_pages:choose_parent": closed(),
    # Public pages are public: no passwords, no groups
    "wagtailadmin_pages:set_privacy": closed(),
}

CHOOSER = {
    "wagtailadmin_choose_page": allow(opened_from, named("target_pages[]")),
    "wagtailadmin_choose_page_child": allow(page("parent_page_id"), named("target_pages[]")),
    "wagtailadmin_choose_page_search": allow(opened_from),
    "wagtailadmin_choose_page_chosen_multiple": allow(chosen(lambda: Page)),
    # No page is looked up by these: WAGTAILADMIN_EXTERNAL_LINK_CONVERSION is off.
    "wagtailadmin_choose_page_external_link": allow(),
    "wagtailadmin_choose_page_email_link": allow(),
    "wagtailadmin_choose_page_phone_link": allow(),
    "wagtailadmin_choose_page_anchor_link": allow(),
}

# The menu of pages at the side reads the list; nothing else of the interface is used.
API = {
    "wagtailadmin_api:pages:listing": allow(
        named("child_of", "descendant_of", "ancestor_of", "translation_of")
    ),
    "wagtailadmin_api:pages:detail": allow(page("pk")),
    "wagtailadmin_api:pages:find": closed(),
    "wagtailadmin_api:pages:action": closed(),
}
