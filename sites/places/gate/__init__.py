"""The gate in front of the editing side: deny by default, by the name of the address.

Apps register a rule for each of their addresses; what no table knows is refused to everybody below
the centre. Rules stand in front of Wagtail's permissions and never replace them.
"""

from .decision import decide, is_offered, may_follow
from .looking import register_way_out
from .objects import document, image, page
from .registry import register as register
from .registry import registered, rule_of
from .rules import allow, allow_with, central_roles, centre, closed, open_to_all, roles, signed_in

__all__ = [
    "allow",
    "allow_with",
    "central_roles",
    "centre",
    "closed",
    "decide",
    "document",
    "image",
    "is_offered",
    "may_follow",
    "open_to_all",
    "page",
    "register",
    "register_way_out",
    "registered",
    "roles",
    "rule_of",
    "signed_in",
]
