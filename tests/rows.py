"""All rows of the database as the database itself writes them, to be compared and put back.

No value passes through Python's types, so nothing changes on the way: on PostgreSQL a row is its
own text form, on SQLite a tuple of stored values.
"""

from collections.abc import Iterable, Sequence

from django.apps import apps
from django.db import connection, transaction

Rows = dict[str, list]


def tables() -> tuple[str, ...]:
    """Every table of a model but SQLite's search table: triggers write that."""
    models = apps.get_models(include_auto_created=True)
    names = {model._meta.db_table for model in models if model._meta.managed}
    return tuple(sorted(names - _virtual()))


def _virtual() -> set[str]:
    if connection.vendor != "sqlite":
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%%'")
        return {name for (name,) in cursor.fetchall()}


def read(names: Sequence[str]) -> Rows:
    """Table → its rows in a stable order. One query on PostgreSQL, one per table on SQLite."""
    return _read_postgres(names) if connection.vendor == "postgresql" else _read_sqlite(names)


@transaction.atomic
def change(*, gone: Rows, new: Rows) -> None:
    """Take `gone` out and put `new` in. Counters of keys are never behind the rows."""
    if connection.vendor == "postgresql":
        _change_postgres(gone, new)
    else:
        _change_sqlite(gone, new)


def difference(before: Rows, after: Rows) -> tuple[Rows, Rows]:
    """(rows that are only in `before`, rows that are only in `after`), by table."""
    return _missing(before, after), _missing(after, before)


def _missing(here: Rows, there: Rows) -> Rows:
    found = {}
    for table, rows in here.items():
        others = set(there[table])
        if only_here := [row for row in rows if row not in others]:
            found[table] = only_here
    return found


def _read_postgres(names: Iterable[str]) -> Rows:
    parts = [f"SELECT '{name}', t::text FROM \"{name}\" t" for name in names]
    found: Rows = {name: [] for name in names}
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        for name, row in cursor.fetchall():
            found[name].append(row)
    return {name: sorted(rows) for name, rows in found.items()}


def _change_postgres(gone: Rows, new: Rows) -> None:
    words, values = [], []
    for name, rows in gone.items():
        words.append(f'DELETE FROM "{name}" t WHERE t::text = ANY(%s)')
        values.append(rows)
    for name, rows in new.items():
        # `.*` of a composite value gives the columns in the table's own order.
        words.append(f'INSERT INTO "{name}" SELECT r.* FROM unnest(%s::"{name}"[]) r')
        values.append(rows)
    with connection.cursor() as cursor:
        for sentence, value in zip(words, values, strict=True):
            cursor.execute(sentence, [value])
        # Counters are not rolled back, so they are ahead already; unless somebody resets them.
        for name, column in _counted(new):
            sequence = f"pg_get_serial_sequence('\"{name}\"', '{column}')"
            highest = f'(SELECT max("{column}") FROM "{name}")'
            cursor.execute(
                f"SELECT setval({sequence}, {highest}) WHERE {highest} > "
                f"coalesce(pg_sequence_last_value({sequence}::regclass), 0)"
            )


def _counted(names: Iterable[str]) -> list[tuple[str, str]]:
    models = apps.get_models(include_auto_created=True)
    return [
        (model._meta.db_table, field.column)
        for model in models
        if model._meta.db_table in names and (field := model._meta.auto_field)
        if field.model is model
    ]


def _read_sqlite(names: Iterable[str]) -> Rows:
    found = {}
    with connection.cursor() as cursor:
        for name in names:
            # The plus sign keeps Django's converters away: they go by the type of a plain column.
            columns = ", ".join(f'+"{column}"' for column in _columns(cursor, name))
            cursor.execute(f'SELECT {columns} FROM "{name}"')
            found[name] = sorted(cursor.fetchall(), key=repr)
    return found


_known_columns: dict[str, list[str]] = {}


def _columns(cursor, name: str) -> list[str]:
    if name not in _known_columns:
        cursor.execute(f'PRAGMA table_info("{name}")')
        _known_columns[name] = [row[1] for row in cursor.fetchall()]
    return _known_columns[name]


def _change_sqlite(gone: Rows, new: Rows) -> None:
    with connection.cursor() as cursor:
        for name, rows in gone.items():
            same = " AND ".join(f'"{column}" IS %s' for column in _columns(cursor, name))
            cursor.executemany(f'DELETE FROM "{name}" WHERE {same}', rows)
        for name, rows in new.items():
            marks = ", ".join(["%s"] * len(rows[0]))
            cursor.executemany(f'INSERT INTO "{name}" VALUES ({marks})', rows)
