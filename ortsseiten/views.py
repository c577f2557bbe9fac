"""The centre makes a place: one form, then the page that says what comes next."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .forms import NewPlaceForm


def new_place(request):
    if not request.user.has_perm("places.add_place"):
        raise PermissionDenied
    form = NewPlaceForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and (place := form.create()):
        messages.success(request, _("%s ist angelegt und in Vorbereitung.") % place.display_name)
        return redirect("place", place.pk)
    return render(request, "ortsseiten/admin/new_place.html", {"form": form})
