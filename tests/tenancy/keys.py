"""Data: which keys stand for the arguments of an address.

{event} is the key of that name in `Estate.ids`; text without braces stands as it is.
"""

PAGE = ["{event}", "{draft}", "{binned}"]
EVERY_PAGE = [*PAGE, "{free}", "{review}", "{translated}", "{container}"]
PARENT = ["{calendar}", "{container}"]

BY_ARGUMENT: dict[str, list[str]] = {
    "page_id": PAGE,
    "parent_page_id": PARENT,
    "page_to_move_id": ["{event}", "{draft}"],
    "page_pk": ["{event}"],
    "destination_id": ["{calendar}"],
    "task_id": ["{task}"],
    "task_state_id": ["{task_state}"],
    "workflow_state_id": ["{workflow_state}"],
    "workflow_pk": ["{workflow}"],
    "collection_id": ["{collection}"],
    "translation_source_id": ["{translation_source}"],
    "translation_id": ["{translation}"],
    "string_segment_id": ["{string_segment}"],
    "overridable_segment_id": ["{overridable_segment}"],
    "redirect_id": ["{redirect}"],
    "document_id": ["{document}"],
    "doc_id": ["{document}"],
    "image_id": ["{image}"],
    "session_id": ["{session}"],
    "filter_spec": ["max-100x100"],
    "mode": ["vorschau"],
    "uidb64": ["MQ"],
    "token": ["falsch"],
    "action": ["delete"],
    "action_name": ["approve", "reject"],
}
# (namespace, argument): what a general name means there.
BY_NAMESPACE: dict[tuple[str, str], list[str]] = {
    ("", "pk"): ["{event}"],
    ("wagtailadmin_api:pages", "pk"): ["{event}", "{draft}"],
    ("wagtailadmin_api:pages", "action_name"): ["copy", "delete", "publish"],
    ("wagtailadmin_api:documents", "pk"): ["{document}"],
    ("wagtailadmin_api:images", "pk"): ["{image}"],
    ("wagtailadmin_collections", "pk"): ["{collection}", "{subcollection}"],
    ("wagtailadmin_workflows", "pk"): ["{workflow}"],
    ("wagtailusers_users", "pk"): ["{person}"],
    ("wagtailusers_groups", "pk"): ["{group}"],
    ("responsible_bodies", "pk"): ["{body}"],
    ("topics", "pk"): ["{topic}"],
    ("wagtaillocales", "pk"): ["{locale}"],
    ("wagtaildocs_chooser", "pk"): ["{document}"],
    ("wagtailimages_chooser", "pk"): ["{image}"],
    ("wagtaildocs", "uploaded_file_id"): ["{document_upload}"],
    ("wagtailimages", "uploaded_file_id"): ["{image_upload}"],
}
_TASK = [{"pk": "{task}"}]
_TYPES = [("kalender", "eventpage"), ("news", "newspage")]
_BULK = [
    *(("wagtailcore", "page", action) for action in ("delete", "move", "publish", "unpublish")),
    *(("content", "image", action) for action in ("delete", "add_tags", "add_to_collection")),
    *(("content", "document", action) for action in ("delete", "add_tags", "add_to_collection")),
    *(("accounts", "user", action) for action in ("delete", "assign_role", "set_active_state")),
]
# Query strings of one bulk address; keys follow from the model.
_BULK_KEYS = {
    "page": ["?id={event}", "?id={draft}&id={binned}", "?id=all&childOf={calendar}"],
    "image": ["?id={image}"],
    "document": ["?id={document}"],
    "user": ["?id={person}"],
}


def _add(*parents) -> list[dict[str, str]]:
    return [
        {
            "content_type_app_name": app,
            "content_type_model_name": model,
            "parent_page_id": f"{{{parent}}}",
        }
        for app, model, parent in parents
    ]


_ADD = _add(
    ("kalender", "eventpage", "calendar"),
    ("news", "newspage", "news_index"),
    ("projects", "projectpage", "project_index"),
    ("ortsseiten", "localpage", "home"),
)
_REVISIONS = [
    {"page_id": "{event}", "revision_id": "{live_revision}"},
    {"page_id": "{draft}", "revision_id": "{draft_revision}"},
]
_REVIEWED = {"page_id": "{review}", "task_state_id": "{task_state}"}
_TRANSLATION = {"translation_id": "{translation}"}

# Views whose arguments belong together, or mean something of their own.
BY_VIEW: dict[str, list[dict[str, str]]] = {
    "wagtailadmin_pages:add": _ADD,
    "wagtailadmin_pages:preview_on_add": _ADD[:2],
    "wagtailadmin_pages:type_use": [
        {"content_type_app_name": app, "content_type_model_name": model} for app, model in _TYPES
    ],
    "wagtailadmin_pages:type_use_results": [
        {"content_type_app_name": app, "content_type_model_name": model} for app, model in _TYPES
    ],
    "wagtailadmin_pages:choose_parent": [
        {"app_label": app, "model_name": model} for app, model in _TYPES
    ],
    "wagtailadmin_pages:revisions_view": _REVISIONS,
    "wagtailadmin_pages:revisions_revert": _REVISIONS,
    "wagtailadmin_pages:revisions_unschedule": [
        {"page_id": "{planned}", "revision_id": "{planned_revision}"}
    ],
    "wagtailadmin_pages:revisions_compare": [
        {"pk": "{event}", "revision_id_a": a, "revision_id_b": b}
        for a, b in (("live", "latest"), ("{live_revision}", "{event_revision}"))
    ],
    "wagtailadmin_pages:edit": [{"page_id": page} for page in EVERY_PAGE],
    "wagtailadmin_pages:convert_alias": [{"page_id": "{alias}"}],
    "wagtailadmin_pages:unlock": [{"page_id": "{project}"}],
    "wagtailadmin_pages:workflow_action": [
        {**_REVIEWED, "action_name": action} for action in ("approve", "reject")
    ],
    "wagtailadmin_pages:collect_workflow_action_data": [
        {**_REVIEWED, "action_name": action} for action in ("approve", "reject")
    ],
    "wagtailadmin_pages:confirm_workflow_cancellation": [{"page_id": "{review}"}],
    "wagtailadmin_pages:workflow_preview": [{"page_id": "{review}", "task_id": "{task}"}],
    "wagtailadmin_pages:workflow_history": [{"page_id": "{review}"}],
    "wagtailadmin_pages:workflow_history_detail": [
        {"page_id": "{review}", "workflow_state_id": "{workflow_state}"}
    ],
    "wagtailadmin_workflows:add_task": [
        {"app_label": "wagtailcore", "model_name": "groupapprovaltask"}
    ],
    "wagtailadmin_workflows:edit_task": _TASK,
    "wagtailadmin_workflows:disable_task": _TASK,
    "wagtailadmin_workflows:enable_task": _TASK,
    "wagtailadmin_tag_model_autocomplete": [{"app_name": "taggit", "model_name": "tag"}],
    "wagtailadmin_editing_sessions:ping": [
        {
            "app_label": app,
            "model_name": model,
            "object_id": key,
            "session_id": "{session}",
        }
        for app, model, key in (
            ("kalender", "eventpage", "{event}"),
            ("content", "image", "{image}"),
        )
    ],
    "team_member_role": [{"pk": "{other_membership}"}],
    "team_member_remove": [{"pk": "{other_membership}"}],
    "team_invitation_act": [
        {"pk": "{invitation}", "name": name} for name in ("senden", "zurueckziehen")
    ],
    "place_act": [
        {"pk": "{place}", "name": name}
        for name in ("pausieren", "schliessen", "umbenennen", "adresse", "anhalten", "pruefen")
    ],
    "mfa_remove_webauthn": [{"pk": "{passkey}"}],
    "wagtail_bulk_action": [
        {"app_label": app, "model_name": model, "action": f"{action}/{query}"}
        for app, model, action in _BULK
        for query in _BULK_KEYS[model]
    ],
    "kalender_act": [
        {"pk": "{event}", "name": act}
        for act in ("absagen", "stand", "faellt-aus", "verlegen", "wie-geplant")
    ],
    "wagtail_localize:submit_page_translation": [{"page_id": page} for page in EVERY_PAGE],
    "wagtail_localize:submit_snippet_translation": [
        {"app_label": "content", "model_name": "topic", "pk": "{topic}"}
    ],
    "wagtail_localize:snippets_api_listing": [{"app_label": "content", "model_name": "topic"}],
    "wagtail_localize:snippets_api_detail": [
        {"app_label": "content", "model_name": "topic", "pk": "{topic}"}
    ],
    "wagtail_localize:convert_to_alias": [{"page_id": "{translated}"}],
    "wagtailforms:list_submissions": [{"page_id": "{project}"}],
    "wagtailforms:list_submissions_results": [{"page_id": "{project}"}],
    "wagtailforms:delete_submissions": [{"page_id": "{project}"}],
    "wagtailsettings:edit": [
        {"app_name": "content", "model_name": "placesettings", "pk": "{site}"},
        {"app_name": "content", "model_name": "placesettings"},
    ],
    "place": [{"pk": "{place}"}],
    "place_merge": [{"pk": "{place}"}],
    "settings_here": [{"app_name": "content", "model_name": "placesettings"}],
    "wagtailsettings:preview_on_edit": [
        {"app_name": "content", "model_name": "placesettings", "pk": "{site}"}
    ],
}
