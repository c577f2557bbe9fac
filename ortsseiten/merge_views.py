"""Merging two places: find the other one by typing, then read what will happen, then decide."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sites.content.order_forms import ReasonForm
from sites.places.models import Place
from sites.places.models.place import LISTED_STATUSES

from .merging import merge_places, problem
from .place_facts import coming_dates, team_text
from .place_list import search

RESULTS = 20


class MergeForm(ReasonForm):
    sure = forms.BooleanField(label=gettext_lazy("Ja. Das lässt sich nicht zurücknehmen."))


def merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Without `ziel` the search, with it the confirmation; POST there merges."""
    places = Place.objects.select_related("site", "container", "merged_into")
    source = get_object_or_404(places, pk=pk)
    number = request.GET.get("ziel", "")
    if number.isascii() and number.isdigit():
        return _confirm(request, source, get_object_or_404(places, pk=int(number[:18])))
    text = request.GET.get("suche", "")
    found = []
    if text:
        open_places = Place.objects.filter(status__in=LISTED_STATUSES).exclude(pk=source.pk)
        found = search(open_places, text).order_by("sort_key")[: RESULTS + 1]
    context = {
        "place": source,
        "text": text,
        "results": found[:RESULTS],
        "more": len(found) > RESULTS,
        "problem": _("%s ist schon mit einem anderen Ort zusammengelegt.") % source.display_name
        if source.merged_into_id
        else "",
    }
    return render(request, "ortsseiten/admin/merge_search.html", context)


def _confirm(request: HttpRequest, source: Place, target: Place) -> HttpResponse:
    form = MergeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        try:
            moved = merge_places(source=source, target=target, reason=reason, user=request.user)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            names = {"source": source.display_name, "target": target.display_name, "n": moved}
            messages.success(
                request,
                _("%(source)s ist jetzt Teil von %(target)s, %(n)d Seiten sind umgezogen.") % names,
            )
            return redirect("place", target.pk)
    context = {
        "place": source,
        "target": target,
        "form": form,
        "problem": problem(source, target),
        "coming": coming_dates(source),
        "team": team_text(source),
    }
    return render(request, "ortsseiten/admin/merge.html", context)
