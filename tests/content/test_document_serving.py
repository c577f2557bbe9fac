"""A document is an answer of its own place, not of every host that knows its number."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection

from sites.content.models import Document
from sites.places.models import Network

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(settings, tmp_path):
    """document(collection) → a stored file in it."""
    settings.MEDIA_ROOT = tmp_path

    def make(collection) -> Document:
        return Document.objects.create(
            title="Protokoll", collection=collection, file=ContentFile(b"Inhalt", "protokoll.txt")
        )

    return make


def test_a_document_is_served_on_the_host_of_its_own_place_only(goerlitz, leer, document, public):
    for collection in (goerlitz.collection, goerlitz.collection.add_child(name="Protokolle")):
        url = document(collection).url
        answer = public(goerlitz, url)
        assert (answer.status_code, answer.getvalue()) == (200, b"Inhalt")
        assert public(leer, url).status_code == 404
        assert public(None, url).status_code == 404


def test_a_document_of_the_network_is_served_everywhere(goerlitz, network, document, public):
    url = document(Network.get().collection).url
    for place in (goerlitz, None):
        assert public(place, url).getvalue() == b"Inhalt"


def test_what_belongs_to_nobody_is_served_nowhere(goerlitz, document, public):
    url = document(Collection.get_first_root_node()).url
    assert public(goerlitz, url).status_code == 404
    assert public(None, url).status_code == 404
