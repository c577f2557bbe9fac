"""Data: what each role gets with the keys of its own place: everything that the gate opens to
teams, less what stands here. A role that can do less, or more, fails a test."""

# Answers no GET, or has nothing to show before something else is done.
NO_PAGE = {
    "account_sign_out_elsewhere",
    "look_as",
    "look_end",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "team_invitation_act",
    "wagtail_localize:edit_string_translation",
    "wagtail_localize:machine_translate",
    "wagtail_localize:preview_translation",  # no place shows a second language yet
    "wagtail_localize:stop_translation",
    "wagtail_localize:upload_pofile",
    "wagtailadmin_block_preview",
    "wagtailadmin_editing_sessions:ping",
    "wagtailadmin_editing_sessions:release",
    "wagtailadmin_pages:lock",
    "wagtailadmin_pages:set_page_position",
    "wagtailadmin_pages:unlock",
    "wagtaildocs:delete_multiple",
    "wagtaildocs:edit_multiple",
    "wagtailimages:delete_multiple",
    "wagtailimages:edit_multiple",
}
# Somebody else's upload; languages, topics and the list of places are not for teams.
NOT_FOR_TEAMS = {
    "place",
    "places_index",
    "topics:add",
    "topics:edit",
    "topics:history",
    "topics:history_results",
    "topics:index",
    "topics:index_results",
    "wagtail_localize:submit_page_translation",
    "wagtail_localize:update_translations",
    "wagtaildocs:create_multiple_from_uploaded_document",
    "wagtaildocs:delete_upload_multiple",
    "wagtailimages:create_multiple_from_uploaded_image",
    "wagtailimages:delete_upload_multiple",
}
_TEAM = {"team_hand_over", "team_invite", "team_member_remove", "team_member_role"}
_REVIEW = {
    "wagtailadmin_pages:collect_workflow_action_data",
    "wagtailadmin_pages:revisions_unschedule",
    "wagtailadmin_pages:workflow_action",
    "wagtailadmin_pages:workflow_preview",
}
_TRANSLATING = {
    "wagtail_localize:convert_to_alias",
    "wagtail_localize:download_pofile",
    "wagtail_localize:preview_translation",
}
REFUSED: dict[str, set[str]] = {
    "coordination": set(),
    "editor": _TEAM | {"wagtailsettings:edit"},
    "events": _TEAM
    | _REVIEW
    | _TRANSLATING
    | {
        "wagtailadmin_pages:workflow_history",
        "wagtailadmin_pages:workflow_history_detail",
        "wagtailsettings:edit",
    },
    "contributor": _TEAM
    | _REVIEW
    | _TRANSLATING
    | {
        "kalender_act",
        "wagtailadmin_pages:convert_alias",
        "wagtailadmin_pages:revisions_compare",
        "wagtailadmin_pages:unpublish",
        "wagtaildocs:delete",
        "wagtaildocs:document_usage",
        "wagtaildocs:edit",
        "wagtailimages:delete",
        "wagtailimages:edit",
        "wagtailimages:image_usage",
        "wagtailsettings:edit",
    },
}
# Where a POST with valid fields must change rows of the own place.
_WRITES = {
    "wagtail_bulk_action",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:revisions_revert",
    "wagtaildocs:add",
    "wagtaildocs:add_multiple",
    "wagtaildocs_chooser:create",
    "wagtailimages:add",
    "wagtailimages:add_multiple",
    "wagtailimages_chooser:create",
}
_PUBLISHES = _WRITES | {
    "wagtailadmin_pages:copy",
    "kalender_act",
    "wagtailadmin_pages:convert_alias",
    "wagtailadmin_pages:move_confirm",
    "wagtailadmin_pages:set_page_position",
    "wagtailadmin_pages:unpublish",
    "wagtaildocs:delete",
    "wagtaildocs:edit",
    "wagtailimages:delete",
    "wagtailimages:edit",
}
CHANGES: dict[str, set[str]] = {
    "coordination": _PUBLISHES
    | {
        "team_hand_over",
        "team_invitation_act",
        "team_invite",
        "team_member_remove",
        "team_member_role",
        "wagtail_localize:convert_to_alias",
        "wagtailadmin_pages:revisions_unschedule",
        "wagtailadmin_pages:workflow_action",
        "wagtailsettings:edit",
    },
    "editor": _PUBLISHES | {"wagtailadmin_pages:workflow_action"},
    "events": _PUBLISHES,
    "contributor": _WRITES,
}
# What nobody below the centre reaches: that the fields are valid, the centre shows.
CENTRE_CHANGES = {
    "place_act",
    "pull_page",
    "responsible_bodies:edit",
}
