"""The history of the current tenant, for its team: what happened, who did it, when, and why."""

from datetime import datetime, timedelta

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sites.places.models import HistoryEntry, Place
from sites.runtime import clock
from themes import german_dates

from .listing import team_label
from .views import for_the_team

PER_PAGE = 30


@for_the_team
def history(request: HttpRequest) -> HttpResponse:
    place = request.tenant if isinstance(request.tenant, Place) else None
    pages = Paginator(HistoryEntry.objects.filter(place=place), PER_PAGE)
    page = pages.get_page(request.GET.get("seite"))
    entries = [
        {
            "entry": entry,
            "when": when(entry.at),
            # Most sentences name the person; the others get the name below.
            "who": "" if entry.actor_name in entry.sentence else entry.actor_name,
        }
        for entry in page
    ]
    context = {"page": page, "entries": entries, "team": team_label(request.tenant)}
    return render(request, "places/teams/history.html", context)


def when(moment: datetime) -> str:
    """ "heute, 19 Uhr", "gestern, 9:05 Uhr", "Di., 3. November, 19:30 Uhr"."""
    local = moment.astimezone(clock.BERLIN)
    today = clock.today()
    days = {today: _("heute"), today - timedelta(days=1): _("gestern")}
    day = days.get(local.date()) or german_dates.day_text(local.date(), today)
    return f"{day}, {german_dates.clock(local)}{german_dates.NBSP}{_('Uhr')}"
