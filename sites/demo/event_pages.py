"""Planned events become event pages with their records, dates and changes.

A handful at a time, each handful in one short transaction with its ledger entries: who kills the
demo in the middle loses at most one of them, and an editor who saves meanwhile waits a second.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, time, timedelta
from itertools import islice

from wagtail.models import Page, PageLogEntry

from kalender import acts, scheduling
from kalender.models import EventDate, EventPage
from sites.places import postcodes
from sites.places.models import Place
from sites.runtime import clock

from . import contacts
from .dating import announced
from .page_tree import add_published, paragraphs
from .plan import STATUS_TWISTS, PlannedEvent
from .words import NetworkWords, PlaceWords
from .workshop import Workshop

HANDFUL = 8
ONLINE_ROOM = f"https://treffen.{contacts.DOMAIN}/"


class EventWriter:
    """Writes the events of one place, or of the network (`place` None)."""

    def __init__(
        self,
        calendar: Page,
        texts: PlaceWords | NetworkWords,
        place: Place | None,
        *,
        workshop: Workshop,
        owner=None,
        first_build: bool = True,
    ) -> None:
        self.calendar = calendar
        self.texts = texts
        self.place = place
        self.workshop = workshop
        self.owner = owner
        self.first_build = first_build

    def write(self, planned: Iterable[PlannedEvent]) -> int:
        """All of them, in their order; how many. About 40 ms each."""
        written = 0
        for handful in _handfuls(planned):
            with self.workshop.ledger.entering(f"event/{item.key}" for item in handful):
                pages = [self._page(item) for item in handful]
                scheduling.schedule_many(page.pk for page in pages)
                for item, page in zip(handful, pages, strict=True):
                    self._change(item, page)
                # The page's history stands on the demo's clock, too.
                PageLogEntry.objects.filter(page__in=pages).update(timestamp=clock.now())
            written += len(handful)
        return written

    def _page(self, item: PlannedEvent) -> EventPage:
        words, piece = item.words, item.instance
        start = piece.days[0]
        page = EventPage(
            title=item.title,
            teaser=item.teaser,
            body=paragraphs(words.body) + self._capacity(words.capacity_note),
            image=self.workshop.gallery.motif(words.motif, item.stem),
            start_date=start,
            start_time=words.start,
            end_date=start + timedelta(days=piece.length - 1) if piece.length > 1 else None,
            end_time=words.end,
            all_day=words.all_day,
            open_end=words.end is None and not words.all_day,
            repeats="rule" if piece.rule else "dates" if len(piece.days) > 1 else "none",
            rrule=piece.rule,
            price=words.price,
            access=words.access,
            reach=words.reach,
            **self._where(item),
            **self._who(item),
        )
        topics = self.workshop.topics
        page.topics.set(topics[slug] for slug in words.topics if slug in topics)
        if page.repeats == "dates":
            page.dates = [EventDate(date=day) for day in piece.days[1:]]
        begin = datetime.combine(start, words.start or time(), tzinfo=clock.BERLIN)
        at = announced(item.key, begin, first_build=self.first_build)
        return add_published(self.calendar, page, at=at, owner=self.owner)

    def _where(self, item: PlannedEvent) -> dict[str, str]:
        room = f"{ONLINE_ROOM}{item.place}-{item.words.key}"
        venue = self.texts.venue(item.words.venue)
        if venue is None:
            return {"online_url": room}
        found = {
            "venue_name": venue.name,
            "venue_street": venue.street,
            "venue_postcode": venue.postcode,
            "venue_town": venue.town,
        }
        if isinstance(self.texts, PlaceWords):
            found["venue_postcode"] = venue.postcode or self.texts.postcode
            found["venue_town"] = venue.town or _town(self.texts)
        return {**found, "online_url": room} if item.words.online else found

    def _who(self, item: PlannedEvent) -> dict:
        if isinstance(self.texts, PlaceWords):
            organiser, mail = self.texts.group_name, contacts.mail(self.texts)
            contact = f"{self.texts.contact_person}, {mail}"
        else:
            organiser, mail = "Netzwerkbüro", contacts.NETWORK_MAIL
            contact = f"Netzwerkbüro, {mail}"
        found = {"organiser": item.words.organiser or organiser, "contact": contact}
        if item.words.registration:
            found["registration_until"] = item.instance.days[0] - timedelta(days=2)
        if item.words.registration == "mail":
            return {**found, "registration": "contact", "registration_contact": mail}
        if item.words.registration == "link":
            url = f"https://anmeldung.{contacts.DOMAIN}/{item.place}-{item.words.key}"
            return {**found, "registration": "link", "registration_url": url}
        return found

    def _capacity(self, note: str) -> str:
        return paragraphs([f"{note.rstrip('.')}."]) if note else ""

    def _change(self, item: PlannedEvent, page: EventPage) -> None:
        """What happened to the event after it was announced, by the editors' own verbs."""
        twist = item.words.twist
        if twist and twist.kind == "cancelled":
            acts.cancel_event(event=page, reason=twist.reason, user=self.owner)
        elif twist and twist.kind in STATUS_TWISTS:
            acts.set_status(
                event=page,
                status=twist.kind,
                reason=twist.reason,
                previous_start=_week_before(page) if twist.kind == "moved" else None,
                user=self.owner,
            )
        for changed in item.exceptions:
            which = {"event": page, "original_date": changed.day, "user": self.owner}
            if changed.kind == "cancelled":
                acts.cancel_date(**which, reason=changed.text)
            elif changed.kind == "moved":
                acts.move_date(**which, new_date=changed.new_day, reason=changed.text)
            else:
                acts.remark_date(**which, text=changed.text)


def _handfuls(planned: Iterable[PlannedEvent]) -> Iterator[list[PlannedEvent]]:
    iterator = iter(planned)
    while handful := list(islice(iterator, HANDFUL)):
        yield handful


def _town(place: PlaceWords) -> str:
    """The town of the postal address: a quarter's is its city."""
    found = postcodes.find(place.postcode)
    return found.places[0] if place.kind == "quarter" and found else place.short_name


def _week_before(page: EventPage) -> datetime:
    """Where a moved event was first announced."""
    day = page.start_date - timedelta(days=7)
    return datetime.combine(day, page.start_time or time(), tzinfo=clock.BERLIN)
