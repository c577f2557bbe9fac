"""The tables of the kit that page types are built from."""

from .base import BasePage
from .legal import LegalPage
from .media import Document, Image, Rendition
from .pulled import PulledPage
from .review import ReviewTask
from .settings import PlaceSettings
from .topics import Topic, TopicName

__all__ = [
    "BasePage",
    "Document",
    "Image",
    "LegalPage",
    "PlaceSettings",
    "PulledPage",
    "Rendition",
    "ReviewTask",
    "Topic",
    "TopicName",
]
