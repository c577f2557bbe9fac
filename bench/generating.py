"""A network of so many places. What is there stays: a second call completes, or does nothing."""

import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice

from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.db import connection, transaction
from django.db.models import Count
from wagtail.models import Collection, Page

from kalender.models import DayCount, Occurrence
from kalender.scheduling.counts import NOT_COUNTED
from sites.accounts.models import User
from sites.places import hosts, postcodes
from sites.places.models import Membership, Place
from sites.places.roles import Role
from sites.places.slugs import slugify_german

from . import copying
from .models_of_place import Rows, rows_of
from .originals import NAMES, ensure_network, ensure_original

CHUNK = 500
# The first hundred places lie in one Land: they are the facilitator's.
FACILITATED = 100
FACILITATED_STATE = "14"
FACILITATOR = "facilitator@netz.example"
OFFICE = "office@netz.example"


def generate(size: int, say: Callable[[str], None] = print) -> None:
    begun = time.monotonic()
    ensure_network()
    _ensure_accounts()
    copying.prepare()
    chosen = list(islice(_positions(), size))
    for number in range(min(size, len(NAMES))):
        ensure_original(number, chosen[number].code)
    originals = _originals()
    rows = {}
    while (done := len(originals) + copying.copies_made()) < size:
        rows = rows or {original: rows_of(original) for original in originals}
        _copy_chunk(done, chosen[done : done + CHUNK], rows)
        rate = f"{time.monotonic() - begun:.0f} s"
        say(f"{min(size, done + CHUNK)} of {size} places ({rate})")
    if rows:
        _count_days()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _originals() -> list[Place]:
    slugs = [name.lower() for name in NAMES]
    found = Place.objects.filter(slug__in=slugs).order_by("slug")
    return list(found.select_related("container", "site", "collection"))


def _positions() -> Iterator[postcodes.Postcode]:
    """All over Germany, the first hundred in the facilitator's Land; the same in every run."""
    rows = sorted(postcodes.rows(), key=lambda row: row.code[::-1])
    hers = [row for row in rows if row.district_key.startswith(FACILITATED_STATE)]
    others = [row for row in rows if not row.district_key.startswith(FACILITATED_STATE)]
    yield from hers[:FACILITATED]
    yield from cycle(others)


@transaction.atomic
def _copy_chunk(done: int, chosen: list[postcodes.Postcode], rows: dict[Place, Rows]) -> None:
    """All or nothing; the rows of `bench_copy` say which copies exist."""
    copies = list(_assigned(done, chosen, list(rows)))
    copying.note(copies)
    for original, whole in rows.items():
        copying.copy(original, whole, copies[0][0], copies[-1][0])
    for tree in (Page, Collection):
        top = tree.objects.filter(depth=1)
        top.update(numchild=tree.objects.filter(depth=2).count())
    copying.reset_sequences({model for whole in rows.values() for model in whole})


def _assigned(done: int, chosen, originals) -> Iterator[tuple]:
    page_step, collection_step = _last_step(Page), _last_step(Collection)
    for count, row in enumerate(chosen, start=1):
        k = done + count
        name = f"{row.places[0][:30]} {k}"
        yield (
            k, originals[k % len(originals)].pk, slugify_german(name), name, hosts.sort_key(name),
            _path(Page, page_step + count), _path(Collection, collection_step + count),
            row.code, row.district_key[:2], row.district_key, row.latitude, row.longitude,
        )  # fmt: skip


def _last_step(tree) -> int:
    last = tree.objects.filter(depth=2).order_by("path").last()
    return tree._str2int(last.path[-tree.steplen :])


def _path(tree, step: int) -> str:
    return tree._get_path(tree.get_first_root_node().path, 2, step)


def _ensure_accounts() -> None:
    for mail, role, region in (
        (FACILITATOR, Role.FACILITATOR, FACILITATED_STATE),
        (OFFICE, Role.NETWORK_OFFICE, ""),
    ):
        user = User.objects.filter(email=mail).first() or User.objects.create_user(mail, None)
        Membership.objects.get_or_create(user=user, role=role, region_key=region)
        if not user.authenticator_set.exists():
            TOTP.activate(user, generate_totp_secret())


@transaction.atomic
def _count_days() -> None:
    """As `kalender.scheduling` counts them, for all days at once."""
    DayCount.objects.all().delete()
    cell = ("first_day", "state_key", "district_key")
    counted = Occurrence.objects.filter(shared=True).exclude(status__in=NOT_COUNTED)
    rows = counted.order_by().values_list(*cell).annotate(n=Count("pk"))
    DayCount.objects.bulk_create(
        (DayCount(day=day, state_key=state, district_key=district, count=n)
         for day, state, district, n in rows.iterator()),
        batch_size=2000,
    )  # fmt: skip
