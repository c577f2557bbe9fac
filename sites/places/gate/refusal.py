"""The page that says no, and whom to ask. It tells nothing about what was asked for."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sites.places.models import Network


def refuse(request: HttpRequest) -> HttpResponse:
    """403, the same for what is foreign and for what does not exist."""
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return JsonResponse({"error": _("Das gehört nicht zu Ihrem Ort.")}, status=403)
    context = {"network": Network.get()}
    return render(request, "places/gate/refused.html", context, status=403)
