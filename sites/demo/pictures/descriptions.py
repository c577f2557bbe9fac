"""German titles and alt texts: what is to be seen, put together from the recipes."""

from .catalogue import CREDIT, PictureEntry
from .maps import STATES
from .motifs import MOTIFS, SECOND
from .people import PEOPLE
from .recipes import TOWNS, Town

LANDS = {
    "coast": "Küstenort",
    "plain": "Ort in der Ebene",
    "hills": "Ort im Hügelland",
    "mountains": "Ort in den Bergen",
    "river": "Ort am Fluss",
    "city": "Stadtviertel",
}
MARKS = {
    "lighthouse": "Leuchtturm",
    "pier": "Steg",
    "church": "Kirche",
    "townhall": "Rathaus",
    "windmill": "Windmühle",
    "tower": "Torturm",
    "bridge": "Brücke",
    "waterTower": "Wasserturm",
    "castle": "Schloss",
}
SHOWS = {
    (
        "lighthouse",
        "striped",
    ): "ein rot-weiß gestreifter Leuchtturm auf einer Düne, davor Strandkörbe",
    (
        "lighthouse",
        "brick",
    ): "ein gelb-rot geringelter Leuchtturm auf einer Düne wirft sein Licht übers Meer",
    (
        "lighthouse",
        "stone",
    ): "ein steinerner Leuchtturm mit Uhr auf einer Mole, Segelboote auf dem See",
    ("pier", "villa"): "eine Seebrücke mit weißem Pavillon und roten Dächern, vorn Strandkörbe",
    ("pier", "thatch"): "ein Bootshaus mit Reetdach an einem Holzsteg",
    ("pier", "red"): "ein Bootshaus mit rotem Dach an einem Holzsteg",
    ("church", "brick"): "eine Backsteinkirche mit spitzem grünem Turmhelm",
    ("church", "stone"): "eine Dorfkirche mit steilem braunem Turmdach",
    ("church", "onion"): "eine Kirche mit grünem Zwiebelturm",
    ("church", "twin"): "eine Kirche mit zwei spitzen Türmen",
    ("townhall", "stepped"): "ein Backsteinrathaus mit Treppengiebel und Dachreiter",
    ("townhall", "curved"): "ein gelbes Rathaus mit geschweiftem Giebel und Dachreiter",
    ("townhall", "timber"): "ein Fachwerkrathaus mit drei Giebeln und Dachreiter",
    ("townhall", "tower"): "ein helles Rathaus mit hohem Uhrturm",
    ("windmill", "gallery"): "eine grüne Windmühle mit Galerie und vier Flügeln",
    ("windmill", "post"): "eine hölzerne Bockwindmühle",
    ("tower", "gate"): "ein steinerner Torturm mit Uhr und Ecktürmchen",
    ("tower", "round"): "ein Stadtmauerturm mit spitzem Dach",
    ("tower", "timber"): "ein Mauerturm mit Fachwerkaufsatz",
    ("waterTower", "brick"): "ein Wasserturm aus Backstein mit breitem Kopf",
    ("waterTower", "iron"): "ein grüner Wasserturm auf eisernen Beinen",
    ("castle", "hill"): "eine Burg mit drei Türmen auf einem Felsen über den Dächern",
    ("castle", "palace"): "ein gelbes Schloss mit drei Türmen und Fahne",
    ("bridge", "stone"): "eine steinerne Bogenbrücke mit Laternen",
    ("bridge", "iron"): "eine grüne Eisenbrücke mit hohen Bögen",
    ("bridge", "gate"): "eine Steinbrücke mit zwei Tortürmen",
}
AROUND = {
    "coast": "bunte Giebelhäuser am Kai, Boote auf dem Wasser",
    "plain": "niedrige Häuser hinter weiten Feldern",
    "hills": "Fachwerkhäuser vor sanften Hügeln, vorn ein Acker",
    "mountains": "Häuser vor Bergen mit weißen Gipfeln",
    "river": "Giebelhäuser an einer Flussbiegung",
    "city": "hohe Stadthäuser, davor eine gelbe Straßenbahn",
}
OVER_WATER = {
    "coast": "Giebelhäuser und Meer",
    "plain": "eine Häuserzeile am flachen Ufer, Segelboote",
    "hills": "Fachwerkhäuser am Ufer vor Hügeln, Segelboote",
    "mountains": "Häuser am Ufer vor Bergen mit weißen Gipfeln, Segelboote",
    "river": "Giebelhäuser am anderen Ufer, Segelboote",
    "city": "hohe Stadthäuser am anderen Ufer, Segelboote",
}
SKY = {
    "morgen": ("am Morgen", "blasser Morgenhimmel mit gelber Sonne"),
    "mittag": ("am Mittag", "hellblauer Himmel mit blasser Sonne"),
    "abend": ("am Abend", "apricotfarbener Abendhimmel mit roter Sonne"),
    "nacht": ("bei Nacht", "dunkelblauer Himmel mit Mondsichel und Sternen, leuchtende Fenster"),
    "herbst": ("im Herbst", "sandfarbener Himmel mit rostroter Sonne, herbstliches Laub"),
    "winter": ("im Winter", "Schnee auf Dächern und Wegen, Flocken in der Luft"),
    "senf": ("unter gelbem Himmel", "senfgelber Himmel mit weißer Sonne"),
    "fruehling": ("im Frühling", "heller Himmel mit gelber Sonne, frisches Grün"),
}
SHOWCASES = {
    "goerlitz": (
        "Görlitz an der Neiße",
        (
            "die Kirche mit zwei spitzen Türmen über der Neiße, links Uhrturm und runder Turm, "
            "Hallenhäuser mit geschweiften Giebeln und eine Fußgängerbrücke mit fünf Menschen"
        ),
    ),
    "moabit": (
        "Moabit an der Spree",
        (
            "eine Markthalle aus rotem Backstein mit zwei Türmen zwischen Mietshäusern, davor eine "
            "Bogenbrücke über die Spree und ein Ausflugsschiff unter gelbem Himmel"
        ),
    ),
    "leer": (
        "Leer am Hafen",
        (
            "das Backsteinrathaus mit hohem Turm, die Waage und ein Teehaus mit grüner Teekanne "
            "im Giebel, im Hafen Boote mit braunen Segeln"
        ),
    ),
    "bad-langensalza": (
        "Rosengarten in Bad Langensalza",
        (
            "ein Rosengarten mit Rosenbögen vor der Stadtmauer und drei Türmen, dahinter "
            "Fachwerkhäuser und eine Kirche"
        ),
    ),
    "luebbenau": (
        "Lübbenau im Spreewald",
        (
            "Holzhäuser mit gekreuzten Schlangen am Giebel, Heuschober, zwei Kähne mit Gästen und "
            "eine hohe Holzbrücke, drei Kraniche am Himmel"
        ),
    ),
    "rottenacker": (
        "Rottenacker an der Donau",
        (
            "ein Dorf mit steilem rotem Kirchendach und Storchennest an einer Donauschleife, vorn "
            "zwei Störche auf einem Stoppelfeld"
        ),
    ),
}
NETWORK = (
    "Ein Tisch für alle Orte",
    (
        "ein großer runder Tisch mit zwölf bunten Stühlen, Tassen und einer Karte, von oben; "
        "ringsum zwölf kleine Orte, durch Wege mit dem Tisch verbunden"
    ),
)
COLOURS = {
    "rost": "Rostrot und Schwarz",
    "blau": "Rosa und Blau",
    "tanne": "Senfgelb und Tannengrün",
}


def town_entry(town: Town) -> PictureEntry:
    """Title and alt text of a town picture from its recipe."""
    when, sky = SKY[town.scheme]
    lake = town.landmark in ("pier", "lighthouse") and town.landscape != "coast"
    if town.landmark in ("pier", "lighthouse") and town.landscape == "coast":
        around = "dahinter das Meer mit Segelbooten und ein Dorf"
    elif lake or town.landmark == "bridge":
        around = OVER_WATER[town.landscape]
    else:
        around = AROUND[town.landscape]
    mark = (
        "Seebrücke"
        if (town.landscape, town.landmark) == ("coast", "pier")
        else MARKS[town.landmark]
    )
    if town.style == "hill":
        mark = "Burg"
    return PictureEntry(
        f"town-{town.key.lower()}.webp",
        "town",
        town.key,
        f"{LANDS[town.landscape]} mit {mark} {when}",
        f"Papierschnitt: {SHOWS[town.landmark, town.style]}; {around}; {sky}.",
        CREDIT,
    )


def motif_entries() -> list[PictureEntry]:
    """Each motif once, the much used ones in a second colouring."""
    entries = []
    for name, motif in MOTIFS.items():
        alt = f"Zweifarbiger Druck: {motif.shows}."
        entries.append(PictureEntry(f"motif-{name}.webp", "motif", name, motif.title, alt, CREDIT))
        if name in SECOND:
            key, colours = f"{name}-2", COLOURS[SECOND[name]]
            title, alt = f"{motif.title} in {colours}", f"Druck in {colours}: {motif.shows}."
            entries.append(PictureEntry(f"motif-{key}.webp", "motif", key, title, alt, CREDIT))
    return entries


def all_entries() -> list[PictureEntry]:
    """Every picture there is, in the order of the catalogue."""
    entries = [town_entry(town) for town in TOWNS]
    for slug, (title, shows) in SHOWCASES.items():
        file, alt = f"showcase-{slug}.webp", f"Papierschnitt: {shows}."
        entries.append(PictureEntry(file, "showcase", slug, title, alt, CREDIT))
    title, shows = NETWORK
    alt = f"Papierschnitt: {shows}."
    entries.append(PictureEntry("network.webp", "network", "network", title, alt, CREDIT))
    entries += motif_entries()
    for number, person in enumerate(PEOPLE, 1):
        key, title = f"{number:02}", f"Porträt {number}"
        alt = f"Illustration, kein Foto: {person.shows}, ohne Gesichtszüge."
        entries.append(PictureEntry(f"portrait-{key}.webp", "portrait", key, title, alt, CREDIT))
    for key, name in STATES.items():
        alt = f"Deutschlandkarte aus Papier, {name} rot hervorgehoben."
        entries.append(PictureEntry(f"map-{key}.webp", "map", key, f"Lage: {name}", alt, CREDIT))
    return entries
