"""Writing the fixed parts of a site's tree. For provisioning only; every step can be repeated."""

from django.db import transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from wagtail.models import Collection, Locale, Page, Site

from .models import ContainerPage


def ensure_container(*, slug: str, title: str) -> ContainerPage:
    """The container page with this slug directly below the root, made if missing.

    A short transaction of its own: treebeard locks the root's row for every new child."""
    existing = ContainerPage.objects.filter(slug=slug, depth=2).first()
    if existing:
        return existing
    with transaction.atomic():
        root = Page.objects.select_for_update().get(depth=1)
        container = ContainerPage(
            title=title, slug=slug, live=False, locale=Locale.objects.get(language_code="de")
        )
        return root.add_child(instance=container)


def ensure_child(parent: Page, page: Page) -> Page:
    """The child of `parent` with the slug and type of `page`, added if missing. Two queries."""
    existing = type(page).objects.child_of(parent).filter(slug=page.slug).first()
    if existing:
        return existing
    page.locale = Locale.objects.get(language_code="de")
    parent.refresh_from_db()  # treebeard counts children in the parent's row
    return parent.add_child(instance=page)


def ensure_children(parent: Page, pages: list[Page]) -> None:
    """`ensure_child` for several pages with three queries beside those of adding what is missing:
    all of them or none."""
    with transaction.atomic():
        parent.refresh_from_db()  # treebeard counts children in the parent's row
        slugs = set(parent.get_children().values_list("slug", flat=True))
        locale = Locale.objects.get(language_code="de")
        for page in pages:
            if page.slug not in slugs:
                page.locale = locale
                parent.add_child(instance=page)


def adopt_children(parent: Page, children: list[Page]) -> None:
    """Hang pages of one other parent, with all below them, behind the children of `parent`: one
    statement a page, where Wagtail's own move costs seventy. Their slugs are free there.

    Sends no signals and logs nothing: the caller brings derived rows up to date."""
    if not children:
        return
    with transaction.atomic():
        parent = Page.objects.select_for_update().get(pk=parent.pk)
        last = parent.get_last_child()
        number = Page._str2int(last.path[-Page.steplen :]) if last else 0
        before = children[0].path[: -Page.steplen]
        for child in children:
            if child.path[: -Page.steplen] != before or child.depth != parent.depth + 1:
                raise ValueError("only children of one parent, at the same depth")
            number += 1
            path = Page._get_path(parent.path, child.depth, number)
            url_path = f"{parent.url_path}{child.slug}/"
            Page.objects.filter(path__startswith=child.path).update(
                path=Concat(Value(path), Substr("path", len(child.path) + 1)),
                url_path=Concat(Value(url_path), Substr("url_path", len(child.url_path) + 1)),
            )
        count = len(children)
        Page.objects.filter(path=before).update(numchild=F("numchild") - count)
        Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + count)


def ensure_collection(name: str) -> Collection:
    """A new collection below the root collection, as its last child. Names are for people; rows
    point to it by key.

    treebeard would insert it by name and move all later ones: a write per place. Lists of
    collections sort by name themselves."""
    with transaction.atomic():
        root = Collection.objects.select_for_update().get(depth=1)
        last = root.get_last_child()
        path = last._inc_path() if last else Collection._get_path(root.path, 2, 1)
        Collection.objects.filter(pk=root.pk).update(numchild=F("numchild") + 1)
        return Collection.objects.create(name=name, depth=2, path=path)


def ensure_site(*, hostname: str, root_page: Page, name: str, is_default: bool = False) -> Site:
    """The Site of this root page; its host name is only set when it is made. Port is unused: public
    addresses take theirs from the settings."""
    site, _made = Site.objects.get_or_create(
        root_page=root_page,
        defaults={
            "hostname": hostname,
            "port": 80,
            "site_name": name,
            "is_default_site": is_default,
        },
    )
    return site
