"""Loads and checks all texts of the demo: one call, about 60 ms, remembered per process."""

from functools import cache
from pathlib import Path

from sites.places import postcodes

from . import entries as e
from . import words as w
from .reading import DATA, Table, WordsError

SHOWCASES = ("goerlitz", "moabit", "leer", "bad-langensalza", "luebbenau", "rottenacker")


@cache
def load_words() -> w.Words:
    """All texts. Raises WordsError naming file, entry and key."""
    topics = _read(DATA / "topics.toml", _topics)
    slugs = tuple(topic.slug for topic in topics)
    formats = _read(
        DATA / "formats.toml", lambda t: t.each("format", lambda f: e.format_words(f, slugs))
    )
    posts = _read(DATA / "posts.toml", lambda t: t.each("post", lambda p: e.post(p, slugs)))
    projects = _read(
        DATA / "projects.toml", lambda t: t.each("project", lambda p: e.project(p, slugs))
    )
    showcases = tuple(
        _read(DATA / "showcase" / f"{slug}.toml", lambda t: _showcase(t, slugs))
        for slug in SHOWCASES
        if (DATA / "showcase" / f"{slug}.toml").exists()
    )
    others = _read(
        DATA / "places.toml", lambda t: t.each("place", lambda p: _place(p, slugs), "slug")
    )
    known = {place.slug for place in showcases}
    places = (*showcases, *(place for place in others if place.slug not in known))
    if len({place.slug for place in places}) < len(places):
        raise WordsError("places.toml: a slug stands there twice")
    network = _read(DATA / "network.toml", lambda t: _network(t, slugs))
    phrases = _read(DATA / "phrases.toml", _phrases)
    return w.Words(topics, network, places, formats, posts, projects, phrases)


def _read(path: Path, reader):
    table = Table.load(path)
    found = reader(table)
    table.finish()
    return found


def _topics(table: Table) -> tuple[w.TopicWords, ...]:
    return table.each("topic", lambda t: w.TopicWords(t.text("slug"), t.text("name")), "slug")


def _network(table: Table, slugs) -> w.NetworkWords:
    own = table.table("network")
    venues = own.each("venues", e.venue)
    network = w.NetworkWords(
        claim=own.text("claim", longest=200),
        welcome=own.text("welcome", longest=300),
        about=own.texts("about"),
        contact=own.text("contact"),
        ways=own.each("ways", e.way, "title"),
        stories=own.each("stories", _story, "title"),
        venues=venues,
        events=e.events(table, "event", slugs, {venue.key for venue in venues}),
        posts=table.each("post", lambda t: e.post(t, slugs)),
        projects=table.each("project", lambda t: e.project(t, slugs)),
    )
    own.finish()
    return network


def _story(table: Table) -> w.StoryWords:
    table.text("step", "")
    story = w.StoryWords(
        table.text("title", longest=120), table.text("text", longest=400), table.text("place")
    )
    table.finish()
    return story


def _showcase(table: Table, slugs) -> w.PlaceWords:
    home = table.table("home")
    place = _place(table.table("place"), slugs, home=home, rest=table)
    home.finish()
    return place


def _place(
    table: Table, slugs, *, home: Table | None = None, rest: Table | None = None
) -> w.PlaceWords:
    """A place of places.toml, or of a showcase file with its own [home], events, posts."""
    home = home or table
    venues = table.each("venues", e.venue)
    known = {venue.key: venue for venue in venues}
    events = e.events(rest or table, "event" if rest else "local", slugs, known)
    if len(known) < len(venues) or len(venues) < 3:
        raise table.error("venues", "needs at least three, each with its own key")
    place = w.PlaceWords(
        slug=table.text("slug"),
        official_name=table.text("official_name", longest=120),
        short_name=table.text("short_name", longest=60),
        group_name=table.text("group_name", longest=120),
        in_name=table.text("in_name", longest=80),
        suffix=table.text("suffix", "", longest=60),
        postcode=table.text("postcode"),
        kind=table.choice("kind", ("town", "quarter")),
        tier=table.choice("tier", w.TIERS),
        tagline=table.text("tagline", longest=e.TEASER),
        landscape=table.choice("landscape", w.LANDSCAPES),
        landmark=table.choice("landmark", w.LANDMARKS),
        meeting=table.text("meeting", longest=120),
        contact_person=table.text("contact_person", longest=120),
        team_size=table.number("team_size", among=range(1, 30)),
        venues=venues,
        welcome=home.text("welcome", "", longest=500),
        about=home.texts("about", ()),
        contact=home.text("contact", ""),
        ways=home.each("ways", e.way),
        events=events,
        posts=rest.each("post", lambda p: e.post(p, slugs)) if rest else (),
        projects=rest.each("project", lambda p: e.project(p, slugs)) if rest else (),
    )
    if postcodes.find(place.postcode) is None:
        raise table.error("postcode", f"{place.postcode!r} has no position")
    table.finish()
    return place


def _phrases(table: Table) -> w.Phrases:
    def group(key: str) -> dict[str, tuple[str, ...]]:
        inner = table.table(key)
        found = {name: inner.texts(name) for name in inner.names()}
        inner.finish()
        return found

    return w.Phrases(
        meetings=table.each("meeting", lambda m: w.MeetingWords(m.text("teaser"), m.texts("body"))),
        ways=table.each("way", e.way, "title"),
        again=group("again"),
        reasons=group("reasons"),
        practical=group("practical"),
        accounts=group("accounts"),
    )
