"""Which town pictures there are: one line each."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Town:
    """The recipe of one picture; `number` counts within landscape and landmark."""

    landscape: str
    landmark: str
    number: int
    scheme: str
    style: str
    seed: int = 1

    @property
    def key(self) -> str:
        return f"{self.landscape}-{self.landmark}-{self.number}"


TOWNS = (
    Town("coast", "lighthouse", 1, "morgen", "striped"),
    Town("coast", "lighthouse", 2, "nacht", "brick"),
    Town("coast", "pier", 1, "mittag", "villa"),
    Town("coast", "townhall", 1, "senf", "stepped"),
    Town("coast", "windmill", 1, "mittag", "gallery"),
    Town("coast", "tower", 1, "herbst", "gate"),
    Town("coast", "bridge", 1, "abend", "iron"),
    Town("coast", "waterTower", 1, "fruehling", "brick"),
    Town("plain", "church", 1, "mittag", "brick"),
    Town("plain", "church", 2, "winter", "brick"),
    Town("plain", "windmill", 1, "fruehling", "post"),
    Town("plain", "townhall", 1, "morgen", "stepped"),
    Town("plain", "waterTower", 1, "senf", "iron"),
    Town("plain", "tower", 1, "herbst", "gate"),
    Town("plain", "castle", 1, "mittag", "palace"),
    Town("plain", "castle", 2, "abend", "palace"),
    Town("plain", "bridge", 1, "fruehling", "iron"),
    Town("plain", "pier", 1, "morgen", "thatch"),
    Town("hills", "church", 1, "mittag", "stone"),
    Town("hills", "church", 2, "fruehling", "onion"),
    Town("hills", "townhall", 1, "herbst", "timber"),
    Town("hills", "townhall", 2, "winter", "timber"),
    Town("hills", "townhall", 3, "mittag", "curved"),
    Town("hills", "tower", 1, "senf", "timber"),
    Town("hills", "tower", 2, "morgen", "round"),
    Town("hills", "tower", 3, "abend", "gate"),
    Town("hills", "bridge", 1, "fruehling", "stone"),
    Town("hills", "waterTower", 1, "nacht", "brick"),
    Town("hills", "pier", 1, "herbst", "red"),
    Town("mountains", "church", 1, "winter", "onion"),
    Town("mountains", "church", 2, "mittag", "onion"),
    Town("mountains", "townhall", 1, "fruehling", "curved"),
    Town("mountains", "castle", 1, "abend", "hill"),
    Town("mountains", "castle", 2, "morgen", "hill"),
    Town("mountains", "tower", 1, "senf", "round"),
    Town("mountains", "tower", 2, "winter", "timber"),
    Town("mountains", "bridge", 1, "herbst", "stone"),
    Town("mountains", "lighthouse", 1, "mittag", "stone"),
    Town("mountains", "pier", 1, "fruehling", "red"),
    Town("river", "bridge", 1, "morgen", "gate"),
    Town("river", "church", 1, "mittag", "twin"),
    Town("river", "church", 2, "nacht", "onion"),
    Town("river", "townhall", 1, "morgen", "stepped"),
    Town("river", "castle", 1, "herbst", "hill"),
    Town("river", "castle", 2, "fruehling", "hill"),
    Town("river", "tower", 1, "abend", "round"),
    Town("river", "windmill", 1, "mittag", "gallery"),
    Town("river", "waterTower", 1, "senf", "brick"),
    Town("river", "pier", 1, "abend", "thatch"),
    Town("city", "townhall", 1, "mittag", "tower"),
    Town("city", "tower", 1, "herbst", "gate"),
    Town("city", "castle", 1, "morgen", "palace"),
    Town("city", "windmill", 1, "fruehling", "gallery"),
)
