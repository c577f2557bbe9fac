"""The tenancy core's tables."""

from .container import ContainerPage
from .history import HistoryEntry
from .invitation import Invitation
from .membership import Membership
from .network import Network
from .place import HostAlias, Place
from .responsible import ResponsibleBody

__all__ = [
    "ContainerPage",
    "HistoryEntry",
    "HostAlias",
    "Invitation",
    "Membership",
    "Network",
    "Place",
    "ResponsibleBody",
]
