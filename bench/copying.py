"""Whole places copied by INSERT … SELECT: one statement per table for hundreds of places.

A row of copy k has the primary key of the original plus k × STRIDE, and so have all keys that point
to it. Paths, names and positions come from the table `bench_copy`. Everything else stays as it is
in the original; the rendered calendar entries, too, name it.
"""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.core.management.color import no_style
from django.db import connection
from django.db.models import BinaryField, Field, JSONField, Model, UUIDField
from django.db.models.fields.files import FileField
from wagtail.models import Collection, Page

from kalender.models import Occurrence
from sites.places.models import Place

from .models_of_place import Rows, keys_of

# More than the highest key of the originals; 10,000 copies still fit into 32 bits.
STRIDE = 20_000
PLACED = {"postcode", "state_key", "district_key", "latitude", "longitude"}
HELPER = """CREATE TABLE IF NOT EXISTS bench_copy (
    k integer PRIMARY KEY, original integer,
    slug varchar(60), name varchar(60), sort_key varchar(60),
    page_path varchar(8), collection_path varchar(8),
    postcode varchar(5), state_key varchar(2), district_key varchar(5),
    latitude double precision, longitude double precision
)"""
COLUMNS = 12


def prepare() -> None:
    with connection.cursor() as cursor:
        cursor.execute(HELPER)


def copies_made() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM bench_copy")
        return cursor.fetchone()[0]


def note(copies: Iterable[tuple]) -> None:
    """Write down where the next copies go; `copy` makes them, in the same transaction."""
    marks = ", ".join(["%s"] * COLUMNS)
    with connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO bench_copy VALUES ({marks})", list(copies))  # noqa: S608


def copy(original: Place, rows: Rows, first: int, last: int) -> None:
    """Copies first … last that `bench_copy` assigns to this original."""
    with connection.cursor() as cursor:
        for model, keys in rows.items():
            cursor.execute(_statement(original, model, keys, rows), [original.pk, first, last])


def reset_sequences(models: Iterable[type[Model]]) -> None:
    """So that the next row made in the usual way gets a free key."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(models)):
            cursor.execute(statement)


def _statement(original: Place, model: type[Model], keys: set, rows: Rows) -> str:
    fields = model._meta.local_concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(field.column) for field in fields)
    values = ", ".join(_value(original, model, field, rows) for field in fields)
    primary = f"t.{quote(model._meta.pk.column)}"
    return (
        f"INSERT INTO {quote(model._meta.db_table)} ({columns}) SELECT {values} "  # noqa: S608
        f"FROM {quote(model._meta.db_table)} t CROSS JOIN bench_copy c "
        f"WHERE {primary} IN ({_listed(keys)}) AND c.original = %s AND c.k BETWEEN %s AND %s"
    )


def _value(original: Place, model: type[Model], field: Field, rows: Rows) -> str:
    column = f"t.{connection.ops.quote_name(field.column)}"
    if field in keys_of(model):
        return _shifted(column, rows.get(field.target_field.model._meta.concrete_model, set()))
    if field.primary_key:
        return f"{column} + c.k * {STRIDE}"
    if field.name in ("object_id", "to_object_id"):
        return _shifted_text(column, field, rows)
    if model in (Page, Collection) and field.name == "path":
        here = "page_path" if model is Page else "collection_path"
        return f"c.{here} || substr({column}, 9)"
    if model in (Place, Occurrence) and field.name in PLACED:
        return f"c.{field.name}"
    if model is Page and field.name.endswith("published_at") and connection.vendor == "postgresql":
        return f"{column} - c.k * interval '7 minutes'"  # not all at the same moment
    if isinstance(field, UUIDField):
        return _other_uuid(column) if field.unique or field.name == "translation_key" else column
    if model is Place and field.name == "sort_key":
        return "c.sort_key"
    return _renamed(original, column, field)


def _shifted(column: str, keys: set) -> str:
    """The key of the copy, where the original's row is copied as well."""
    if not keys:
        return column
    copied = f"{column} IN ({_listed(keys)})"
    return f"CASE WHEN {copied} THEN {column} + c.k * {STRIDE} ELSE {column} END"


def _shifted_text(column: str, field: Field, rows: Rows) -> str:
    """Of a row that names another one by content type and id."""
    number = f"CAST({column} AS bigint)"
    shifted = f"CAST({number} + c.k * {STRIDE} AS {field.db_type(connection)})"
    if field.name == "object_id":
        return shifted  # of a copied row, or it would not be here
    kinds = [
        f"(t.to_content_type_id = {ContentType.objects.get_for_model(model).pk}"
        f" AND {number} IN ({_listed(keys)}))"
        for model, keys in rows.items()
        if not model._meta.auto_created
    ]
    return f"CASE WHEN {' OR '.join(kinds)} THEN {shifted} ELSE {column} END"


def _other_uuid(column: str) -> str:
    if connection.vendor == "sqlite":
        return f"MD5({column} || c.k)"
    return f"CAST(md5(CAST({column} AS text) || c.k) AS uuid)"


def _renamed(original: Place, column: str, field: Field) -> str:
    """Texts that name the original name the copy."""
    kind = (field.db_type(connection) or "").lower()
    textual = kind.startswith(("varchar", "char", "text", "jsonb", "tsvector"))
    if not textual or isinstance(field, (BinaryField, FileField)):
        return column
    text = column if kind.startswith(("varchar", "char")) else f"CAST({column} AS text)"
    renamed = (
        f"replace(replace({text}, '{original.slug}', c.slug), '{original.short_name}', c.name)"
    )
    if field.unique:
        return f"CASE WHEN {renamed} = {text} THEN c.k || '-' || {text} ELSE {renamed} END"
    if kind in ("jsonb", "tsvector"):
        return f"CAST({renamed} AS {kind})"
    if isinstance(field, JSONField) or kind.startswith("text"):
        return renamed
    return renamed


def _listed(keys: set) -> str:
    return ", ".join(str(int(key)) for key in sorted(keys))
