"""The 24 event motifs: name, drawing, and what the picture shows."""

from collections.abc import Callable
from typing import NamedTuple

from PIL import Image

from . import motifs_doing as doing
from . import motifs_green as green
from . import motifs_meeting as meeting
from . import motifs_table as table
from .overprint import Plates, press


class Motif(NamedTuple):
    draw: Callable[[Plates], None]
    title: str
    shows: str


MOTIFS: dict[str, Motif] = {
    "chairs": Motif(meeting.chairs, "Stuhlkreis", "zehn Stühle im Kreis um einen runden Teppich"),
    "cups": Motif(
        meeting.cups, "Zwei Tassen", "zwei dampfende Tassen auf einem Tisch, daneben zwei Kekse"
    ),
    "bench": Motif(
        meeting.bench, "Parkbank", "eine Parkbank unter einem Zweig, darauf eine Zeitung"
    ),
    "tree": Motif(
        green.tree, "Baum", "ein Baum mit großen Blättern, daneben steckt ein Spaten in der Erde"
    ),
    "tools": Motif(
        doing.tools,
        "Werkzeug",
        "Hammer, Schraubenschlüssel, Säge und Schraubendreher an einer Lochwand",
    ),
    "books": Motif(table.books, "Bücher", "ein aufgeschlagenes Buch auf einem Bücherstapel"),
    "bus": Motif(doing.bus, "Bus", "ein Bus mit Fahrgästen an einer Haltestelle"),
    "bike": Motif(doing.bike, "Fahrrad", "ein Fahrrad mit einem Korb voller Blumen am Lenker"),
    "music": Motif(table.music, "Musik", "eine Gitarre und Noten vor geschwungenen Notenlinien"),
    "garden": Motif(green.garden, "Garten", "eine Gießkanne zwischen drei Sonnenblumen"),
    "laptop": Motif(
        doing.laptop,
        "Videorunde",
        "ein aufgeklappter Laptop, auf dem Bildschirm drei Personen als Umriss",
    ),
    "bread": Motif(
        table.bread, "Brot", "ein Brotlaib auf einem Brett, davor ein Messer, dahinter Ähren"
    ),
    "lantern": Motif(
        meeting.lantern, "Laternen", "drei runde Papierlaternen an Stäben zwischen Sternen"
    ),
    "paint": Motif(
        doing.paint, "Farbe", "drei Farbtöpfe und zwei Pinsel vor einem breiten Pinselstrich"
    ),
    "map": Motif(
        doing.chart, "Karte", "eine Faltkarte mit kleinen Häusern, einem Weg und einer Stecknadel"
    ),
    "hands": Motif(meeting.hands, "Hände", "vier erhobene Hände vor einem Ring"),
    "ball": Motif(doing.ball, "Fußball", "ein Fußball vor einem Tor"),
    "market": Motif(
        table.market,
        "Marktstand",
        "ein Marktstand mit gestreiftem Dach und Kisten voller Obst und Gemüse",
    ),
    "microphone": Motif(
        meeting.microphone, "Mikrofon", "ein altes Standmikrofon mit einer Sprechblase"
    ),
    "snow": Motif(green.snow, "Schnee", "ein großer Schneekristall, umgeben von kleinen"),
    "bees": Motif(green.bees, "Bienen", "vier Bienen über sechseckigen Waben"),
    "film": Motif(
        doing.film,
        "Kino",
        "ein Filmprojektor, der einen breiten Lichtstrahl wirft, davor ein Filmstreifen",
    ),
    "house": Motif(meeting.house, "Fachwerkhaus", "ein Fachwerkhaus mit einem Baum daneben"),
    "letter": Motif(
        meeting.letter, "Brief", "ein beschriebenes Blatt, das aus einem Briefumschlag schaut"
    ),
}
# Motifs used most often exist a second time: other inks, mirrored.
SECOND = {
    "chairs": "rost",
    "cups": "rost",
    "tools": "rost",
    "books": "rost",
    "garden": "blau",
    "tree": "rost",
    "bike": "blau",
    "hands": "blau",
}


def draw_motif(name: str, number: int = 1) -> Image.Image:
    """Print one motif, 1200 by 800 pixels; number 2 is the second colouring."""
    plates = Plates()
    MOTIFS[name].draw(plates)
    inks = SECOND[name] if number == 2 else first_inks(name)
    return press(plates, inks, f"{name}-{number}", mirrored=number == 2)


def first_inks(name: str) -> str:
    """Motifs with one colouring alternate between the pairs of ink; the others start green."""
    if name in SECOND:
        return "tanne"
    return {"bus": "blau", "music": "rost", "lantern": "rost", "snow": "blau", "film": "rost",
            "microphone": "rost",
            "laptop": "blau", "paint": "rost", "house": "rost", "letter": "blau"}.get(name,
            "tanne")  # fmt: skip
