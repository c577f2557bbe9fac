"""The demo's texts, as written in `data/*.toml`, in frozen dataclasses. Pure; no database.

Nothing is made up here: what the texts become for each place stands in `repertoire.py`.
"""

from dataclasses import dataclass
from datetime import time

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
TIERS = ("showcase", "lively", "small", "silent", "paused", "preparing")
LANDSCAPES = ("coast", "plain", "hills", "mountains", "river", "city")
LANDMARKS = (
    *("church", "townhall", "lighthouse", "windmill", "castle"),
    *("bridge", "waterTower", "pier", "tower"),
)
MOTIFS = (
    *("chairs", "cups", "bench", "tree", "tools", "books", "bus", "bike", "music", "garden"),
    *("laptop", "bread", "lantern", "paint", "map", "hands", "ball", "market", "microphone"),
    *("snow", "bees", "film", "house", "letter"),
)
ONLINE = "online"
TWISTS = (
    *("cancelled", "moved", "postponed", "sold_out"),
    *("date_cancelled", "date_moved", "remark"),
)


@dataclass(frozen=True)
class TopicWords:
    slug: str
    name: str


@dataclass(frozen=True)
class Venue:
    key: str
    name: str
    at: str  # "im Alten Rathaus"
    street: str
    postcode: str = ""  # where it differs from the place's
    town: str = ""


@dataclass(frozen=True)
class Twist:
    """What happens to an event after it was announced."""

    kind: str  # one of TWISTS
    reason: str


@dataclass(frozen=True)
class EventWords:
    """One event of a place, however often it takes place (`when`, see `when.py`)."""

    key: str
    title: str
    teaser: str
    body: tuple[str, ...]
    motif: str
    topics: tuple[str, ...]
    venue: str
    start: time | None
    end: time | None
    when: str
    all_day: bool = False
    months: tuple[int, ...] = ()
    outdoor: bool = False
    price: str = ""
    access: str = ""
    organiser: str = ""
    registration: str = ""  # "", "mail", "link"
    capacity_note: str = ""
    reach: str = "nearby"
    online: bool = False
    twist: Twist | None = None
    far: bool = False  # planned a year ahead, so that feeds reach past the next clock changes


@dataclass(frozen=True)
class PostWords:
    key: str
    title: str
    teaser: str
    body: tuple[str, ...]
    motif: str
    topics: tuple[str, ...]
    week: int  # weeks ago
    author: str
    for_all: bool = False


@dataclass(frozen=True)
class ProjectWords:
    key: str
    title: str
    teaser: str
    about: tuple[str, ...]
    done: tuple[str, ...]
    needed: tuple[str, ...]
    status: str
    partners: tuple[str, ...]
    motif: str
    topics: tuple[str, ...]
    contact: str


@dataclass(frozen=True)
class PlaceWords:
    slug: str
    official_name: str
    short_name: str
    group_name: str
    in_name: str
    suffix: str
    postcode: str
    kind: str
    tier: str
    tagline: str
    landscape: str
    landmark: str
    meeting: str
    contact_person: str
    team_size: int
    venues: tuple[Venue, ...]
    welcome: str = ""
    about: tuple[str, ...] = ()
    contact: str = ""
    ways: tuple[tuple[str, str], ...] = ()
    events: tuple[EventWords, ...] = ()
    posts: tuple[PostWords, ...] = ()
    projects: tuple[ProjectWords, ...] = ()

    @property
    def label(self) -> str:
        return f"{self.short_name} ({self.suffix})" if self.suffix else self.short_name

    def venue(self, key: str) -> Venue | None:
        return next((venue for venue in self.venues if venue.key == key), None)


@dataclass(frozen=True)
class FormatText:
    title: str
    teaser: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class FormatWords:
    """A kind of event that many places know, with several texts for it."""

    key: str
    motif: str
    topics: tuple[str, ...]
    start: time | None
    end: time | None
    weekdays: tuple[str, ...]
    months: tuple[int, ...]
    outdoor: bool
    texts: tuple[FormatText, ...]


@dataclass(frozen=True)
class MeetingWords:
    teaser: str
    body: tuple[str, ...]


@dataclass(frozen=True)
class Phrases:
    """What joins the texts: ways to take part, reasons for changes, names of accounts."""

    meetings: tuple[MeetingWords, ...]
    ways: tuple[tuple[str, str], ...]
    again: dict[str, tuple[str, ...]]
    reasons: dict[str, tuple[str, ...]]
    practical: dict[str, tuple[str, ...]]
    accounts: dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class StoryWords:
    """One of the three examples on the network's front page."""

    title: str
    text: str
    place: str  # slug


@dataclass(frozen=True)
class NetworkWords:
    """The network's own content."""

    claim: str
    welcome: str
    about: tuple[str, ...]
    contact: str
    ways: tuple[tuple[str, str], ...]
    stories: tuple[StoryWords, ...]
    venues: tuple[Venue, ...]
    events: tuple[EventWords, ...]
    posts: tuple[PostWords, ...]
    projects: tuple[ProjectWords, ...]

    def venue(self, key: str) -> Venue | None:
        return next((venue for venue in self.venues if venue.key == key), None)


@dataclass(frozen=True, eq=False)  # compared and remembered as the one object it is
class Words:
    topics: tuple[TopicWords, ...]
    network: NetworkWords
    places: tuple[PlaceWords, ...]
    formats: tuple[FormatWords, ...]
    posts: tuple[PostWords, ...]
    projects: tuple[ProjectWords, ...]
    phrases: Phrases

    def place(self, slug: str) -> PlaceWords:
        return next(place for place in self.places if place.slug == slug)
