"""Single days as people type them: "14.1., 11.2., 18.3." Pure; no database, no clock."""

import re
from collections.abc import Iterable
from datetime import date

from themes.german_dates import MONTHS

_NUMBERS = re.compile(r"(\d{1,2})\.\s*(\d{1,2})\.?\s*(\d{4}|\d{2})?")
_WORDS = re.compile(r"(\d{1,2})\.?\s*([A-Za-zä]{3,9})\.?\s*(\d{4})?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_WEEKDAY = re.compile(
    r"\b(?:Mo|Di|Mi|Do|Fr|Sa|So)(?:ntag|enstag|ttwoch|nnerstag|eitag|mstag|nnabend)?\b\.?,?", re.I
)
_SEPARATORS = re.compile(r"[,;\n]|\bund\b|\bu\.")


class NotADayError(ValueError):
    """`text` is what could not be understood."""

    def __init__(self, text: str) -> None:
        super().__init__(f"not a day: {text!r}")
        self.text = text


def parse_days(text: str, *, today: date) -> list[date]:
    """The days named in `text`, ascending, each once; a day without a year is the next such date
    from `today` on. Raises NotADayError."""
    pieces = (piece.strip() for piece in _SEPARATORS.split(_WEEKDAY.sub(" ", text)))
    return sorted({_day(piece, today) for piece in pieces if piece})


def days_as_text(days: Iterable[date]) -> str:
    """The days with their years, as the form shows them again."""
    return ", ".join(f"{day.day}.{day.month}.{day.year}" for day in sorted(days))


def _day(piece: str, today: date) -> date:
    if found := _ISO.fullmatch(piece):
        year, month, day = (int(part) for part in found.groups())
        return _exact(piece, year, month, day)
    if found := _NUMBERS.fullmatch(piece):
        day, month, year = int(found[1]), int(found[2]), found[3]
    elif found := _WORDS.fullmatch(piece):
        day, month, year = int(found[1]), _month(piece, found[2]), found[3]
    else:
        raise NotADayError(piece)
    if year:
        return _exact(piece, int(year) + (2000 if len(year) == 2 else 0), month, day)
    return _next(piece, month, day, today)


def _month(piece: str, word: str) -> int:
    """ "Januar", "Jan", "Mär" … by their first three letters."""
    short = word[:3].lower()
    for number, name in enumerate(MONTHS, start=1):
        if name.lower().startswith(word.lower()) or name[:3].lower() == short:
            return number
    raise NotADayError(piece)


def _exact(piece: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise NotADayError(piece) from error


def _next(piece: str, month: int, day: int, today: date) -> date:
    for year in range(today.year, today.year + 9):  # 29 February comes within eight years
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if found >= today:
            return found
    raise NotADayError(piece)
