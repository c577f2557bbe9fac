"""Reading a CSV file of new places: from bytes to facts by line, or a German sentence why not."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from sites.places.models import Place

from .provisioning import PlaceFacts

REQUIRED = ("official_name", "postcode")
COLUMNS = {
    "official_name": "amtlicher Name, zum Beispiel „Halle (Saale)“ (nötig)",
    "postcode": "eine Postleitzahl des Ortes, fünf Ziffern (nötig)",
    "short_name": "kurzer Name, „Halle“; daraus entsteht die Kurzadresse",
    "suffix": "unterscheidender Zusatz, nur bei gleichen Namen",
    "group_name": "Name der Gruppe; leer: „Bürgernetz Halle“",
    "in_name": "Form mit „in“; leer: „in Halle“",
    "tagline": "ein Satz über das Netzwerk vor Ort",
    "kind": "town (Stadt oder Gemeinde; auch leer) oder quarter (Stadtteil)",
    "contact_person": "Ansprechperson",
    "contact_mail": "E-Mail-Adresse",
    "contact_phone": "Telefon",
    "status": "preparing (in Vorbereitung; auch leer) oder active (aktiv; braucht einen Kontakt)",
}
_STATUS = {Place.Status.PREPARING, Place.Status.ACTIVE}


class FileError(Exception):
    """The whole file is no good; the message says in German what to do."""


@dataclass(frozen=True)
class Line:
    number: int  # as an editor counts them
    name: str
    facts: PlaceFacts | None
    status: str = Place.Status.PREPARING
    problem: str = ""


def read(content: bytes) -> list[Line]:
    """All lines with something in them. Raises FileError."""
    rows = _rows(_decoded(content))
    _number, header = next(rows, (1, []))
    names = [name.strip().lower() for name in header]
    _check_header(names)
    return [_line(number, names, cells) for number, cells in rows if any(map(str.strip, cells))]


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise FileError(
            _(
                "Zeile %d: Die Datei ist nicht in UTF-8 gespeichert, vermutlich in Windows-1252. "
                "In Excel: „Speichern unter“, Dateityp „CSV UTF-8“. In LibreOffice: Zeichensatz "
                "„Unicode (UTF-8)“."
            )
            % line
        ) from error
    if "\0" in text:
        raise FileError(_("Das ist keine CSV-Datei. Bitte speichern Sie sie als „CSV UTF-8“."))
    return text


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """(number of the first line, cells). A quoted cell may go over several lines."""
    first = text.lstrip("\r\n").partition("\n")[0]
    try:
        dialect: type[csv.Dialect] | str = csv.Sniffer().sniff(first, delimiters=";,\t")
    except csv.Error:
        dialect = "excel"
    delimiter = dialect if isinstance(dialect, str) else dialect.delimiter
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter="," if delimiter == "excel" else delimiter,
        strict=True,
    )  # fmt: skip
    number = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise FileError(
                _("Zeile %d: Die Anführungszeichen gehen nicht auf.") % number
            ) from error
        yield number, cells
        number = reader.line_num + 1


def _check_header(names: list[str]) -> None:
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise FileError(
            _("In der ersten Zeile fehlt: %(missing)s. Möglich sind: %(columns)s")
            % {"missing": ", ".join(missing), "columns": ", ".join(COLUMNS)}
        )
    unknown = [name for name in names if name and name not in COLUMNS]
    twice = {name for name in names if name and names.count(name) > 1}
    if unknown or twice:
        raise FileError(
            _("Diese Spalten kennen wir nicht oder sie stehen zweimal da: %s")
            % ", ".join([*unknown, *sorted(twice)])
        )


def _line(number: int, names: list[str], cells: list[str]) -> Line:
    cells = [" ".join(cell.split()) for cell in cells]
    found = dict(zip(names, cells, strict=False))
    found.pop("", None)
    name = found.get("official_name", "")
    if any(cells[len(names) :]):
        return Line(number, name, None, problem=_("Die Zeile hat mehr Zellen als die erste."))
    status = found.pop("status", "") or Place.Status.PREPARING
    kind = found.pop("kind", "") or Place.Kind.TOWN
    problem = _problem(found, status, kind)
    if problem:
        return Line(number, name, None, problem=problem)
    return Line(number, name, PlaceFacts(**found, kind=kind), status)


def _problem(found: dict[str, str], status: str, kind: str) -> str:
    """What the model does not say as well."""
    if not found.get("official_name"):
        return _("Der Name fehlt.")
    postcode = found.get("postcode", "")
    if not (len(postcode) == 5 and postcode.isascii() and postcode.isdigit()):
        return _("Eine Postleitzahl hat fünf Ziffern: „%s“.") % postcode
    if kind not in Place.Kind.values:
        return _("Die Art „%s“ gibt es nicht: town oder quarter.") % kind
    if status not in _STATUS:
        return _("Der Stand „%s“ geht hier nicht: preparing oder active.") % status
    mail = found.get("contact_mail", "")
    if mail:
        try:
            validate_email(mail)
        except ValidationError:
            return _("„%s“ ist keine E-Mail-Adresse.") % mail
    if status == Place.Status.ACTIVE and not (mail or found.get("contact_phone")):
        return _("Ein aktiver Ort braucht eine E-Mail-Adresse oder eine Telefonnummer.")
    return ""
