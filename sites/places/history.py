"""Writing a place's history. Reading it is a view of `teams`."""

from sites.runtime import clock

from .models import HistoryEntry, Place


def record(
    what: str,
    sentence: str,
    *,
    place: Place | None,
    actor=None,
    reason: str = "",
    subject_id: int | None = None,
) -> HistoryEntry:
    """Add one entry: `what` is "<thing>.<verb>" for programs, `sentence` is German for people.

    Call it in the transaction of the act itself. One query."""
    return HistoryEntry.objects.create(
        place=place,
        at=clock.now(),
        actor=actor,
        actor_name=actor.get_full_name() if actor else "",
        what=what,
        subject_id=subject_id,
        sentence=sentence[:300],
        reason=reason,
    )
