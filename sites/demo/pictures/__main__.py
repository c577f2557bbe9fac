"""python -m sites.demo.pictures: draw the pictures again and write the catalogue."""

import argparse
from pathlib import Path

from .catalogue import FILES, write_catalogue
from .descriptions import all_entries
from .studio import Drawn, draw_all


def tell(drawn: Drawn) -> None:
    state = "neu gezeichnet" if drawn.changed else "unverändert"
    print(f"{drawn.entry.file:36} {drawn.size / 1024:6.1f} kB  {state}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m sites.demo.pictures",
        description="Zeichnet die Bilder des Beispielnetzes (alle zusammen: etwa zwei Minuten).",
    )
    parser.add_argument(
        "--only",
        default="",
        metavar="ANFANG",
        help="nur Dateien, deren Name so beginnt (town-, motif-bus)",
    )
    parser.add_argument(
        "--target", type=Path, default=FILES, help="Ordner für die Bilder (sonst der mitgelieferte)"
    )
    options = parser.parse_args()
    finished = draw_all(options.target, options.only, tell)
    if options.target == FILES:
        entries = all_entries()
        write_catalogue(entries)
        for path in sorted(FILES.iterdir()):
            if path.name not in {entry.file for entry in entries}:
                path.unlink()
                print(f"{path.name:36} gelöscht, gehört zu keinem Bild mehr")
    size = sum(drawn.size for drawn in finished) / 1_000_000
    changed = sum(drawn.changed for drawn in finished)
    print(f"{len(finished)} Bilder, {size:.1f} MB, {changed} davon geändert.")


if __name__ == "__main__":
    main()
