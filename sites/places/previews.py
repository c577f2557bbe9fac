"""Previews show what people have typed on the editing side's own host: whatever gets into such a
page must not run there as the person who looks at it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PREVIEWS = frozenset(
    {
        "wagtail_localize:preview_translation",
        "wagtailadmin_block_preview",
        "wagtailadmin_pages:preview_on_add",
        "wagtailadmin_pages:preview_on_edit",
        "wagtailadmin_pages:revisions_view",
        "wagtailadmin_pages:view_draft",
        "wagtailadmin_pages:workflow_preview",
        "wagtailsettings:preview_on_edit",
    }
)

# Scripts from our static files only: uploads lie on the same host. Wagtail's preview panel stays
# outside and reads the frame (same origin), so the page is no sandbox. A preview sends no form.
_POLICY = (
    "default-src 'self'; script-src {static}; object-src 'none'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'self'"
)


def protect(request: HttpRequest, response: HttpResponse) -> None:
    """Give the answer its Content-Security-Policy, if it is a preview."""
    match = request.resolver_match
    if match and match.view_name in PREVIEWS:
        static = request.build_absolute_uri(settings.STATIC_URL)
        response["Content-Security-Policy"] = _POLICY.format(static=static)
