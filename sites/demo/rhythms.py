"""How often things happen in the places that are not written by hand: plain tables."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rhythm:
    """A series of a format; `texts` are those of its texts that make good names for one."""

    format: str
    when: str
    texts: tuple[int, ...]
    all_year: bool = False  # goes on in the summer break


RHYTHMS = (
    Rhythm("digital-sprechstunde", "weekly TU", (0, 1)),
    Rhythm("sprachcafe", "weekly MO", (0, 1), all_year=True),
    Rhythm("kaffee-kloenen", "every 2 weeks SU", (0, 3), all_year=True),
    Rhythm("repair-cafe", "monthly 1SA", (0, 2)),
    Rhythm("naehtreff", "every 2 weeks TH", (0, 3)),
    Rhythm("mitmachgarten", "weekly FR", (0, 3)),
    Rhythm("offenes-singen", "every 2 weeks WE", (0, 2)),
    Rhythm("vorlesestunde", "weekly FR", (0, 1)),
    Rhythm("nachbarschaftsfruehstueck", "monthly 3SU", (0, 2), all_year=True),
    Rhythm("pflegende-angehoerige", "monthly 2TU", (2, 1), all_year=True),
    Rhythm("waermestube", "weekly WE", (0, 1)),
    Rhythm("tauschmarkt", "monthly 2SA", (0, 3)),
    Rhythm("digital-sprechstunde", "every 2 weeks MO", (0, 1)),
    Rhythm("mitmachgarten", "weekly SA", (1, 2)),
    Rhythm("kaffee-kloenen", "weekly TH", (1, 2)),
    Rhythm("erzaehlcafe", "every 2 weeks SU", (1,), all_year=True),
    Rhythm("streiten-aber-fair", "monthly 3TH", (0, 2)),
)

# Beside its own series every third lively place has one for the light evenings.
SUMMER_RHYTHMS = (
    Rhythm("abendpicknick", "every 2 weeks TH", (0, 1, 3)),
    Rhythm("dorfspaziergang", "every 2 weeks TU", (0, 1, 2)),
    Rhythm("abendpicknick", "every 2 weeks WE", (0, 1, 3)),
    Rhythm("mitmachgarten", "weekly WE", (0, 3)),
    Rhythm("hitzeschutz", "every 2 weeks TU", (1, 3)),
)

# Singles per place: those of any time of year (each once in 26 weeks), and those of a season
# (each once a year, spread over its months).
EVERGREENS = {"lively": 5, "small": 2}
SEASONALS = {"lively": 7, "small": 3}
# Weeks of the cycle of the last events of places that have become quiet.
SILENT_PLANS = {"silent": (2, 9, 17), "paused": (5, 18)}

# A meeting that has a weekday in its name keeps it.
OWN_WEEKDAYS = (
    ("Montag", "MO"),
    ("Dienstag", "TU"),
    ("Mittwoch", "WE"),
    ("Donnerstag", "TH"),
    ("Freitag", "FR"),
    ("Samstag", "SA"),
    ("Sonntag", "SU"),
)
