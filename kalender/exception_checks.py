"""Would a change of an event's dates leave exceptions that are about no date any more?"""

from dataclasses import replace
from datetime import date

from kalender.event_facts import EventFacts
from kalender.series_dates import series_dates


def lost_exceptions(pk: int, facts: EventFacts) -> list[date]:
    """Original days of the exceptions that hit a date of the saved event and would hit none with
    `facts`. Nine queries; none of an event that was never published, beside the first."""
    from kalender.models import EventException
    from kalender.scheduling.loading import load

    if not EventException.objects.filter(record__event=pk).exists():
        return []
    hit: set[date] = set()
    for item in load([pk]):
        saved = item.facts()
        hit = _hit(saved) - _hit(replace(facts, exceptions=saved.exceptions))
    return sorted(hit)


def _hit(facts: EventFacts) -> set[date]:
    return {dated.original_date for dated in series_dates(facts) if dated.exception}
