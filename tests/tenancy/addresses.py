"""Every address of the editing side, made concrete with the keys of one place or the other.

`walk()` asks the resolver; `keys.py` says which key stands for which argument. An address that the
table cannot build raises `UnknownAddressError`, and a test fails by its name.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from tests.tenancy import keys, queries

PREFIX = "redaktion/"
_ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
_CATCH_ALL = ".*/"
_REFERENCE = re.compile(r"\{(\w+)\}")


class UnknownAddressError(LookupError):
    """An address that no table knows."""


@dataclass(frozen=True)
class Pattern:
    """One address of the resolver, as it is written there."""

    view: str
    route: str

    @property
    def arguments(self) -> tuple[str, ...]:
        return tuple(a or b for a, b in _ARGUMENT.findall(self.route))


@dataclass(frozen=True)
class Address:
    """A concrete address; `whose` says by letter whose key stands for each reference in it."""

    view: str
    url: str
    whose: str = ""  # "o" own, "f" foreign, one letter for each reference

    @property
    def names_foreign(self) -> bool:
        return "f" in self.whose


def walk() -> list[Pattern]:
    """All patterns of the editing side, in the resolver's order."""
    found = _walk(get_resolver(), "", ())
    return [pattern for pattern in found if pattern.route.startswith(PREFIX)]


def _walk(resolver, prefix: str, names: tuple) -> Iterator[Pattern]:
    for item in resolver.url_patterns:
        route = prefix + str(item.pattern).removeprefix("^")
        if isinstance(item, URLResolver):
            yield from _walk(item, route, (*names, item.namespace) if item.namespace else names)
        elif isinstance(item, URLPattern):
            yield Pattern(":".join((*names, item.name or item.lookup_str)), route)


def templates(pattern: Pattern) -> list[str]:
    """The address with references like {event} for its arguments, then with query strings."""
    found = []
    for values in _values(pattern):
        route = pattern.route.removesuffix("$")
        for name, value in values.items():
            route = _ARGUMENT.sub(
                lambda match, name=name, value=value: (
                    value if (match[1] or match[2]) == name else match[0]
                ),
                route,
            )
        path, mark, query = route.partition("?")
        if mark:  # a value with a query string: what follows it belongs to the path
            query, _, rest = query.partition("/")
            route = f"{path}{rest}?{query}" if path.endswith("/") else f"{path}/{rest}?{query}"
        found.append("/" + route.replace("\\.", ".").replace(_CATCH_ALL, "gibt-es-nicht/"))
    return found + [found[0] + query for query in queries.QUERIES.get(pattern.view, [])]


def _values(pattern: Pattern) -> list[dict[str, str]]:
    given = keys.BY_VIEW.get(pattern.view)
    if given is not None:
        fitting = [values for values in given if set(values) == set(pattern.arguments)]
        if fitting:
            return fitting
    space = pattern.view.rpartition(":")[0]
    choices = []
    for name in pattern.arguments:
        choice = keys.BY_NAMESPACE.get((space, name)) or keys.BY_ARGUMENT.get(name)
        if choice is None:
            raise UnknownAddressError(f"{pattern.view}: {name} in {pattern.route}")
        choices.append(choice)
    combined = itertools.product(*choices)
    return [dict(zip(pattern.arguments, values, strict=True)) for values in combined]


def addresses(own: dict, foreign: dict | None = None) -> list[Address]:
    """Every address with the keys of `own`; with `foreign`, instead, every one that names at least
    one key of it, alone and mixed with own ones, and those that name no key at all."""
    found: dict[str, Address] = {}
    for pattern in walk():
        for template in templates(pattern):
            references = _REFERENCE.findall(template)
            for whose in _mixtures(references, mixed=foreign is not None):
                url = _fill(template, whose, own, foreign)
                found.setdefault(url, Address(pattern.view, url, whose))
    return list(found.values())


def _mixtures(references: list[str], *, mixed: bool) -> list[str]:
    """All foreign, then one foreign key among own ones, each in turn."""
    count = len(references)
    if not mixed or not count:
        return ["o" * count]
    single = ["o" * at + "f" + "o" * (count - at - 1) for at in range(count)]
    return list(dict.fromkeys(["f" * count, *single]))


def _fill(template: str, whose: str, own: dict, foreign: dict | None) -> str:
    letters = iter(whose)

    def key(match) -> str:
        ids = foreign if next(letters) == "f" else own
        return str(ids[match[1]])

    return _REFERENCE.sub(key, template)
