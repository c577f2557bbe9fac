"""New places are made by the centre."""

from sites.places import gate


def register() -> None:
    gate.register({"new_place": gate.centre()})
