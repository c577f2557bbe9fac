"""Pictures for the example network, drawn by program: paper cuts, overprints, maps.

Nothing here needs Django. Drawing costs about three seconds a picture; the drawn files are
shipped in ``files/``, so only someone who changes a drawing ever has to run this room.
"""

from .catalogue import PictureEntry, load_catalogue, town_pictures
from .studio import draw_all

__all__ = ["PictureEntry", "draw_all", "load_catalogue", "town_pictures"]
