"""A CSV file of real German towns for `manage.py import_places`: one place per name and Kreis.

python bench/places_csv.py 1000 > orte.csv
"""

import csv
import sys
from pathlib import Path

POSTCODES = Path(__file__).resolve().parents[1] / "sites" / "places" / "postcodes.csv"


def towns(count: int):
    """Evenly over the table, so that all Länder are there; the first name of each postcode."""
    with POSTCODES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    once = {}
    for row in rows:
        once.setdefault((row["places"].split("|")[0], row["district_key"]), row["postcode"])
    found = sorted(once.items(), key=lambda item: item[1])
    step = max(len(found) // count, 1)
    for (name, _district), postcode in found[::step][:count]:
        yield name, postcode


def main() -> None:
    writer = csv.writer(sys.stdout, delimiter=";", lineterminator="\n")
    writer.writerow(["official_name", "postcode", "contact_mail", "status"])
    for name, postcode in towns(int(sys.argv[1])):
        writer.writerow([name, postcode, f"kontakt-{postcode}@netz.example", "active"])


if __name__ == "__main__":
    main()
