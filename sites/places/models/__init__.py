"""The tenancy core's tables."""

from .container import ContainerPage
from .membership import Membership
from .network import Network
from .place import HostAlias, Place
from .responsible import ResponsibleBody

__all__ = ["ContainerPage", "HostAlias", "Membership", "Network", "Place", "ResponsibleBody"]
