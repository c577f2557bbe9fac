"""A document is served on the host of its own place only, or everywhere if it is the network's.

Its place is that of its collection. What lies in a collection of nobody is served nowhere.
"""

from django.db.models import Q
from django.http import Http404
from wagtail.models import Collection


def only_on_its_own_host(document, request) -> None:
    """`before_serve_document`: 404 on the host of another place. Two queries."""
    whose = Q(network__isnull=False)
    if request.place:
        whose |= Q(place=request.place)
    served_here = Collection.objects.filter(whose).values_list("path", flat=True)
    if not document.collection.path.startswith(tuple(served_here)):
        raise Http404
