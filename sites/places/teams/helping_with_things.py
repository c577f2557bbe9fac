"""What helpers change beside pages is named to the place's team as well: its settings (a notice on
every page is one of them), its images, its documents."""

from django.utils.translation import gettext_lazy
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage
from wagtail.models import ModelLogEntry

from sites.places import history
from sites.places.models import HistoryEntry, Place
from sites.places.tenants import memberships_of
from sites.runtime import clock

from .helping_hands import GATHER_FOR, helper

KINDS = (
    (BaseSiteSetting, "settings", gettext_lazy("die Einstellungen")),
    (AbstractImage, "image", gettext_lazy("das Bild %s")),
    (AbstractDocument, "document", gettext_lazy("das Dokument %s")),
)
ACTIONS = {
    "wagtail.create": ("created", gettext_lazy("%(who)s hat %(thing)s angelegt.")),
    "wagtail.edit": ("edited", gettext_lazy("%(who)s hat %(thing)s geändert.")),
    "wagtail.delete": ("deleted", gettext_lazy("%(who)s hat %(thing)s gelöscht.")),
}


def note(entry: ModelLogEntry) -> HistoryEntry | None:
    """Costs who works for single places no query: nothing else than these do they reach."""
    user = entry.user
    if user is None or user.is_anonymous or entry.action not in ACTIONS:
        return None
    own = memberships_of(user)
    if not user.is_superuser and all(membership.place_id for membership in own):
        return None
    model = entry.content_type.model_class()
    found = next((kind for kind in KINDS if model and issubclass(model, kind[0])), None)
    place = found and _place_of(model, entry.object_id)
    if not place or any(membership.place_id == place.pk for membership in own):
        return None
    verb, sentence = ACTIONS[entry.action]
    _base, thing, name = found
    text = sentence % {
        "who": f"{helper(own, place)} {user.get_full_name()}",
        "thing": str(name).replace("%s", f"„{entry.label}“"),
    }
    what = f"{thing}.{verb}"
    just_now = HistoryEntry.objects.filter(place=place, actor=user, what=what, sentence=text[:300])
    if just_now.filter(at__gt=clock.now() - GATHER_FOR).exists():
        return None  # saved again and again: one piece of work
    return history.record(what, text, place=place, actor=user)


def _place_of(model, key: str) -> Place | None:
    """What is deleted is still there: Wagtail writes the entry before."""
    belongs_by = "site" if issubclass(model, BaseSiteSetting) else "collection"
    owner = model._default_manager.filter(pk=key).values_list(f"{belongs_by}_id", flat=True)
    return Place.objects.filter(**{f"{belongs_by}__in": owner}).first()
