"""The page that says no, and whom to ask. It tells nothing about what was asked for: what belongs
to others and what does not exist look the same."""

from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from sites.places.tenants import territory_of

from .whom_to_ask import whom_to_ask

_WAGTAILS_WORDS = "Sorry, you do not have permission to access this area."


def refuse(request: HttpRequest, *, status: int = 403) -> HttpResponse:
    """403, for which the one transaction of a form is undone (`places.editing_side`); the same page
    for an address that does not exist."""
    with translation.override(settings.LANGUAGE_CODE):
        if is_for_a_script(request):
            return _for_a_script(request, status)
        context = _context(request)
        body = render_to_string(_template(context), context, request)
    return HttpResponse(body, status=status)


def is_wagtails_own(request: HttpRequest, response: HttpResponse) -> bool:
    """Wagtail answers "no" with a message and the way to its start page. If so, its message is
    taken out of the queue: the page says it better."""
    if response.status_code != 302 or response["Location"] != reverse("wagtailadmin_home"):
        return False
    # Wagtail spoke the person's language, which is over by now; there is only one.
    with translation.override(settings.LANGUAGE_CODE):
        theirs = {_WAGTAILS_WORDS, _(_WAGTAILS_WORDS)}
    queue = get_messages(request)
    waiting = queue._queued_messages
    others = [message for message in waiting if str(message.message).strip() not in theirs]
    queue._queued_messages = others
    return len(others) < len(waiting)


def is_for_a_script(request: HttpRequest) -> bool:
    accepts = request.headers.get("accept", "")
    return (
        request.headers.get("x-requested-with") == "XMLHttpRequest"
        or accepts.startswith("application/json")
        or request.content_type == "application/json"
    )


def _for_a_script(request: HttpRequest, status: int) -> HttpResponse:
    """Dialogs show `html`, everything else has the sentence."""
    context = _context(request)
    html = render_to_string("places/gate/refused_dialog.html", context)
    return JsonResponse(
        {"error": context["sentence"], "step": "refused", "html": html}, status=status
    )


def _template(context: dict) -> str:
    return "places/gate/refused.html" if context["works_here"] else "places/gate/no_place.html"


def _context(request: HttpRequest) -> dict:
    user = request.user
    works_here = user.has_perm("wagtailadmin.access_admin")
    if getattr(user, "looking_at", None):
        sentence = _("Sie sehen diese Seite nur an. Ändern kann sie das Team des Ortes.")
    elif works_here and territory_of(user).everything:
        sentence = _("Das gibt es nicht, oder niemand ändert es auf diesem Weg.")
    elif works_here:
        sentence = _(
            "Das gehört zu einem anderen Ort, oder Ihre Rolle umfasst es nicht. Vielleicht gibt "
            "es das auch nicht mehr."
        )
    else:
        sentence = _(
            "Ihr Konto gehört zu keinem Ort. Vielleicht ist Ihre Mitarbeit beendet worden, oder "
            "Ihre Einladung ist noch nicht angenommen."
        )
    return {
        "works_here": works_here,
        "sentence": sentence,
        "contacts": whom_to_ask(user, request.tenant),
        "home_url": reverse("wagtailadmin_home"),
    }
