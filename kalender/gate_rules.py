"""Acts on an event: whoever works on the place; the act itself asks for the right to publish."""

from sites.places import gate


def register() -> None:
    gate.register({"kalender_act": gate.allow(gate.page("pk"))})
