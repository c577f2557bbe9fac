"""What the centre does in a place, the place's team reads in its mail: one text for all acts."""

from collections.abc import Sequence

from sites.places.models import Membership, Network, Place
from sites.places.roles import Role
from sites.runtime import mails

READERS = (Role.COORDINATION, Role.EDITOR)


def tell_team(
    place: Place,
    subject: str,
    *sentences: str,
    reason: str = "",
    addresses: Sequence[str] | None = None,
) -> None:
    """A mail to everybody who coordinates or edits the place, after the commit. Two queries.

    `addresses`: to these people instead, known before an act that takes them out of the team."""
    context = {
        "place": place,
        "sentences": sentences,
        "reason": reason,
        "network": Network.get(),
    }
    to = team_addresses(place) if addresses is None else addresses
    mails.send(
        "mails/team_notice.txt", to=to, subject=f"{place.display_name}: {subject}", context=context
    )


def team_addresses(place: Place) -> list[str]:
    people = Membership.objects.filter(place=place, role__in=READERS, user__is_active=True)
    return list(people.order_by("user_id").values_list("user__email", flat=True).distinct())
