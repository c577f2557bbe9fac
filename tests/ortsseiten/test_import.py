"""`import_places`: what it reads, what it refuses, and that killing it does no harm."""

import os
import re
import signal
import sqlite3
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from wagtail.models import Collection, Page, Site

from ortsseiten import provisioning
from ortsseiten.place_file import COLUMNS, FileError, read
from sites.content.models import PlaceSettings
from sites.places.models import HistoryEntry, Place

ROOT = Path(__file__).resolve().parents[2]
TOWNS = """official_name;postcode
Kyritz;16866
Meppen;49716
Husum;25813
Naumburg;06618
Naumburg;34311
Weimar;99423
Passau;94032
Trier;54290
Zittau;02763
Lindau;88131
Goslar;38640
Bautzen;02625
"""


@pytest.fixture
def run(tmp_path):
    """run("a;b\\n…") → (exit code, lines of the report)."""

    def call(content: str | bytes, *options: str):
        file = tmp_path / "orte.csv"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        said = StringIO()
        code = 0
        try:
            call_command("import_places", str(file), *options, stdout=said, stderr=StringIO())
        except SystemExit as end:
            code = end.code
        return code, said.getvalue().splitlines()

    return call


def counts() -> list[int]:
    models = (Place, Page, Site, Collection, PlaceSettings, HistoryEntry)
    return [model.objects.count() for model in models]


class TestReading:
    def first(self, content: str | bytes):
        return read(content if isinstance(content, bytes) else content.encode())[0]

    @pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
    @pytest.mark.parametrize("sign", [";", ",", "\t"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    def test_utf8_with_any_delimiter(self, mark, sign, end):
        text = f"official_name{sign}postcode{end}Görlitz{sign}02826{end}"
        line = self.first(mark + text.encode())
        assert (line.number, line.facts.official_name, line.facts.postcode) == (
            2,
            "Görlitz",
            "02826",
        )

    def test_windows_1252_gets_a_clear_message(self):
        content = "official_name;postcode\nLeer;26789\nGörlitz;02826\n".encode("cp1252")
        with pytest.raises(FileError, match=r"Zeile 3: .*Windows-1252.*CSV UTF-8"):
            read(content)

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            ("", "fehlt: official_name, postcode"),
            ("official_name\nLeer\n", "fehlt: postcode"),
            ("official_name;postcode;farbe\n", "kennen wir nicht.*farbe"),
            ("official_name;postcode;postcode\n", "postcode"),
            ('official_name;postcode\n"Leer;26789\n', "Zeile 2: Die Anführungszeichen"),
            ("a\0b", "keine CSV-Datei"),
        ],
    )
    def test_a_file_that_is_none(self, content, message):
        with pytest.raises(FileError, match=message):
            read(content.encode())

    def test_lines_are_counted_as_in_an_editor(self):
        text = 'official_name;postcode;tagline\nLeer;26789;"Ein\nTisch"\n\n;;\nHusum;25813;\n'
        lines = read(text.encode())
        assert [(line.number, line.name) for line in lines] == [(2, "Leer"), (6, "Husum")]
        assert lines[0].facts.tagline == "Ein Tisch"

    @pytest.mark.parametrize(
        ("cells", "message"),
        [
            (";26789", "Der Name fehlt"),
            ("Leer;2678", "fünf Ziffern: „2678“"),
            ("Leer;26789;dorf", "Die Art „dorf“"),
            ("Leer;26789;;closed", "Der Stand „closed“"),
            ("Leer;26789;;active", "braucht eine E-Mail-Adresse"),
            ("Leer;26789;;;nix", "„nix“ ist keine E-Mail-Adresse"),
            ("Leer;26789;;;;zu viel", "mehr Zellen"),
        ],
    )
    def test_a_line_that_is_refused(self, cells, message):
        line = self.first(f"official_name;postcode;kind;status;contact_mail\n{cells}\n")
        assert line.facts is None
        assert message in line.problem

    def test_every_column_reaches_the_place(self):
        assert set(COLUMNS) - {"status"} == {*provisioning.PlaceFacts.__dataclass_fields__} - {
            "slug"
        }


@pytest.mark.django_db
class TestImport:
    def test_a_report_by_line_and_nothing_twice(self, network, run):
        code, said = run(TOWNS)
        assert code == 0
        assert said[0] == "Zeile 2: angelegt: Kyritz: kyritz.localhost"
        assert said[4] == "Zeile 6: angelegt: Naumburg: naumburg-kassel.localhost"
        assert said[-1] == "Fertig: 12 angelegt, 0 vervollständigt, 0 schon da, 0 abgelehnt"
        before = counts()
        code, said = run(TOWNS)
        assert (code, said[-1]) == (
            0,
            "Fertig: 0 angelegt, 0 vervollständigt, 12 schon da, 0 abgelehnt",
        )
        assert counts() == before

    def test_repeated_and_colliding_lines(self, network, run):
        text = (
            "official_name;short_name;postcode\n"
            "Görlitz;;02826\n"
            "Görlitz;;02826\n"
            "Görlitz, Stadt;Görlitz;02826\n"  # the same place by its short name
            "Görlitz;;02827\n"  # one town, two postcodes
            "Nirgends;;00000\n"
            "Redaktion;;06108\n"
        )
        for options in (["--dry-run"], []):
            code, said = run(text, *options)
            assert code == 1
            assert [line.split(": ")[1] for line in said[:-1]] == [
                *("angelegt", "schon da", "schon da", "abgelehnt", "abgelehnt", "abgelehnt")
            ]
            assert "gehört schon zu Görlitz (02826)" in said[3]
            assert "kennen wir keine Lage" in said[4]
            assert "vergeben" in said[5]
            assert Place.objects.count() == (0 if options else 1)

    def test_a_place_renamed_since_is_not_made_again(self, network, run):
        run("official_name;postcode\nGörlitz;02826\n")
        place = Place.objects.get()
        provisioning.rename_place(place=place, official_name="Europastadt", short_name="Europa")
        _code, said = run("official_name;postcode\nGörlitz;02826\n")
        assert "schon da" in said[0]
        assert Place.objects.count() == 1

    def test_a_rehearsal_stores_nothing(self, network, run):
        before = counts()
        code, said = run(TOWNS, "--dry-run")
        assert (code, len(said)) == (0, 13)
        assert said[-1].startswith("Probelauf, nichts gespeichert: 12 angelegt")
        assert counts() == before

    def test_what_was_left_half_made_is_completed(self, network, run, monkeypatch):
        def fail(*args, **kwargs):
            raise RuntimeError("power cut")

        text = "official_name;postcode;contact_phone\nGörlitz;02826;03581 1\n"
        with monkeypatch.context() as patch:
            patch.setattr(provisioning, "ensure_children", fail)
            with pytest.raises(RuntimeError):
                run(text)
        _code, said = run(text, "--dry-run")
        assert "vervollständigt" in said[0]
        _code, said = run(text)
        assert "vervollständigt" in said[0]
        place = Place.objects.get()
        assert place.site.root_page.get_children().count() == 8
        assert PlaceSettings.objects.get(site=place.site).contact_phone == "03581 1"
        assert HistoryEntry.objects.filter(place=place, what="place.imported").count() == 1

    def test_without_a_network_nothing_begins(self, db, run):
        for options in ([], ["--dry-run"]):
            with pytest.raises(CommandError, match="Netzwerkseite"):
                run("official_name;postcode\nLeer;26789\n", *options)
        assert not Place.objects.exists()

    def test_a_place_that_is_there_costs_few_queries(
        self, network, run, django_assert_max_num_queries
    ):
        run(TOWNS)
        with django_assert_max_num_queries(12 * 4):
            run(TOWNS)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestKilled:
    """A process of its own on a database of its own (SQLite) or on the test's (PostgreSQL)."""

    @pytest.fixture
    def command(self, network, tmp_path):
        file = tmp_path / "orte.csv"
        file.write_text(TOWNS)
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "sites.settings.test",
            "DATABASE_URL": _database(tmp_path),
            "VAR_DIR": str(tmp_path),
            "PYTHONUNBUFFERED": "1",
        }

        def start() -> subprocess.Popen:
            return subprocess.Popen(
                [sys.executable, "manage.py", "import_places", str(file)],
                cwd=ROOT, env=environment, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )  # fmt: skip

        return start

    def test_killed_twice_and_resumed(self, command):
        for lines in (3, 8):
            process = command()
            for _number in range(lines):
                assert re.match(r"Zeile \d+: ", process.stdout.readline())
            process.send_signal(signal.SIGKILL)
            process.communicate()
            assert process.returncode == -signal.SIGKILL
        process = command()
        said = process.communicate()[0].splitlines()
        assert process.returncode == 0
        assert len(said) == 13
        made, completed, there, refused = map(int, re.findall(r"\d+", said[-1]))
        assert made + completed + there == 12
        assert there >= 8
        assert refused == 0
        again = command().communicate()[0].splitlines()
        assert again[-1] == "Fertig: 0 angelegt, 0 vervollständigt, 12 schon da, 0 abgelehnt"


def _database(folder: Path) -> str:
    """The address of a database with what the test's own holds now."""
    if connection.vendor != "sqlite":
        named = connection.settings_dict
        return (
            f"postgresql://{named['USER']}:{named['PASSWORD']}@{named['HOST'] or 'localhost'}"
            f":{named['PORT'] or 5432}/{named['NAME']}"
        )
    connection.ensure_connection()
    copy = sqlite3.connect(folder / "copy.sqlite3")
    connection.connection.backup(copy)
    copy.close()
    return f"sqlite:///{folder / 'copy.sqlite3'}"
