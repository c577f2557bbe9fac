""" "Ansicht wie Görlitz": the centre, and a Prozessbegleitung in its region, see the editing side
as the team of a place does, to help on the phone. They change nothing: the gate refuses every POST
but the ways out. Start and end stand in the place's history.
"""

from datetime import datetime, timedelta

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_out
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.signals import pre_save
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sites.runtime import clock

from . import history
from .current import place_by_key
from .models import Place
from .roles import ROLES, Role
from .tenants import forget, territory_of

SESSION_KEY = "looking_at"
LASTS = timedelta(minutes=60)


def looking_middleware(get_response):
    """Between authentication and the current tenant. No query for those who do not look; for who
    does, the place and the own memberships."""

    def middleware(request: HttpRequest):
        if request.is_editing_side and SESSION_KEY in request.session:
            _look(request)
        return get_response(request)

    return middleware


def may_look(user, place: Place) -> bool:
    """The centre everywhere, a Prozessbegleitung in its region."""
    territory = territory_of(user)
    return territory.everything or ROLES[Role.FACILITATOR] in territory.rules_at(place)


@transaction.atomic
def start(*, request: HttpRequest, place: Place, reason: str = "") -> None:
    """From the next request on. Raises PermissionDenied; an older view has to be ended before."""
    if getattr(request.user, "looking_at", None) or not may_look(request.user, place):
        raise PermissionDenied
    sentence = _("%(who)s sieht sich die Redaktion an wie Ihr Team, ohne etwas zu ändern.")
    _record("view.started", sentence, place, request.user, reason)
    request.session[SESSION_KEY] = {"place": place.pk, "since": clock.now().isoformat()}


@transaction.atomic
def end(*, request: HttpRequest) -> None:
    """From the next request on. Does nothing for who does not look."""
    looked = request.session.pop(SESSION_KEY, None)
    place = looked and Place.objects.filter(pk=looked["place"]).first()
    if place:
        _record("view.ended", _("%(who)s hat die Ansicht beendet."), place, request.user)


def connect() -> None:
    user_logged_out.connect(_logged_out, dispatch_uid="places-looking-logout")
    pre_save.connect(
        _about_to_save, sender=get_user_model(), dispatch_uid="places-looking-never-saved"
    )


def _look(request: HttpRequest) -> None:
    looked = request.session[SESSION_KEY]
    user = request.user
    place = place_by_key(looked["place"])
    is_over = clock.now() - datetime.fromisoformat(looked["since"]) > LASTS
    if is_over or not user.is_authenticated or place is None or not may_look(user, place):
        end(request=request)
        messages.info(request, _("Die Ansicht ist zu Ende. Sie arbeiten wieder als Sie selbst."))
        return
    user.looking_at = place
    user.is_superuser = False  # in memory only, see `_about_to_save`
    forget(user)


def _record(what: str, sentence: str, place: Place, user, reason: str = "") -> None:
    who = _("%(name)s vom Netzwerk") % {"name": user.get_full_name() or user.email}
    history.record(what, sentence % {"who": who}, place=place, actor=user, reason=reason)


def _logged_out(sender, request, user, **kwargs) -> None:
    if user is not None and hasattr(request, "session"):
        end(request=request)


def _about_to_save(sender, instance, update_fields=None, **kwargs) -> None:
    """Whoever looks would lose a right by being saved."""
    looks = getattr(instance, "looking_at", None) is not None
    if looks and (update_fields is None or "is_superuser" in update_fields):
        raise PermissionDenied
