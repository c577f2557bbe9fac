"""The stored validators of a feed: when it last changed, and what it then was.

Digest and change time are stored per feed and never computed from its events: the latest change
among them can move backwards after a deletion and would freeze programs that ask by date.
"""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Q

from kalender.feed_contents import Contents, contents
from kalender.feed_scopes import FeedScope
from kalender.models import FeedState
from sites.runtime import clock


@dataclass(frozen=True)
class Published:
    """A feed as it is now. `changed_at` is aware, in whole seconds, and only ever grows."""

    body: bytes
    digest: str
    changed_at: datetime


def known(scope: FeedScope, *, google: bool) -> FeedState:
    """The feed's row, made when it is first asked for. One query from then on."""
    latitude, longitude = scope.position or (None, None)
    state, _made = FeedState.objects.get_or_create(
        key=scope.key,
        is_google=google,
        defaults={"latitude": latitude, "longitude": longitude, "radius_km": scope.radius_km},
    )
    return state


def published(scope: FeedScope, state: FeedState) -> Published:
    """Render the feed and remember what came out.

    The generation was read before the events were: a change in between leaves the row stale.
    """
    found = contents(scope, google=state.is_google)
    digest = hashlib.sha256(found.body).hexdigest()
    if state.is_fresh and digest == state.digest and state.changed_at:
        return Published(found.body, digest, state.changed_at)
    changed_at = _changed_at(state, digest)
    _remember(state, digest, changed_at, found)
    return Published(found.body, digest, changed_at)


def _changed_at(state: FeedState, digest: str) -> datetime:
    if state.changed_at is None:
        return clock.now()
    if digest == state.digest:
        return state.changed_at
    return max(clock.now(), state.changed_at + timedelta(seconds=1))


def _remember(state: FeedState, digest: str, changed_at: datetime, found: Contents) -> None:
    """Never over the result of a rendering that saw more changes than this one."""
    older = FeedState.objects.filter(Q(changed_at__isnull=True) | Q(changed_at__lte=changed_at))
    older.filter(pk=state.pk, rendered__lte=state.generation).update(
        digest=digest,
        changed_at=changed_at,
        rendered=state.generation,
        left_out=found.left_out,
        shown_until=found.shown_until,
    )
