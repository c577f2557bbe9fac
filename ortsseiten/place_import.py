"""Making many places: line by line, each by `create_local_site`. Killed at any moment and started
again it goes on where it stood; nothing is made twice."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sites.places import history, hosts
from sites.places.models import Network, Place

from .place_file import Line
from .provisioning import create_local_site, ensure_row, find_local_site, is_complete


class Outcome(StrEnum):
    MADE = "angelegt"
    COMPLETED = "vervollständigt"
    THERE = "schon da"
    REFUSED = "abgelehnt"


@dataclass(frozen=True)
class Result:
    line: Line
    outcome: Outcome
    text: str  # the address, or why not


def make_places(lines: list[Line]) -> Iterator[Result]:
    """One result per line, as it is done. Three queries for a place that is there already."""
    _network()
    for line in lines:
        yield _refused(line) or _made(line)


def rehearse(lines: list[Line]) -> Iterator[Result]:
    """What `make_places` would say; only the rows of the places are written, and taken back in the
    end, so that lines meet each other as they would."""
    network = _network()
    with transaction.atomic():
        for line in lines:
            yield _refused(line) or _rehearsed(line, network)
        transaction.set_rollback(True)


def _network() -> Network:
    network = Network.get()
    if network is None:
        raise ValidationError(_("Zuerst muss die Netzwerkseite angelegt sein."))
    return network


def _refused(line: Line) -> Result | None:
    return None if line.facts else Result(line, Outcome.REFUSED, line.problem)


def _made(line: Line) -> Result:
    known = find_local_site(line.facts)
    if known and is_complete(known):
        return Result(line, Outcome.THERE, _address(known))
    try:
        place = _create(line)
    except ValidationError as error:
        return Result(line, Outcome.REFUSED, " ".join(error.messages))
    return Result(line, Outcome.COMPLETED if known else Outcome.MADE, _address(place))


def _create(line: Line) -> Place:
    """Once more if another import made the same row at the same moment."""
    try:
        place = create_local_site(line.facts, status=line.status)
    except IntegrityError:
        place = create_local_site(line.facts, status=line.status)
    if not place.history.filter(what="place.imported").exists():
        history.record("place.imported", _("Angelegt aus einer Liste"), place=place)
    return place


def _rehearsed(line: Line, network: Network) -> Result:
    known = find_local_site(line.facts)
    try:
        with transaction.atomic():
            place = ensure_row(line.facts, network.responsible_body, line.status)
    except ValidationError as error:
        return Result(line, Outcome.REFUSED, " ".join(error.messages))
    if known is None:
        return Result(line, Outcome.MADE, _address(place))
    fresh = known.container_id is None and known.site_id is None
    done = is_complete(known) or fresh  # a row of this rehearsal, or of an import cut short
    return Result(line, Outcome.THERE if done else Outcome.COMPLETED, _address(place))


def _address(place: Place) -> str:
    hostname = place.site.hostname if place.site else hosts.place_host(place.slug)
    return hosts.for_people(hostname)
