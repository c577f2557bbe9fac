"""Reads a served page as a visitor does: visible text, headings, links, sections."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
SILENT = {"script", "style", "template", "svg"}
HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass
class Page:
    text: str = ""
    title: str = ""
    language: str = ""
    robots: str = ""
    headings: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)  # what the page loads
    empty: list[str] = field(default_factory=list)  # sections and headings with nothing in them


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[str] = []
        self.sections: list[list] = []  # [name, letters outside headings, pictures]
        self.heading: list[str] | None = None
        self.waiting: str | None = None  # a heading that nothing has followed yet

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in VOID:
            self.open.append(tag)
        if tag == "html":
            self.page.language = given.get("lang", "")
        if tag == "meta" and given.get("name") == "robots":
            self.page.robots = given.get("content", "")
        if tag == "a" and given.get("href"):
            self.page.links.append(given["href"])
        if tag in ("img", "script", "source") and given.get("src"):
            self.page.files.append(given["src"])
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload"):
            self.page.files.append(given["href"])
        if tag in ("section", "article", "ul", "ol", "table", "main"):
            name = given.get("aria-labelledby") or given.get("class") or ""
            self.sections.append([f"<{tag} {name}>", 0, 0])
        if tag in ("img", "input", "button", "textarea", "select"):
            self._something()
        if tag in HEADINGS:
            if self.waiting is not None and not self._deeper(tag):
                self.page.empty.append(f"nothing below the heading {self.waiting}")
            self.heading = []

    def _deeper(self, tag: str) -> bool:
        return bool(self.page.headings) and tag > self.page.headings[-1][0]

    def _something(self) -> None:
        self.waiting = None
        for section in self.sections:
            section[2] += 1

    def handle_endtag(self, tag):
        if tag in HEADINGS and self.heading is not None:
            text = " ".join("".join(self.heading).split())
            self.page.headings.append((tag, text))
            self.heading = None
            self.waiting = text
        if tag in ("section", "article", "ul", "ol", "table", "main") and self.sections:
            name, letters, things = self.sections.pop()
            if not letters and not things:
                self.page.empty.append(f"empty {name}")
            if tag == "main" and self.waiting is not None and len(self.page.headings) > 1:
                self.page.empty.append(f"nothing below the heading {self.waiting}")
                self.waiting = None
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1] == "title" and "svg" not in self.open:
            self.page.title += data
            return
        if SILENT & set(self.open) or not data.strip():
            return
        self.page.text += data + " "
        if self.heading is not None:
            self.heading.append(data)
            return
        self.waiting = None
        for section in self.sections:
            section[1] += len(data.strip())


def read(html: str) -> Page:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.page.text = " ".join(reader.page.text.split())
    return reader.page
