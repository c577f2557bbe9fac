"""The editing side of keeping order with pages: for who works everywhere."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from sites.places import gate
from sites.places.fixed_pages import FixedPageMixin, refuse_if_fixed
from sites.places.models import HistoryEntry, Place
from sites.places.tenants import territory_of

from . import order
from .models import BasePage, PulledPage
from .models.base import place_of
from .models.pulled import pulled_pages
from .order_forms import NoteForm, ReasonForm

GATE_RULES = {
    "pull_page": gate.centre(gate.page("pk")),
    "release_page": gate.centre(gate.page("pk")),
}


def admin_urls() -> list:
    return [
        path("seiten/<int:pk>/zurueckziehen/", pull, name="pull_page"),
        path("seiten/<int:pk>/freigeben/", release, name="release_page"),
    ]


def pull(request: HttpRequest, pk: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=pk).specific
    refuse_if_fixed(page)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        order.pull_page(page=page, user=request.user, **form.cleaned_data)
        title = page.get_admin_display_title()
        messages.success(request, _("„%s“ ist zurückgezogen, das Team hat Post.") % title)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "content/admin/pull_page.html", {"page": page, "form": form})


def release(request: HttpRequest, pk: int) -> HttpResponse:
    page = get_object_or_404(Page, pk=pk).specific
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        order.release_page(page=page, user=request.user, **form.cleaned_data)
        title = page.get_admin_display_title()
        messages.success(request, _("„%s“ kann wieder veröffentlicht werden.") % title)
        return redirect("wagtailadmin_pages:edit", page.pk)
    return render(request, "content/admin/release_page.html", {"page": page, "form": form})


def buttons(page, user, view_name, next_url=None) -> Iterator[Button]:
    """In the menu of a page, for the centre only. One query a request."""
    if not isinstance(page, BasePage) or isinstance(page, FixedPageMixin):
        return
    if not territory_of(user).everything:
        return
    if page.pk in pulled_pages(user):
        url = reverse("release_page", args=[page.pk])
        yield Button(_("Wieder freigeben"), url, icon_name="undo", priority=80)
    else:
        url = reverse("pull_page", args=[page.pk])
        yield Button(_("Zurückziehen"), url, icon_name="warning", priority=80)


def tell_why_not_to_publish(request: HttpRequest, page: Page) -> None:
    """`before_edit_page`: why the form has no button to publish. Two queries; one more in a place
    where publishing is stopped."""
    if request.method != "GET":
        return
    works_everywhere = territory_of(request.user).everything
    row = PulledPage.objects.filter(page_id=page.pk).first()
    place = place_of(page)
    if row:
        messages.warning(request, _about_pulled(row, works_everywhere))
    elif place and place.publishing_frozen_at and not works_everywhere:
        messages.warning(request, _about_frozen(place))


def _about_pulled(row: PulledPage, works_everywhere: bool) -> str:
    if works_everywhere:
        text = _(
            "Diese Seite ist zurückgezogen. Grund: %(reason)s Das Team kann den Entwurf "
            "bearbeiten; veröffentlichen lässt er sich erst, wenn Sie die Seite im Menü der Seite "
            "wieder freigeben."
        )
    else:
        text = _(
            "Das Netzwerkbüro hat diese Seite zurückgezogen. Grund: %(reason)s Sie können den "
            "Entwurf bearbeiten; veröffentlichen können Sie ihn, sobald die Seite wieder "
            "freigegeben ist."
        )
    return text % {"reason": _as_sentence(row.reason)}


def _about_frozen(place: Place) -> str:
    text = _(
        "Das Netzwerkbüro hat das Veröffentlichen bei Ihnen angehalten, deshalb fehlt der Knopf "
        "„Veröffentlichen“. Entwürfe können Sie weiter schreiben."
    )
    entry = HistoryEntry.objects.filter(place=place, what="place.frozen").order_by("-at").first()
    if entry and entry.reason:
        reason = _("Grund: %s") % _as_sentence(entry.reason)
        return f"{text} {reason}"
    return text


def _as_sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
