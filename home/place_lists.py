"""The lists of places on `/orte/`: by Land, by region, by what was typed. Bounded queries."""

from itertools import groupby

from django.db.models import Count, Q

from kalender import listing, subscribe
from sites.places import hosts, postcodes, regions
from sites.places.models import Place
from sites.places.nearby import listed_places, nearest

# Beyond this many places `/orte/` lists the Länder and leads to one page each.
PLACES_ON_ONE_PAGE = 200
RESULTS = 20
REGION_ROWS = 20


def overview(*, query: str = "") -> dict:
    """Context of `/orte/`. Four queries at most, whatever the number of places."""
    total = listed_places().count()
    context = {"total": total, "query": query, "results": None, "state": None}
    if query:
        context["results"] = find_places(query)
    context["states"] = states_with_places(with_places=total <= PLACES_ON_ONE_PAGE)
    return context


def states_with_places(*, with_places: bool = True) -> list[dict]:
    """[{name, slug, url, count, places}] of the Länder that have places, by name."""
    if not with_places:
        by_state = listed_places().order_by().values_list("state_key")
        rows = [(regions.STATES[key], count, []) for key, count in by_state.annotate(Count("pk"))]
    else:
        places = listing.attach_next_dates(listed_places().order_by("state_key", "sort_key"))
        rows = [
            (regions.STATES[key], len(found), found)
            for key, found in (
                (key, list(group)) for key, group in groupby(places, lambda place: place.state_key)
            )
        ]
    rows.sort(key=lambda row: hosts.sort_key(row[0].name))
    return [
        {
            "name": state.name,
            "slug": state.slug,
            "url": f"/orte/{state.slug}/",
            "count": count,
            "places": places,
        }
        for state, count, places in rows
    ]


def printable(text: str) -> str:
    """Without control characters: PostgreSQL refuses NUL in a text."""
    return "".join(char for char in text if char.isprintable()).strip()


def find_places(query: str) -> list[Place]:
    """Places for a postcode (nearest first) or the beginning of a name. Two queries."""
    code = postcodes.find(query) if query.isdigit() else None
    if code:
        return listing.attach_next_dates(nearest(code.latitude, code.longitude, limit=RESULTS))
    key = hosts.sort_key(query)
    if not key:
        return []
    names = Q(sort_key__startswith=key) | Q(sort_key__contains=f" {key}")
    names |= Q(short_name__icontains=query) | Q(slug__startswith=key.replace(" ", "-"))
    return listing.attach_next_dates(listed_places().filter(names)[:RESULTS])


def region_page(*, state: regions.State, district: regions.District | None = None) -> dict:
    """Context of a Land's or Kreis' page. Six queries."""
    places = listed_places().filter(state_key=state.key)
    keys = {"state_key": state.key}
    if district:
        places = places.filter(district_key=district.key)
        keys = {"district_key": district.key}
    rows = listing.upcoming_for_region(**keys, limit=REGION_ROWS)
    return {
        "region": {
            "name": district.name if district else state.name,
            "label": district.label if district else state.name,
            "kind": "district" if district else "state",
            "state_name": state.name,
            "state_url": f"/orte/{state.slug}/",
        },
        "places": listing.attach_next_dates(places),
        "days": listing.on_days(rows),
        "subscribe": subscribe.subscription(state=state, district=district),
    }
