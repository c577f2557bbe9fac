"""The pages of a team. Each works on the current tenant and checks on the server who may act."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from sites.places import current
from sites.places.gate.refusal import refuse
from sites.places.models import Invitation, Membership, Place
from sites.places.roles import ROLES, Role
from sites.places.tenants import memberships_of

from . import changing, inviting, listing, rows
from .forms import HandOverForm, InviteForm, RoleForm, posted
from .rights import belongs, dismissable, grantable, is_archive, is_closed


def for_the_team(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Only for who works on the current tenant; what a verb or a view refuses gets the page that
    says whom to ask."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs) -> HttpResponse:
        if request.tenant is None or not belongs(request.user, request.tenant):
            return refuse(request)
        try:
            return view(request, **kwargs)
        except PermissionDenied:
            return refuse(request)

    return guarded


def while_open(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A closed place's team says so instead of changing."""

    @wraps(view)
    def guarded(request: HttpRequest, **kwargs) -> HttpResponse:
        if is_archive(request.user, request.tenant):
            messages.error(request, listing.ARCHIVE)
            return redirect("team")
        return view(request, **kwargs)

    return guarded


@for_the_team
def team(request: HttpRequest) -> HttpResponse:
    return render(request, "places/teams/team.html", listing.of(request))


@for_the_team
@while_open
def invite(request: HttpRequest) -> HttpResponse:
    roles = grantable(request.user, request.tenant)
    if not roles:
        raise PermissionDenied
    form = InviteForm(posted(request), roles=roles)
    already = None
    if form.is_valid():
        data = form.cleaned_data
        try:
            invitation = inviting.invite(
                by=request.user,
                place=_place(request),
                role=data["role"],
                email=data["email"],
                name=data["name"],
                region_key=data["region_key"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            if getattr(error, "code", "") == "member":
                already = _changeable(request, error.params["membership"])
        else:
            messages.success(request, _("Die Einladung an %s ist unterwegs.") % invitation.email)
            return redirect("team")
    return _form(request, "invite", form, already=already)


@for_the_team
@while_open
def hand_over(request: HttpRequest) -> HttpResponse:
    membership = _own(request)
    if membership.role != Role.COORDINATION:
        raise PermissionDenied
    form = HandOverForm(posted(request), roles=grantable(request.user, request.tenant))
    if form.is_valid():
        try:
            inviting.hand_over(by=request.user, place=request.tenant, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(
                request, _("Die Einladung ist unterwegs. Bis sie angenommen ist, bleibt alles.")
            )
            return redirect("team")
    return _form(request, "hand_over", form)


@require_POST
@for_the_team
@while_open
def invitation_act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """`name` is "senden" or "zurueckziehen"."""
    found = rows.open_invitations(_place(request)).select_related("place").filter(pk=pk).first()
    if found is None or name not in ("senden", "zurueckziehen"):
        raise PermissionDenied
    try:
        if name == "senden":
            inviting.resend(by=request.user, invitation=found)
            messages.success(request, _("Die Einladung ist noch einmal unterwegs."))
        else:
            inviting.withdraw(by=request.user, invitation=found)
            messages.success(request, _("Die Einladung ist zurückgezogen."))
    except (ValidationError, Invitation.DoesNotExist) as error:
        _say(request, error)
    return redirect("team")


@for_the_team
@while_open
def member_role(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _member(request, pk)
    scope = membership.rule.scope
    roles = [r for r in grantable(request.user, request.tenant) if ROLES[r].scope == scope]
    form = RoleForm(posted(request), roles=roles, initial={"role": membership.role})
    if form.is_valid():
        try:
            changing.change_role(
                by=request.user, membership=membership, role=form.cleaned_data["role"]
            )
        except ValidationError as error:
            form.add_error(None, error)
        else:
            messages.success(request, _("Die Rolle ist geändert."))
            return redirect("team")
    return _form(request, "role", form, membership=membership)


@for_the_team
@while_open
def member_remove(request: HttpRequest, pk: int) -> HttpResponse:
    membership = _member(request, pk)
    if request.method == "POST":
        try:
            changing.remove(by=request.user, membership=membership)
        except ValidationError as error:
            _say(request, error)
        else:
            text = _("%s gehört nicht mehr zum Team.") % membership.user.get_full_name()
            messages.success(request, text)
        return redirect("team")
    return _page(request, "remove", membership=membership, last=rows.is_last(membership))


@for_the_team
def leave(request: HttpRequest) -> HttpResponse:
    membership = _own(request)
    if request.method != "POST":
        last = rows.is_last(membership) and not is_closed(request.tenant)
        return _page(request, "leave", membership=membership, last=last)
    try:
        changing.leave(membership=membership)
    except ValidationError as error:
        _say(request, error)
        return redirect("team")
    if len(memberships_of(request.user)) > 1 or request.user.is_superuser:
        messages.success(request, _("Sie gehören nicht mehr zu diesem Team. Danke für alles!"))
        return redirect("wagtailadmin_home")
    team_name = listing.team_label(request.tenant)
    logout(request)
    return render(request, "places/teams/goodbye.html", {"team": team_name})


@for_the_team
def editorial_rules(request: HttpRequest) -> HttpResponse:
    """What everybody accepted with the invitation, to read again."""
    return render(request, "places/teams/editorial_rules.html")


def _member(request: HttpRequest, pk: int) -> Membership:
    """A foreign and a missing key get the same answer, and so does a role one may not touch."""
    membership = rows.members(_place(request)).filter(pk=pk).first()
    if membership is None or membership.role not in dismissable(request.user, request.tenant):
        raise PermissionDenied
    return membership


def _changeable(request: HttpRequest, membership: Membership) -> Membership | None:
    """The member, if the role can be changed instead of inviting again."""
    may = membership.role in dismissable(request.user, request.tenant)
    return membership if may and not membership.region_key else None


def _own(request: HttpRequest) -> Membership:
    membership = listing.own_membership(request)
    if membership is None:
        raise PermissionDenied
    return membership


def _place(request: HttpRequest) -> Place | None:
    return request.tenant if isinstance(request.tenant, Place) else None


def _form(request: HttpRequest, name: str, form, **context) -> HttpResponse:
    return _page(request, name, form=form, **context)


def _page(request: HttpRequest, name: str, **context) -> HttpResponse:
    context["team"] = listing.team_label(request.tenant)
    context["tenant"] = request.tenant
    context["tenant_key"] = current.key_of(request.tenant)
    return render(request, f"places/teams/{name}.html", context)


def _say(request: HttpRequest, error: Exception) -> None:
    found = error.messages if isinstance(error, ValidationError) else [_("Die gibt es nicht mehr.")]
    for message in found:
        messages.error(request, message)
