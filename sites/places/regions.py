"""Germany's states (Länder) and districts (Kreise), by their official keys. Pure; no database.

A state key is the two-digit prefix of the official municipality key (AGS), a district key its
first five digits. Names are for people; everything is stored and compared by key.
"""

from dataclasses import dataclass
from functools import cache

from . import postcodes
from .slugs import slugify_german


@dataclass(frozen=True)
class State:
    key: str
    iso: str  # ISO 3166-2 without "DE-", the name that holiday calendars use
    name: str

    @property
    def slug(self) -> str:
        return slugify_german(self.name)


STATES = {
    state.key: state
    for state in (
        State("01", "SH", "Schleswig-Holstein"),
        State("02", "HH", "Hamburg"),
        State("03", "NI", "Niedersachsen"),
        State("04", "HB", "Bremen"),
        State("05", "NW", "Nordrhein-Westfalen"),
        State("06", "HE", "Hessen"),
        State("07", "RP", "Rheinland-Pfalz"),
        State("08", "BW", "Baden-Württemberg"),
        State("09", "BY", "Bayern"),
        State("10", "SL", "Saarland"),
        State("11", "BE", "Berlin"),
        State("12", "BB", "Brandenburg"),
        State("13", "MV", "Mecklenburg-Vorpommern"),
        State("14", "SN", "Sachsen"),
        State("15", "ST", "Sachsen-Anhalt"),
        State("16", "TH", "Thüringen"),
    )
}

# Cities that are a district of their own (kreisfreie Städte, Stadtkreise), as key prefixes.
# fmt: off
_CITY_PREFIXES = (
    "0100", "02", "0310", "0340", "04", "0511", "0512", "0531", "0551", "0571", "0591", "0641",
    "06611", "07111", "07211", "0731", "07320", "08111", "08121", "08211", "08212", "08221",
    "08222", "08231", "08311", "08421", "0916", "0926", "0936", "0946", "0956", "0966", "0976",
    "11", "1205", "13003", "13004", "14511", "14612", "14713", "1500", "1605",
)
# fmt: on
# Names that say their kind already.
_KINDS = ("Landkreis", "Kreis", "Region", "Städteregion", "Regionalverband")


@dataclass(frozen=True)
class District:
    key: str
    name: str

    @property
    def state(self) -> State:
        return STATES[self.key[:2]]

    @property
    def slug(self) -> str:
        """Name and key: two districts may share a name (München city and county)."""
        return f"{slugify_german(self.name)}-{self.key}"

    @property
    def label(self) -> str:
        """ "Landkreis Görlitz", "Kreis Plön", "Stadt Dresden", "Berlin"."""
        if self.key[:2] in ("02", "11") or self.name == self.state.name:
            return self.name
        if self.key.startswith(_CITY_PREFIXES):
            return f"Stadt {self.name}"
        if self.name.startswith(_KINDS) or self.name.endswith(("kreis", "Kreis")):
            return self.name
        return f"{'Kreis' if self.key[:2] in ('01', '05') else 'Landkreis'} {self.name}"


@cache
def districts() -> dict[str, District]:
    """All districts by key; read once from the postcode table (a few milliseconds)."""
    return {row.district_key: District(row.district_key, row.district) for row in postcodes.rows()}


def state_by_slug(slug: str) -> State | None:
    return next((state for state in STATES.values() if state.slug == slug), None)


def district_by_slug(slug: str) -> District | None:
    """The district of "goerlitz-14626". Only the key decides: names change, keys stay."""
    return districts().get(slug.rpartition("-")[2])
