"""The centre's list of places, one place, and what may be done with it."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from sites.places import gate
from sites.places.models import Place
from sites.places.teams.rights import grantable

from .place_acts import ACTS, form_for, offered
from .place_facts import facts_of
from .place_list import places_seen_by, sees_places, since, team_size_text
from .place_list_form import PlaceFilterForm


def _sees_places(request: HttpRequest, kwargs: dict) -> bool:
    return sees_places(request.user)


def _sees_place(request: HttpRequest, kwargs: dict) -> bool:
    return places_seen_by(request.user).filter(pk=kwargs["pk"]).exists()


GATE_RULES = {
    "new_place": gate.centre(),
    "places_index": gate.allow(_sees_places),
    "place": gate.allow(_sees_place),
    "place_act": gate.centre(),
    "place_merge": gate.centre(),
}


def index(request: HttpRequest) -> HttpResponse:
    """Three queries beside those of the frame, whatever the number of places."""
    form = PlaceFilterForm(request.GET, user=request.user)
    page = form.page(request.GET.get("p"))
    for place in page:
        place.since = since(place.last_activity_at)
        place.team = team_size_text(place.team_size)
    asked = request.GET.copy()
    asked.pop("p", None)
    context = {
        "form": form,
        "page": page,
        "total": page.paginator.count,
        "asked": asked.urlencode(),
    }
    return render(request, "ortsseiten/admin/places.html", context)


def place(request: HttpRequest, pk: int) -> HttpResponse:
    found = _place(places_seen_by(request.user), pk)
    may_act = gate.is_offered(request.user, "place_act")
    facts = facts_of(found)
    works = bool(found.container_id and found.collection_id and not found.merged_into_id)
    starting = found.status == Place.Status.PREPARING or not facts.has_team
    context = {
        "place": found,
        "facts": facts,
        "acts": list(offered(found)) * may_act,
        "may_act": may_act,
        "may_work": works,
        "may_invite": works and bool(grantable(request.user, found)),
        "is_starting": works and starting and found.status != Place.Status.CLOSED,
    }
    return render(request, "ortsseiten/admin/place.html", context)


def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """Show and carry out one act; errors stand at their field and keep what was typed. What makes
    no sense now (an old tab, a second tap) leads back to the place with a sentence."""
    if name not in ACTS:
        raise Http404
    chosen = ACTS[name]
    found = _place(Place.objects.all(), pk)
    if name not in dict(offered(found)):
        messages.warning(
            request,
            _("%(place)s: „%(act)s“ geht hier jetzt nicht.")
            % {"place": found.display_name, "act": chosen.title},
        )
        return redirect("place", found.pk)
    form = form_for(chosen, found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        values = {key: value for key, value in form.cleaned_data.items() if key != "sure"}
        try:
            chosen.perform(place=found, user=request.user, **values)
        except ValidationError as error:
            _add_errors(form, error)
        else:
            messages.success(request, f"{found.display_name}: {chosen.done}")
            return redirect("place", found.pk)
    teamless = name == "oeffnen" and not found.memberships.exists()
    context = {"act": chosen, "form": form, "place": found, "teamless": teamless}
    return render(request, "ortsseiten/admin/place_act.html", context)


def _place(places, pk: int) -> Place:
    related = ("site", "container", "collection", "responsible_body", "merged_into")
    return get_object_or_404(places.select_related(*related), pk=pk)


def _add_errors(form, error: ValidationError) -> None:
    if not hasattr(error, "error_dict"):
        form.add_error(None, error)
        return
    for field, found in error.message_dict.items():
        form.add_error(field if field in form.fields else None, found)
