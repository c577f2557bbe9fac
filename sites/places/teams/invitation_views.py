"""The page behind an invitation's link. Looking at it changes nothing; a button accepts."""

from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from sites.accounts.login import log_in_by_mail_link
from sites.accounts.models import User
from sites.places import current
from sites.places.models import Invitation, Network

from . import mailing, rows
from .accepting import NotAcceptableError, accept
from .forms import AcceptForm, posted
from .links import Opened, State, open_link

STATUS = {State.TAMPERED: 400, State.UNKNOWN: 404}  # all others are 410: gone
LOG_OUT = "abmelden"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    opened = open_link(token)
    if request.method == "POST" and LOG_OUT in request.POST:
        logout(request)
        return redirect("invitation", token=token)
    if opened.state != State.OPEN:
        return _closed(request, opened)
    found = opened.invitation
    account = User.objects.filter(email=found.email).first()
    somebody_else = request.user.is_authenticated and request.user != account
    form = AcceptForm(posted(request), initial=_names(found))
    if request.method == "POST" and not somebody_else and form.is_valid():
        return _accept(request, token, form)
    context = {
        **_about(found),
        "form": form,
        "ask_name": not (account and (account.first_name or account.last_name)),
        "somebody_else": somebody_else,
        "log_out": LOG_OUT,
    }
    return _private(render(request, "places/teams/invitation.html", context))


def _accept(request: HttpRequest, token: str, form: AcceptForm) -> HttpResponse:
    try:
        membership = accept(token, **form.cleaned_data)
    except NotAcceptableError as error:
        return _closed(request, error.opened)
    user = membership.user
    # Kept by the login, also by one with a second factor that comes later.
    place = membership.place
    if place or not membership.region_key:
        request.session[current.SESSION_KEY] = place.pk if place else current.NETWORK_KEY
    team = mailing.team_name(place, membership.region_key)
    messages.success(request, _("Willkommen im Team: %s!") % team)
    home = reverse("wagtailadmin_home")
    if request.user != user and not log_in_by_mail_link(request, user):
        return redirect(f"{reverse('account_login')}?next={home}")
    return redirect(home)


def _closed(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Says why, what to do and whom to ask. A second tap by who has just accepted leads on."""
    found = opened.invitation
    is_theirs = found and request.user.is_authenticated and request.user == found.accepted_by
    if request.method == "POST" and opened.state == State.USED and is_theirs:
        return redirect("wagtailadmin_home")
    context = {
        "state": opened.state.value,
        "is_theirs": is_theirs,
        "network": Network.get(),
        **(_about(found) if found else {}),
    }
    status = STATUS.get(opened.state, 410)
    return _private(render(request, "places/teams/invitation_closed.html", context, status=status))


def _about(found: Invitation) -> dict:
    inviter = found.invited_by
    return {
        "invitation": found,
        "inviter": inviter if inviter and inviter.is_active else None,
        "team": mailing.team_name(found.place, found.region_key),
        "where": rows.where(found.place, found.region_key),
        "role": rows.label(found),
        "sentence": mailing.role_sentence(found),
    }


def _names(found: Invitation) -> dict:
    first, _space, last = found.name.rpartition(" ")
    return {"first_name": first or last, "last_name": last if first else ""}


def _private(response: HttpResponse) -> HttpResponse:
    """The address is the key: it must not travel on in a Referer."""
    response["Referrer-Policy"] = "same-origin"
    return response
