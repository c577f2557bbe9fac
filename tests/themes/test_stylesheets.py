"""The joined sheet: named by its content, found by runserver and by collectstatic."""

import hashlib
import os
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import StaticFilesStorage
from django.core.management import call_command
from django.template import engines

from themes import stylesheets


@pytest.fixture
def sources(tmp_path, monkeypatch):
    """Two small sources instead of ours."""
    (tmp_path / "layers.css").write_text("/* note */\n@layer a;\n")
    (tmp_path / "more.css").write_text("p {\n  margin: 0;\n}\n")
    monkeypatch.setattr(stylesheets, "SOURCE_DIR", tmp_path)
    monkeypatch.setattr(stylesheets, "SOURCES", ("layers", "more"))
    stylesheets._joined.cache_clear()
    yield tmp_path
    stylesheets._joined.cache_clear()


def test_sources_are_joined_in_order_without_comments(sources):
    sheet = stylesheets.current_sheet()
    assert sheet.text == "@layer a;\np {\nmargin: 0;\n}"
    digest = hashlib.sha256(sheet.text.encode()).hexdigest()[:12]
    assert sheet.name == f"themes/sheet.{digest}.css"


def test_in_debug_a_changed_source_gives_a_new_name(sources, settings):
    settings.DEBUG = True
    before = stylesheets.current_sheet().name
    changed = sources / "more.css"
    changed.write_text("p{margin:1px}")
    os.utime(changed, ns=(1, 1))
    assert stylesheets.current_sheet().name != before
    assert finders.find(before) is None


def test_in_production_the_sources_are_read_once(sources, settings):
    settings.DEBUG = False
    before = stylesheets.current_sheet()
    (sources / "more.css").write_text("p{margin:1px}")
    assert stylesheets.current_sheet() is before


def test_find_gives_the_sheet_and_nothing_else():
    name = stylesheets.current_sheet().name
    assert Path(finders.find(name)).read_text() == stylesheets.current_sheet().text
    assert finders.find("themes/sheet.000000000000.css") is None
    assert finders.find("themes/css/tokens.css") is None


def test_collectstatic_collects_the_sheet_and_what_it_refers_to(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path
    call_command("collectstatic", interactive=False, verbosity=0)
    sheet = tmp_path / stylesheets.current_sheet().name
    references = re.findall(r'url\("([^"]+)"\)', sheet.read_text())
    assert references
    for reference in references:
        assert (sheet.parent / reference).is_file(), reference


def test_the_tag_links_the_sheet(settings):
    settings.STATIC_URL = "/static/"
    template = engines["django"].from_string("{% load surface %}{% stylesheet_url %}")
    assert template.render({}) == StaticFilesStorage().url(stylesheets.current_sheet().name)


def test_every_source_is_joined_and_small():
    files = {path.stem for path in stylesheets.SOURCE_DIR.glob("*.css")}
    assert files == set(stylesheets.SOURCES)
    assert stylesheets.SOURCES[0] == "layers"
    for path in stylesheets.source_paths():
        assert len(path.read_text().splitlines()) <= 400, path.name
