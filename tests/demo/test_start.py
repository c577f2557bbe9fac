"""Starting the demo: guards, port, addresses, and what it tells people."""

import re
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kalender.models import EventRecord
from sites.demo import guide
from sites.demo.addresses import follow_settings
from sites.demo.management.commands.demo import chosen
from sites.demo.progress import MigrationLines, seconds
from sites.demo.server import DemoServer, PortInUseError
from sites.places.models import HostAlias, Network, Place


@pytest.mark.parametrize("command", ["demo", "demo_data"])
def test_it_refuses_to_run_on_a_real_site(command, settings):
    settings.IS_DEMO = False
    with pytest.raises(CommandError, match="Knopfdruck"):
        call_command(command)


@pytest.mark.parametrize("texts", [["goerlitz,leer"], ["goerlitz", "leer"], ["goerlitz,", "leer"]])
def test_places_are_named_with_commas_or_spaces(texts):
    assert chosen(texts) == ["goerlitz", "leer"]


@pytest.mark.parametrize(
    ("text", "hint"), [("goerliz,leer", "goerlitz"), ("xyzzy", "leer"), (",", "")]
)
def test_an_unknown_place_is_an_error_with_a_hint(text, hint, settings):
    settings.IS_DEMO = True
    with pytest.raises(CommandError, match=f"Möglich: .*{hint}"):
        call_command("demo", "--places", text)


@pytest.fixture
def taken_port():
    with socket.socket() as listening:
        listening.bind(("0.0.0.0", 0))
        listening.listen()
        yield listening.getsockname()[1]


def test_a_port_in_use_is_named_before_anything_is_built(taken_port, settings):
    settings.IS_DEMO = True
    settings.PUBLIC_PORT = taken_port
    with pytest.raises(CommandError, match=f"PORT={taken_port + 1}"):
        call_command("demo")


def test_the_server_answers_from_a_thread_and_stops(settings):
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = DemoServer(port)
    with pytest.raises(PortInUseError):
        DemoServer(port)
    server.start()
    try:
        # A style sheet needs no database, which the thread could not share with the test.
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/static/wagtailadmin/css/core.css"):
            pass
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(f"http://127.0.0.1:{port}/static/nothing.css")
    finally:
        server.stop()
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


def test_places_follow_another_domain(build, settings):
    build(["isny"])
    said = []
    follow_settings(said.append)
    Place.objects.filter(slug="isny").get()
    settings.BASE_DOMAIN = "netz.example"
    follow_settings(said.append)
    assert Network.objects.get().site.hostname == "netz.example"
    assert Place.objects.get().site.hostname == "isny.netz.example"
    assert HostAlias.objects.get().hostname == "isny.localhost"
    assert any("localhost" in line and "netz.example" in line for line in said)
    vevents = [bytes(record.vevents) for record in EventRecord.objects.filter(is_retired=False)]
    assert vevents
    assert not [text for text in vevents if b"isny.localhost" in text]
    said.clear()
    follow_settings(said.append)
    assert said == []


def test_a_domain_of_its_own_is_kept(build, settings):
    from ortsseiten.provisioning import change_host

    build(["isny"])
    change_host(place=Place.objects.get(), hostname="buergernetz-isny.example")
    settings.BASE_DOMAIN = "netz.example"
    follow_settings(lambda line: None)
    assert Place.objects.get().site.hostname == "buergernetz-isny.example"


def test_the_tour_has_ten_steps_with_the_addresses_of_this_start(settings):
    settings.BASE_DOMAIN, settings.ADMIN_HOST = "localhost", "redaktion.localhost"
    settings.PUBLIC_PORT = 8123
    lines = list(guide.tour())
    assert [line.split(".")[0].strip() for line in lines[1:]] == [str(n) for n in range(1, 11)]
    text = "\n".join([*lines, *guide.addresses(), *guide.accounts()])
    assert "{" not in text
    for url in re.findall(r"http://\S+", text):
        assert re.match(r"http://([a-z-]+\.)?localhost:8123/", url), url
    assert "goerlitz.mitarbeit@example.org" in text


def test_the_tour_leads_nowhere_wrong(build, client, settings):
    """Every address of the tour that the small network has answers."""
    build(["goerlitz", "leer", "daun", "neustrelitz"])
    settings.PUBLIC_PORT = None
    seen = 0
    for url in re.findall(r"http://([\w.-]+)(/\S*)", "\n".join(guide.tour())):
        host, path = url
        if host.split(".")[0] in ("pellworm", "gibt-es-nicht", "redaktion"):
            continue
        answer = client.get(path.rstrip(";,"), headers={"host": host})
        assert answer.status_code == 200, url
        seen += 1
    assert seen >= 10


def test_seconds_are_written_in_german():
    assert (seconds(0.44), seconds(73.2)) == ("0,4 s", "73 s")


def test_migrating_gives_a_sign_of_life():
    said = []
    lines = MigrationLines(said.append)
    for number in range(120):
        lines.write(f"  Applying content.{number:04}...")
        lines.write(" OK\n")
    assert said == ["  50 Schritte", "  100 Schritte"]


def test_the_readme_has_the_same_tour(settings):
    text = guide.TOUR.read_text(encoding="utf-8").strip()
    text = text.replace("{base}", "localhost:8000").replace("{admin}", "redaktion.localhost:8000")
    assert text in (Path(settings.BASE_DIR) / "README.md").read_text(encoding="utf-8")
