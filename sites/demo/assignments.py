"""Which posts and projects each place has: the showcases their own, the others one or two from the
pools, no text used twice. Pure; the same at every start."""

from dataclasses import replace
from functools import cache

from .distinct import Distinct, Slots
from .repertoire import NETWORK, number
from .words import PlaceWords, PostWords, ProjectWords, Words

# Places that have become quiet wrote their last post at least so many weeks ago.
QUIET_WEEKS = {"silent": 11, "paused": 17}


@cache
def posts(words: Words) -> dict[str, tuple[PostWords, ...]]:
    """Posts by slug of the place, the network's own under NETWORK."""
    writing = [place for place in words.places if place.tier in ("lively", "small")]
    quiet = [place for place in words.places if place.tier in QUIET_WEEKS]
    lively = [place for place in words.places if place.tier == "lively"]
    distinct, found = _own(words, {NETWORK: words.network.posts}, "posts")
    # The oldest texts go to the quiet places, the others in their order to the rest.
    by_age = sorted(words.posts, key=lambda post: -post.week)
    oldest = by_age[: len(quiet)]
    others = [post for post in words.posts if post not in oldest]
    pairs = [*zip(quiet, oldest, strict=False), *zip([*writing, *lively], others, strict=False)]
    for place, post in pairs:
        filled = _filled(post, place, distinct)
        week = max(post.week, QUIET_WEEKS.get(place.tier, 0))
        found[place.slug] += (replace(filled, week=week),)
    return found


@cache
def projects(words: Words) -> dict[str, tuple[ProjectWords, ...]]:
    """Projects by slug of the place, the network's own under NETWORK."""
    order = {"lively": 0, "small": 1, "silent": 2}
    doing = [place for place in words.places if place.tier in order]
    doing.sort(key=lambda place: order[place.tier])
    distinct, found = _own(words, {NETWORK: words.network.projects}, "projects")
    for place, project in zip(doing, words.projects, strict=False):
        slots = Slots(place, place.venues[0].at)
        filled = replace(
            _filled(project, place, distinct),
            about=tuple(map(slots.fill, project.about)),
            done=tuple(map(slots.fill, project.done)),
            needed=tuple(map(slots.fill, project.needed)),
            partners=tuple(map(slots.fill, project.partners)),
        )
        found[place.slug] += (filled,)
    return found


def _own(words: Words, network: dict, kind: str) -> tuple[Distinct, dict]:
    distinct = Distinct()
    found = {**network, **{place.slug: getattr(place, kind) for place in words.places}}
    for place in words.places:
        for item in found[place.slug]:
            distinct.title(item.title, place)
            distinct.teaser(item.teaser, place)
    for item in found[NETWORK]:
        distinct.title(item.title, words.places[0])
        distinct.teaser(item.teaser, words.places[0])
    return distinct, found


def _filled(item, place: PlaceWords, distinct: Distinct):
    """A pool's text with the names of the place; posts have a body, projects more."""
    venue = place.venues[number(place.slug, item.key) % len(place.venues)]
    slots = Slots(place, venue.at)
    filled = replace(
        item,
        title=distinct.title(slots.fill(item.title), place, venue.at),
        teaser=distinct.teaser(slots.fill(item.teaser), place),
    )
    if isinstance(item, PostWords):
        return replace(filled, body=tuple(map(slots.fill, item.body)))
    return filled
