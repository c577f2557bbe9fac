"""Fixtures of a small real network, made by the same provisioning as everywhere else.

`network`, `goerlitz` and `leer` are provisioned once per worker and put in again for each test
(tests.replay); what `make_place` makes is provisioned when it is called.
"""

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.cache import cache

from home.provisioning import create_network
from ortsseiten.provisioning import PlaceFacts, create_local_site
from sites.accounts import second_factor
from sites.accounts.models import User
from sites.places.models import Membership, Network, Place
from tests.replay import provide

BODY = {
    "name": "Bürgernetzwerk Trägerverein",
    "street": "Musterweg 5",
    "postcode": "10117",
    "town": "Berlin",
    "represented_by": "Karin Ahlers, Vorsitz",
    "mail": "post@netz.example",
    "phone": "030 23125-100",
}

# What provisioning hands over along with a network or a place.
PARTS = ("site__root_page", "container", "collection", "responsible_body")


@pytest.fixture(autouse=True)
def empty_cache():
    """Wagtail keeps site tables in the cache; a test must not see the last one's."""
    cache.clear()


@pytest.fixture
def network(db):
    provide(
        "network",
        lambda: create_network(responsible_body=BODY, contact_mail="post@netz.example"),
    )
    return Network.objects.select_related(*PARTS).get()


@pytest.fixture
def make_place(network):
    """make_place("Görlitz", "02826") → an active place of its own."""

    def make(name: str, postcode: str, *, status=Place.Status.ACTIVE, **facts) -> Place:
        return create_local_site(
            PlaceFacts(official_name=name, postcode=postcode, **facts), status=status
        )

    return make


@pytest.fixture
def goerlitz(network):
    return _place("Görlitz", "02826", contact_mail="goerlitz@netz.example")


@pytest.fixture
def leer(network):
    return _place("Leer (Ostfriesland)", "26789", short_name="Leer")


def _place(name: str, postcode: str, **facts) -> Place:
    """An active place as it stands in the database: a new instance for each test."""
    wanted = PlaceFacts(official_name=name, postcode=postcode, **facts)
    provide(wanted, lambda: create_local_site(wanted, status=Place.Status.ACTIVE))
    return Place.objects.select_related(*PARTS).get(official_name=name)


@pytest.fixture
def make_member(db):
    """make_member("coordination", place) → a user with that role."""

    def make(role: str, place: Place | None = None, *, region_key: str = "") -> User:
        where = place.slug if place else region_key or "netz"
        user = User.objects.create_user(f"{where}.{role}@netz.example", "ein-passwort")
        Membership.objects.create(user=user, role=role, place=place, region_key=region_key)
        return user

    return make


@pytest.fixture
def superuser(db):
    return User.objects.create_superuser("admin@netz.example", "ein-passwort")


@pytest.fixture
def public(client):
    """public(place_or_None, "/pfad/") → GET on the host of the place, or of the network."""

    def get(place, path="/", **headers):
        host = place.site.hostname if place else "localhost"
        return client.get(path, headers={"host": host, **headers})

    return get


def with_second_factor(user: User) -> User:
    """Give the account what its role demands: without, the editing side leads to the set-up."""
    asked = User.objects.get(pk=user.pk)  # nothing shall be cached on the test's own object
    if second_factor.is_required_of(asked) and not second_factor.has_one(asked):
        TOTP.activate(user, generate_totp_secret())
    return user


@pytest.fixture
def editing(client):
    """editing(user) → a client logged in on the editing host, with a second factor where the role
    demands one."""

    def login(user):
        with_second_factor(user)
        client.defaults["HTTP_HOST"] = "redaktion.localhost"
        client.force_login(user, backend="sites.accounts.backends.EmailBackend")
        return client

    return login
