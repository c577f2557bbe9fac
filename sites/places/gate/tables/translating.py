"""wagtail-localize, and the languages themselves."""

from sites.places.gate.objects import page
from sites.places.gate.rules import allow, closed, open_to_all
from sites.places.gate.translations import one_page_only, segment, source, translation

_translation = translation("translation_id")

LOCALIZE = {
    "wagtail_localize:javascript_catalog": open_to_all(),
    "wagtail_localize:submit_page_translation": allow(page("page_id"), one_page_only),
    "wagtail_localize:update_translations": allow(source("translation_source_id")),
    "wagtail_localize:edit_string_translation": allow(
        _translation, segment("StringSegment", "string_segment_id", of="translation_id")
    ),
    "wagtail_localize:download_pofile": allow(_translation),
    "wagtail_localize:upload_pofile": allow(_translation),
    "wagtail_localize:machine_translate": allow(_translation),
    "wagtail_localize:preview_translation": allow(_translation),
    "wagtail_localize:stop_translation": allow(_translation),
    "wagtail_localize:convert_to_alias": allow(page("page_id")),
    # Facts (picture, links) are the original's in every language; only texts are translated.
    "wagtail_localize:edit_override": closed(),
    # Nothing translatable but pages; lists would be those of all places.
    "wagtail_localize:submit_snippet_translation": closed(),
    "wagtail_localize:translations_report": closed(),
    "wagtail_localize:translations_report_results": closed(),
    "wagtail_localize:snippets_api_listing": closed(),
    "wagtail_localize:snippets_api_detail": closed(),
}

# Its forms offer LocaleSynchronization, which copies every page of every place at once.
LOCALES = {
    f"wagtaillocales:{view}": closed()
    for view in (
        *("index", "index_results", "add", "edit", "delete"),
        *("history", "history_results", "usage", "copy"),
    )
}
