"""The demo's host names follow BASE_DOMAIN, and its calendars the address as a whole."""

from django.conf import settings

from kalender import scheduling
from ortsseiten.provisioning import change_host
from sites.places import hosts
from sites.places.models import Network, Place

from .progress import Say


def follow_settings(say: Say) -> None:
    """After BASE_DOMAIN, PORT or scheme changed since the last start: move the sites that lie
    below the old domain, and render every calendar entry again. Two queries when nothing did."""
    network = Network.objects.select_related("site").first()
    if network is None:
        return
    old, new = network.site.hostname, hosts.normalise(settings.BASE_DOMAIN)
    if old != new:
        say(f"Die Adresse des Netzwerks war {old} und ist jetzt {new}: alle Orte ziehen um …")
        network.site.hostname = new
        network.site.save()
        for place in Place.objects.select_related("site").filter(site__isnull=False):
            if place.site.hostname == f"{place.slug}.{old}":
                change_host(place=place, hostname=hosts.place_host(place.slug))
    if changed := scheduling.follow_address():
        say(f"Neue Adresse in {changed} Terminen eingetragen")
