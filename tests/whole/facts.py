"""Prints what the demo's database holds, as JSON. Runs in the environment of the demo.

The dates of every feed are chosen here by the rules of the product (who sees what), not by the code
of the feeds.
"""

import json
import sys
from datetime import timedelta

import django


def main() -> None:
    django.setup()
    json.dump(collect(), sys.stdout)


def collect() -> dict:
    from kalender.models import CalendarWindow, EventPage, Occurrence
    from sites.places.models import Place

    window = CalendarWindow.objects.get()
    first = window.anchor - timedelta(days=60)
    last = window.anchor + timedelta(days=400)
    gone_since = window.anchor - timedelta(days=14)
    rows = []
    occurrences = Occurrence.objects.select_related("event__state", "record", "place")
    listings, topics = {}, {}
    for event in EventPage.objects.filter(live=True).prefetch_related("listings", "topics"):
        listings[event.pk] = [
            row.place_id for row in event.listings.all() if row.state == "accepted"
        ]
        topics[event.pk] = [topic.slug for topic in event.topics.all()]
    for row in occurrences:
        rows.append(
            {
                "event": row.event_id,
                "uid": row.record.uid,
                "start": row.start.isoformat(),
                "end": row.end.isoformat(),
                "all_day": row.all_day,
                "cancelled": row.status in ("cancelled", "postponed"),
                "reach": row.reach,
                "place": row.place_id,
                "listed": listings.get(row.event_id, []),
                "topics": topics.get(row.event_id, []),
                "url": row.url,
                # A record all of whose dates are cancelled leaves the feeds after 14 days.
                "dropped": row.record.is_cancelled and row.record.last_day < gone_since,
            }
        )
    places = [
        {
            "pk": place.pk,
            "slug": place.slug,
            "name": place.short_name,
            "group": place.group_name,
            "host": place.site.hostname,
            "status": place.status,
            "state": place.state_key,
            "district": place.district_key,
            "latitude": place.latitude,
            "longitude": place.longitude,
            "postcode": place.postcode,
        }
        for place in Place.objects.select_related("site")
    ]
    return {
        "window": [first.isoformat(), last.isoformat()],
        "today": window.anchor.isoformat(),
        "places": places,
        "occurrences": rows,
        "things": _things(),
    }


def _things() -> list[dict]:
    """Every live event, post and project with its address, title and teaser."""
    from kalender.models import EventPage
    from sites.news.models import NewsPage
    from sites.projects.models import ProjectPage

    return [
        {
            "kind": model.__name__,
            "pk": page.pk,
            "url": page.full_url,
            "title": page.title,
            "teaser": page.teaser,
        }
        for model in (EventPage, NewsPage, ProjectPage)
        for page in model.objects.live()
    ]


if __name__ == "__main__":
    main()
