"""The filters above the centre's list of places; their values stand in the address."""

from django import forms
from django.core.paginator import Page, Paginator
from django.utils.translation import gettext_lazy as _

from sites.places import hosts, regions
from sites.places.models import Place
from sites.places.tenants import territory_of

from . import place_list

PER_PAGE = 50


class PlaceFilterForm(forms.Form):
    """A GET form. The Kreise of a Land are offered once the Land is chosen; a Kreis of another
    Land counts as none."""

    suche = forms.CharField(label=_("Name, Postleitzahl oder Adresse"), required=False)
    land = forms.ChoiceField(label=_("Land"), required=False)
    kreis = forms.ChoiceField(label=_("Kreis"), required=False)
    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("", _("alle")),
            *Place.Status.choices,
            (place_list.FROZEN, _("Veröffentlichen angehalten")),
            (place_list.REVIEWED, _("wird geprüft")),
        ],
    )
    still = forms.TypedChoiceField(
        label=_("Letztes Lebenszeichen"),
        required=False,
        coerce=int,
        empty_value=0,
        choices=[
            ("", _("egal")),
            (1, _("seit 1 Monat still")),
            (3, _("seit 3 Monaten still")),
            (6, _("seit 6 Monaten still")),
            (12, _("seit einem Jahr still")),
        ],
    )
    folge = forms.ChoiceField(
        label=_("Reihenfolge"),
        required=False,
        choices=[
            ("", _("nach Namen")),
            ("still", _("am längsten still zuerst")),
            ("aktiv", _("zuletzt aktiv zuerst")),
            ("neu", _("neueste zuerst")),
        ],
    )

    def __init__(self, data, *, user):
        super().__init__(data)
        self.user = user
        states = list(regions.STATES.values())
        if not territory_of(user).everything:
            own = {key[:2] for key in place_list.region_keys(user)}
            states = [state for state in states if state.key in own]
        states.sort(key=lambda state: hosts.sort_key(state.name))
        self.fields["land"].choices = [("", _("alle")), *((s.key, s.name) for s in states)]
        chosen = data.get("land", "")
        districts = [
            found for found in regions.districts().values() if chosen and found.state.key == chosen
        ]
        districts.sort(key=lambda found: hosts.sort_key(found.name))
        if districts:
            choices = [("", _("alle")), *((found.key, found.label) for found in districts)]
            self.fields["kreis"].choices = choices
        else:
            del self.fields["kreis"]

    def page(self, number) -> Page:
        """The places of one page, with their team sizes. Three queries."""
        self.is_valid()  # a value that is no choice counts as none
        asked = self.cleaned_data
        places = place_list.narrowed(
            place_list.search(place_list.places_seen_by(self.user), asked.get("suche", "")),
            state=asked.get("land", ""),
            district=asked.get("kreis", ""),
            status=asked.get("stand", ""),
            quiet=asked.get("still") or 0,
        )
        order = place_list.ORDERS[asked.get("folge", "")]
        page = Paginator(
            places.select_related("site", "merged_into").order_by(*order), PER_PAGE
        ).get_page(number)
        page.object_list = place_list.attach_team_sizes(list(page.object_list))
        return page
