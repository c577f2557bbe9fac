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

from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

from . import hosts
from .stamped_cache import StampedCache

HOME_DEPTH = 3
HOME_PATH_LENGTH = HOME_DEPTH * Page.steplen
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
            rows = known_roots.get(home_path, lambda: _load(home_path)) or ()
            self._by_home[home_path] = found = tuple(_root(row) for row in rows)
            self.extend(found)
        return self._by_home[home_path]


def relevant_root_paths(self: Page, cache_object=None) -> tuple[SiteRootPath, ...]:
    """Replaces Page._get_relevant_site_root_paths."""
    memo_holder = cache_object or self
    known = getattr(memo_holder, "_wagtail_cached_site_root_paths", None)
    if not isinstance(known, RequestRootPaths):
        known = memo_holder._wagtail_cached_site_root_paths = RequestRootPaths()
    if not self.path:
        return ()
    return tuple(
        root
        for root in known.below(self.path[:HOME_PATH_LENGTH])
        # The redirects app asks with the url_path from before a move.
        if self.url_path.startswith(root.root_path)
    )


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
    for key, url_path, language in _homes(Page.objects.filter(translation_key__in=keys)):
        homes[key].append((url_path, language))
    return [
        _root((site_id, url_path, hostname, language))
        for site_id, hostname, key in sites
        for url_path, language in homes[key]
    ]


def _load(home_path: str) -> list[tuple] | None:
    """Plain rows, for any cache: (site id, url path of the root, host, language). Two queries."""
    steps = range(Page.steplen, len(home_path) + 1, Page.steplen)
    homes = list(_homes(Page.objects.filter(path__in=[home_path[:step] for step in steps])))
    keys = {key for key, *_rest in homes}
    rows = [
        (site_id, url_path, hostname, language)
        for site_id, hostname, site_key in _sites(root_page__translation_key__in=keys)
        for key, url_path, language in homes
        if key == site_key
    ]
    return rows or None


def _homes(pages) -> Iterable[tuple]:
    wanted = ("translation_key", "url_path", "locale__language_code")
    return pages.order_by("path").values_list(*wanted)


def _sites(**which) -> Iterable[tuple]:
    """In Wagtail's order: the most specific root first, then the default site."""
    order = ("-root_page__url_path", "-is_default_site", "hostname")
    found = Site.objects.filter(**which).order_by(*order)
    return found.values_list("pk", "hostname", "root_page__translation_key")


def _root(row: Iterable) -> SiteRootPath:
    """Scheme and port of public addresses come from the settings, never from Site.port."""
    site_id, url_path, hostname, language = row
    return SiteRootPath(site_id, url_path, hosts.absolute_url(hostname, ""), language)
