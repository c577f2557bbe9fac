"""The copied database is that of today's migrations."""

from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests.migrated import depends_on


def test_a_change_of_any_migration_or_of_what_it_uses_makes_a_new_copy():
    names = {path.as_posix() for path in depends_on()}
    for end in (
        "/sites/places/migrations/0001_initial.py",
        "/kalender/migrations/0002_initial.py",
        "/wagtail/migrations/0001_initial.py",
        "/django/contrib/auth/migrations/0001_initial.py",
        "/sites/content/fields.py",  # imported by migrations
        "/sites/settings/test.py",
        "/requirements/runtime.txt",
    ):
        assert [name for name in names if name.endswith(end)], end


def test_every_migration_on_disk_has_run_and_no_other(db):
    loader = MigrationLoader(connection)
    assert set(loader.applied_migrations) == set(loader.disk_migrations)
    call_command("migrate", check_unapplied=True, verbosity=0)
