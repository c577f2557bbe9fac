"""O(1) addresses of pages: the one patch of Wagtail that we allow ourselves (docs: tenancy).

Stock Wagtail compares a page's `url_path` with the roots of all sites in all languages for every
link, and rebuilds that table with one query per site after each saved Site. Here the first twelve
characters of the treebeard path (the home page of one language) lead to one small cache entry.
Sites must therefore be rooted at depth 3 or above, as provisioning makes them.

tests/places/test_root_paths.py holds the answers against stock Wagtail's and fails when the
functions that are replaced here change upstream.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple
from uuid import UUID

from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from . import hosts
from .stamped_cache import StampedCache

HOME_DEPTH = 3
HOME_PATH_LENGTH = HOME_DEPTH * Page.steplen
ATTACHED = "_attached_root_paths"
known_roots = StampedCache("root-paths")
stock_table = Site.get_site_root_paths  # what tests compare with


def install() -> None:
    """Called once, from PlacesConfig.ready(). On Page itself: the editing side, redirects and
    choosers work with base instances."""
    Page._get_relevant_site_root_paths = relevant_root_paths
    Page.get_url = get_url
    Page.url = property(get_url)
    Site.get_site_root_paths = staticmethod(all_root_paths)


class RequestRootPaths(list):
    """What one request has looked up, so that fifty links to a place read the cache once.

    A list of SiteRootPath, as Wagtail expects in `_wagtail_cached_site_root_paths` (the redirects
    app hands it from request to request), that also knows which page homes were asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._by_home: dict[str, tuple[SiteRootPath, ...]] = {}

    def below(self, home_path: str) -> tuple[SiteRootPath, ...]:
        if home_path not in self._by_home:
            rows = known_roots.get_many([home_path], _load).get(home_path, ())
            self.learn(home_path, tuple(_root(row) for row in rows))
        return self._by_home[home_path]

    def learn(self, home_path: str, roots: tuple[SiteRootPath, ...]) -> None:
        if home_path not in self._by_home:
            self._by_home[home_path] = roots
            self.extend(roots)


def relevant_root_paths(self: Page, cache_object=None) -> tuple[SiteRootPath, ...]:
    """Replaces Page._get_relevant_site_root_paths."""
    memo_holder = cache_object or self
    known = getattr(memo_holder, "_wagtail_cached_site_root_paths", None)
    if not isinstance(known, RequestRootPaths):
        known = memo_holder._wagtail_cached_site_root_paths = RequestRootPaths()
    if not self.path:
        return ()
    home_path = self.path[:HOME_PATH_LENGTH]
    if attached := self.__dict__.get(ATTACHED):
        known.learn(home_path, attached)
    return tuple(
        root
        for root in known.below(home_path)
        # The redirects app asks with the url_path from before a move.
        if self.url_path.startswith(root.root_path)
    )


def attach(pages: Iterable[Page]) -> None:
    """Look up the roots of a list of pages at once, before their addresses are asked for one by
    one. One read of the cache; two queries when something is not known."""
    found = list(pages)
    home_paths = {page.path[:HOME_PATH_LENGTH] for page in found}
    rows = known_roots.get_many(home_paths, _load) if home_paths else {}
    for page in found:
        below = rows.get(page.path[:HOME_PATH_LENGTH], ())
        setattr(page, ATTACHED, tuple(_root(row) for row in below))


def get_url(self: Page, request=None, current_site=None) -> str | None:
    """Replaces Page.get_url: relative on the page's own host, absolute elsewhere. Unlike stock
    Wagtail never relative just because there is one site only: the editing side has another host.
    """
    if current_site is None and request is not None:
        current_site = Site.find_for_request(request)
    parts = self.get_url_parts(request=request)
    if parts is None or (parts[1] is None and parts[2] is None):
        return None
    site_id, root_url, page_path = parts
    if current_site is not None and site_id == current_site.id:
        return page_path
    return root_url + page_path


def all_root_paths() -> list[SiteRootPath]:
    """Replaces Site.get_site_root_paths: the whole table, in two queries instead of one per site.
    Grows with the number of places; only Wagtail's redirect forms still ask for it."""
    sites = list(_sites())
    keys = [key for *_site, key in sites]
    homes = defaultdict(list)
    for home in _homes(Page.objects.filter(translation_key__in=keys)):
        homes[home.key].append((home.url_path, home.language))
    return [
        _root((site_id, url_path, hostname, language))
        for site_id, hostname, key in sites
        for url_path, language in homes[key]
    ]


def _load(home_paths: list[str]) -> dict[str, list[tuple]]:
    """Plain rows, for any cache: (site id, url path of the root, host, language). Two queries."""
    above = {path: [path[:end] for end in range(4, len(path) + 1, 4)] for path in home_paths}
    wanted = Page.objects.filter(path__in={path for paths in above.values() for path in paths})
    homes = list(_homes(wanted))
    sites = list(_sites(root_page__translation_key__in={home.key for home in homes}))
    rows = {
        home_path: [
            (site_id, home.url_path, hostname, home.language)
            for site_id, hostname, key in sites
            for home in homes
            if home.key == key and home.path in above[home_path]
        ]
        for home_path in home_paths
    }
    return {home_path: found for home_path, found in rows.items() if found}


class _Home(NamedTuple):
    path: str
    key: UUID
    url_path: str
    language: str


def _homes(pages) -> Iterable[_Home]:
    wanted = ("path", "translation_key", "url_path", "locale__language_code")
    return (_Home(*row) for row in pages.order_by("path").values_list(*wanted))


def _sites(**which) -> Iterable[tuple]:
    """In Wagtail's order: the most specific root first, then the default site."""
    order = ("-root_page__url_path", "-is_default_site", "hostname")
    found = Site.objects.filter(**which).order_by(*order)
    return found.values_list("pk", "hostname", "root_page__translation_key")


def _root(row: Iterable) -> SiteRootPath:
    """Scheme and port of public addresses come from the settings, never from Site.port."""
    site_id, url_path, hostname, language = row
    return SiteRootPath(site_id, url_path, hosts.absolute_url(hostname, ""), language)
