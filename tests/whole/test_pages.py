"""Every page of the demo network, as a visitor meets it."""

import os
import re
from urllib.parse import urljoin, urlsplit

import pytest

from tests.whole.pages import read

DATE = re.compile(r"\d{4}-\d\d-\d\d/$")
MAIN_PATHS = ("/", "/kalender/", "/aktuelles/", "/impressum/")
DUZEN = re.compile(
    r"\b(du|dein|deine|deinem|deinen|deiner|dir|dich|euch|euer|eure)\b", re.IGNORECASE
)


def _problems(page) -> list[str]:
    found = [f"empty: {what}" for what in page.empty]
    if "[" in page.text or "platzhalter" in page.text.lower() or "lorem" in page.text.lower():
        found.append("a placeholder")
    if word := DUZEN.search(page.text):
        found.append(f"says {word[0]}")
    if not [heading for heading in page.headings if heading[0] == "h1"]:
        found.append("no h1")
    if page.language != "de":
        found.append(f"language {page.language!r}")
    if "noindex" not in page.robots:
        found.append("no noindex")
    if "Beispielnetz: Die Orte gibt es" not in page.text:
        found.append("no Beispielnetz line")
    return found


class OneDateEach:
    """On PostgreSQL the crawl looks at one date of each event, on SQLite at all 3,000: the pages
    are the same, and a date more finds a fault of its text only."""

    def __init__(self):
        self.wanted = os.environ.get("DATABASE_URL", "").startswith("postgres")
        self.events = set()

    def passes(self, url: str) -> bool:
        event = DATE.sub("", url)
        if not self.wanted or event == url:
            return True
        first = event not in self.events
        self.events.add(event)
        return first


def test_a_crawl_of_everything_finds_no_fault(demo, facts):
    """Follows every link of every page from the network's and every place's home."""
    dates = OneDateEach()
    hosts = {"localhost", *(place["host"] for place in facts["places"])}
    waiting = [f"http://{host}:{demo.port}/" for host in sorted(hosts)]
    seen, faults, files = set(waiting), [], set()
    while waiting:
        url = waiting.pop()
        parts = urlsplit(url)
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        answer = demo.get(parts.hostname, path)
        kind = answer.headers.get("Content-Type", "")
        if answer.status in (301, 302, 308):
            target = urljoin(url, answer.headers["Location"])
            if target not in seen and urlsplit(target).hostname in hosts:
                seen.add(target)
                waiting.append(target)
            continue
        if answer.status != 200:
            faults.append(f"{answer.status} {url}")
            continue
        if "Set-Cookie" in answer.headers:
            faults.append(f"cookie {url}")
        if not kind.startswith("text/html"):
            continue
        page = read(answer.text)
        faults += [f"{problem} {url}" for problem in _problems(page)]
        files |= {urljoin(url, file) for file in page.files}
        for link in page.links:
            target = urljoin(url, link).partition("#")[0]
            there = urlsplit(target)
            if there.scheme == "webcal" or there.hostname == "redaktion.localhost":
                continue
            inside = there.hostname in hosts and there.port == demo.port
            if inside and target not in seen and dates.passes(target):
                seen.add(target)
                waiting.append(target)
    foreign = {file for file in files if urlsplit(file).hostname not in hosts}
    assert not foreign
    one_each = {urlsplit(file).path: urlsplit(file).hostname for file in files}
    for path, host in one_each.items():
        if demo.get(host, path).status != 200:
            faults.append(f"file {path}")
    assert not faults, f"{len(faults)} faults in {len(seen)} pages:\n" + "\n".join(faults[:60])
    assert len(seen) > 1500


def test_every_open_place_answers_with_its_name(demo, facts):
    for place in facts["places"]:
        for path in MAIN_PATHS:
            answer = demo.get(place["host"], path)
            page = read(answer.text)
            if place["status"] == "preparing" and path in ("/kalender/", "/aktuelles/"):
                assert answer.status == 404, (place["slug"], path)
                continue
            assert answer.status == 200, (place["slug"], path)
            assert place["name"] in page.text, (place["slug"], path)
            if place["status"] == "preparing" and path == "/":
                assert "Hier entsteht" in page.text
    assert {place["status"] for place in facts["places"]} == {"active", "paused", "preparing"}


def test_every_place_with_dates_shows_an_event_and_a_date(demo, facts):
    shown = 0
    for place in facts["places"]:
        coming = [
            row
            for row in facts["occurrences"]
            if row["place"] == place["pk"] and row["start"][:10] >= facts["today"]
        ]
        if not coming:
            continue
        date_url = urlsplit(min(coming, key=lambda row: row["start"])["url"])
        event_path = date_url.path.rsplit("/", 2)[0] + "/"
        for path in (date_url.path, event_path):
            answer = demo.get(place["host"], path)
            assert answer.status == 200, (place["slug"], path)
            assert place["name"] in read(answer.text).text
        shown += 1
    assert shown >= 50


@pytest.fixture
def main_pages(demo, facts) -> list[str]:
    """The ten main pages, with Görlitz as the place."""
    host = f"http://goerlitz.localhost:{demo.port}"
    place = next(place for place in facts["places"] if place["slug"] == "goerlitz")
    dates = [row["url"] for row in facts["occurrences"] if row["place"] == place["pk"]]
    date = max(dates)
    project = next(
        thing["url"]
        for thing in facts["things"]
        if thing["kind"] == "ProjectPage" and thing["url"].startswith(host)
    )
    network = f"http://localhost:{demo.port}"
    event = date.rsplit("/", 2)[0] + "/"
    paths = ("/", "/kalender/", "/aktuelles/", "/impressum/")
    return [
        *(f"{network}{path}" for path in ("/", "/orte/", "/kalender/")),
        *(f"{host}{path}" for path in paths),
        event,
        date,
        project,
    ]


def test_no_main_page_shows_two_things_under_one_name(demo, facts, main_pages):
    assert len(main_pages) == 10
    things = {thing["url"]: thing for thing in facts["things"]}
    for url in main_pages:
        parts = urlsplit(url)
        page = read(demo.get(parts.hostname, parts.path).text)
        shown = {}
        for link in page.links:
            target = urljoin(url, link).partition("#")[0]
            # A date belongs to its event.
            thing = things.get(target) or things.get(DATE.sub("", target))
            if thing:
                shown[thing["pk"]] = thing
        for field in ("title", "teaser"):
            words = [thing[field] for thing in shown.values()]
            assert len(set(words)) == len(words), (url, sorted(words))


def test_an_unknown_host_gets_our_page(demo):
    answer = demo.get("gibt-es-nicht.localhost", "/")
    assert answer.status == 404
    assert "Unter dieser Adresse gibt es (noch) keine Ortsseite" in read(answer.text).text


def test_the_editing_side_is_nowhere_but_on_its_host(demo, facts):
    for host in ("localhost", *(place["host"] for place in facts["places"])):
        assert demo.get(host, "/redaktion/").status == 404
        assert demo.get(host, "/redaktion/login/").status == 404
    assert demo.get("redaktion.localhost", "/redaktion/login/").status == 200


def test_the_list_of_places_leads_to_each_of_them(demo, facts):
    links = set(read(demo.get("localhost", "/orte/").text).links)
    for place in facts["places"]:
        home = f"http://{place['host']}:{demo.port}/"
        assert (home in links) == (place["status"] in ("active", "paused")), place["slug"]
