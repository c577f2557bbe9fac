"""Page types of a local site."""

from .home_page import LocalHomePage, Way
from .local_page import LocalPage

__all__ = ["LocalHomePage", "LocalPage", "Way"]
