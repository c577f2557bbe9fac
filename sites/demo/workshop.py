"""What every stage of the building needs at hand: texts, ledger, topics, pictures, network."""

from dataclasses import dataclass

from home.provisioning import create_network
from sites.content.models import Topic, TopicName
from sites.places.models import Network

from . import contacts
from .accounts import network_accounts
from .gallery import Gallery, hang_pictures
from .ledger import Ledger
from .progress import Say
from .words import Words


@dataclass
class Workshop:
    words: Words
    ledger: Ledger
    network: Network
    topics: dict[str, Topic]  # by slug; one that somebody removed is missing
    gallery: Gallery


def open_workshop(words: Words, say: Say) -> Workshop:
    """The network with its fixed pages, topics, pictures and the central team's accounts. About
    five seconds the first time, later a few queries."""
    ledger = Ledger()
    network = create_network(
        responsible_body=contacts.RESPONSIBLE_BODY, contact_mail=contacts.NETWORK_MAIL
    )
    topics = _topics(ledger, words)
    if hung := hang_pictures(ledger, network):
        say(f"{hung} Bilder aufgehängt")
    network_accounts(ledger, words)
    return Workshop(words, ledger, network, topics, Gallery())


def _topics(ledger: Ledger, words: Words) -> dict[str, Topic]:
    def make(slug: str, name: str) -> None:
        topic = Topic.objects.create(slug=slug)
        TopicName.objects.create(topic=topic, language="de", name=name)

    for item in words.topics:
        ledger.once(f"topic/{item.slug}", lambda item=item: make(item.slug, item.name))
    return {topic.slug: topic for topic in Topic.objects.all()}
