"""Two questions that Wagtail's own indexes answer by reading all pages of the network.

Raw, because an index of another app's model cannot be declared; on PostgreSQL only, because large
networks are there only.
"""

from django.db import migrations

INDEXES = {
    # Where is the top of the tree? The editing side asks on most of its pages.
    "content_page_roots": "(path) WHERE depth = 1",
    # Which pages of a type are the newest? The network's lists of projects.
    "content_page_newest": "(content_type_id, first_published_at DESC NULLS LAST) WHERE live",
}


def make(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name, what in INDEXES.items():
            schema_editor.execute(f"CREATE INDEX {name} ON wagtailcore_page {what}")


def drop(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        for name in INDEXES:
            schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("content", "0003_review_task"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make, drop)]
