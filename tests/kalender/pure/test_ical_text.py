"""Cleaning, escaping, folding and URIs of content lines, with hostile input."""

import icalendar
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kalender.ical.text import clean, content_line, escape, one_line, uri


def test_backslash_is_escaped_first() -> None:
    r"""RFC 5545 3.3.11; The Events Calendar forgets ``;`` and ``\``."""
    assert escape('a\\n;b,c\nd:"e"') == 'a\\\\n\\;b\\,c\\nd:"e"'


@pytest.mark.parametrize(
    "newline", ["\n", "\r\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"]
)
def test_every_line_break_becomes_one_newline(newline: str) -> None:
    assert clean(f"eins{newline}zwei") == "eins\nzwei"
    assert escape(f"eins{newline}zwei") == "eins\\nzwei"
    assert one_line(f"eins{newline}{newline} zwei") == "eins zwei"


def test_control_characters_go() -> None:
    r"""icalendar lets ``\x07`` and U+2028 through; a NUL makes readers drop the file."""
    assert clean("a\x00b\x07c\x1bd\x7fe\x80f\x9fg\tH") == "abcdefg H"
    assert clean("a\ud800b") == "ab", "a lone surrogate cannot be encoded"


def test_text_is_nfc() -> None:
    assert clean("Go\u0308rlitz") == "Görlitz"


def test_emoji_sequences_survive() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert clean(family) == family


@pytest.mark.parametrize("offset", range(8))
@pytest.mark.parametrize("letter", ["a", "ä", "€", "\U0001f389"])
def test_folding_at_75_octets_never_inside_a_character(letter: str, offset: int) -> None:
    """RFC 5545 3.1; one wrong fold and Google drops the whole file."""
    value = "x" * offset + letter * 120
    lines = content_line("SUMMARY", value).split(b"\r\n")
    assert lines.pop() == b""
    assert all(len(line) <= 75 for line in lines)
    assert all(len(line) > 70 for line in lines[:-1]), "filled as far as possible"
    texts = [line.decode("utf-8") for line in lines]
    assert all(text.startswith(" ") for text in texts[1:])
    assert texts[0] + "".join(text[1:] for text in texts[1:]) == f"SUMMARY:{value}"


def test_exactly_75_octets_are_not_folded() -> None:
    assert content_line("X", "a" * 73) == b"X:" + b"a" * 73 + b"\r\n"
    assert content_line("X", "a" * 74) == b"X:" + b"a" * 73 + b"\r\n a\r\n"


@given(st.text())
@example("\r\nEND:VEVENT\r\nBEGIN:VEVENT")
@example("a\\\nb;c,d")
@example("x" * 66 + "\U0001f389" * 40)
def test_any_text_comes_back_as_it_was_cleaned(text: str) -> None:
    """A strict reader gets the cleaned text, whatever was typed: nothing can inject a line."""
    line = content_line("DESCRIPTION", escape(text))
    file = b"BEGIN:VEVENT\r\n" + line + b"END:VEVENT\r\n"
    assert str(icalendar.Event.from_ical(file).get("DESCRIPTION")) == clean(text)


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/b?c=d;e,f#g", "https://a.example/b?c=d;e,f#g"),
        (" https://a.example/b c ", "https://a.example/b%20c"),
        ("https://a.example/b%20c", "https://a.example/b%20c"),
        ("https://görlitz.example:8000/straße", "https://xn--grlitz-wxa.example:8000/stra%C3%9Fe"),
        ("HTTP://a.example", "http://a.example"),
        ("https://a.example/\r\nX-BAD:1", "https://a.example/%20X-BAD:1"),
        ('https://a.example/"<>', "https://a.example/%22%3C%3E"),
        ("javascript:alert(1)", ""),
        ("mailto:a@a.example", ""),
        ("a.example", ""),
        ("https://", ""),
        ("https://[", ""),
        ("", ""),
    ],
)
def test_uri(address: str, expected: str) -> None:
    assert uri(address) == expected
