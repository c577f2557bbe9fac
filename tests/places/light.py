"""Places by the hundred: the rows that permissions and lists read, and nothing of their contents.

Provisioning takes most of a second per place; these take a few statements for all."""

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from wagtail.models import Collection, Page, Site

from sites.places.models import ContainerPage, Place


def light_places(like: Place, count: int) -> list[Place]:
    """`count` active places in the region of `like`; each has a container, one page below it, a
    collection and a site."""
    containers = _pages(Page.objects.get(depth=1), like.container, count, ContainerPage)
    homes = [_pages(container, like.site.root_page, 1, Page)[0] for container in containers]
    Page.objects.filter(pk__in=[page.pk for page in containers]).update(numchild=1)
    with connection.cursor() as cursor:
        cursor.executemany(
            f'INSERT INTO "{ContainerPage._meta.db_table}" (page_ptr_id) VALUES (%s)',
            [[page.pk] for page in containers],
        )
    collections = _collections(count)
    sites = Site.objects.bulk_create(
        Site(hostname=f"leicht-{page.pk}.localhost", port=80, root_page=page) for page in homes
    )
    facts = {
        field.attname: getattr(like, field.attname)
        for field in Place._meta.concrete_fields
        if not field.unique and field.attname != "created_at"
    }
    places = []
    rows = zip(containers, collections, sites, strict=True)
    for container, collection, site in rows:
        slug = f"leicht-{container.pk}"
        own = {"slug": slug, "short_name": slug, "official_name": slug, "sort_key": slug}
        own |= {"container_id": container.pk, "collection_id": collection.pk, "site_id": site.pk}
        places.append(Place(**facts | own))
    return Place.objects.bulk_create(places)


def _pages(parent: Page, like: Page, count: int, model) -> list[Page]:
    first = _next_step(Page, parent)
    made = []
    for number in range(first, first + count):
        slug = f"leicht-{number}"
        made.append(
            Page(
                path=Page._get_path(parent.path, parent.depth + 1, number),
                depth=parent.depth + 1,
                title=slug,
                draft_title=slug,
                slug=slug,
                url_path=f"{parent.url_path}{slug}/",
                content_type=ContentType.objects.get_for_model(model),
                locale_id=like.locale_id,
            )
        )
    return Page.objects.bulk_create(made)


def _collections(count: int) -> list[Collection]:
    root = Collection.get_first_root_node()
    first = _next_step(Collection, root)
    steps = range(first, first + count)
    return Collection.objects.bulk_create(
        Collection(path=Collection._get_path(root.path, 2, step), depth=2, name=f"Leicht {step}")
        for step in steps
    )


def _next_step(model, parent) -> int:
    below = model.objects.filter(depth=parent.depth + 1, path__startswith=parent.path)
    last = below.order_by("path").values_list("path", flat=True).last()
    return model._str2int(last[-model.steplen :]) + 1 if last else 1
