"""The demo's pictures as rows of `content.Image`, each file stored once for the whole network."""

from hashlib import sha1
from io import BytesIO
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image as PictureFile

from sites.content.models import Image
from sites.places.models import Network

from .ledger import Ledger
from .pictures.catalogue import PictureEntry, load_catalogue, motif_pictures, town_pictures
from .repertoire import number
from .words import PlaceWords

FOLDER = "original_images"


class Gallery:
    """Pictures by what they show. A picture that somebody deleted is None from then on."""

    def __init__(self) -> None:
        files = {entry.file for entry in load_catalogue()}
        self._images = {
            PurePosixPath(image.file.name).name: image
            for image in Image.objects.all()
            if PurePosixPath(image.file.name).name in files
        }
        self._turns: dict[tuple[str, str], int] = {}

    def _image(self, entry: PictureEntry) -> Image | None:
        return self._images.get(entry.file)

    def motif(self, name: str, *parts: str) -> Image | None:
        """One of the colourings of a motif, always the same for the same `parts`."""
        found = motif_pictures(name)
        return self._image(found[number(*parts) % len(found)]) if found else None

    def of_place(self, place: PlaceWords, places: tuple[PlaceWords, ...]) -> Image | None:
        """A showcase has a picture of its own; other places of one landscape take turns."""
        own = [e for e in load_catalogue() if (e.kind, e.key) == ("showcase", place.slug)]
        if own:
            return self._image(own[0])
        alike = [
            other.slug
            for other in places
            if (other.landscape, other.landmark) == (place.landscape, place.landmark)
        ]
        found = town_pictures(place.landscape, place.landmark)
        return self._image(found[alike.index(place.slug) % len(found)])


def hang_pictures(ledger: Ledger, network: Network) -> int:
    """Store the shipped files that are not stored yet; how many. About 10 ms each."""
    return sum(
        ledger.once(f"picture/{entry.file}", lambda entry=entry: _hang(entry, network))
        for entry in load_catalogue()
        if entry.path.exists()
    )


def _hang(entry: PictureEntry, network: Network) -> None:
    name = f"{FOLDER}/{entry.file}"
    if default_storage.exists(name) and not Image.objects.filter(file=name).exists():
        default_storage.delete(name)  # left over from a start that was cut short
    data = entry.path.read_bytes()
    with PictureFile.open(BytesIO(data)) as picture:
        width, height = picture.size  # from the header, without decoding it
    # Everything is given, so that Wagtail opens no file: that would cost 40 ms each.
    Image.objects.create(
        title=entry.title,
        description=entry.alt,
        credit=entry.credit,
        collection_id=network.collection_id,
        file=default_storage.save(name, ContentFile(data)),
        width=width,
        height=height,
        file_size=len(data),
        file_hash=sha1(data, usedforsecurity=False).hexdigest(),
    )
