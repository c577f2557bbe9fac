"""File-like addresses of calendars; permanent. They stand before the page tree's catch-all."""

from django.urls import re_path

from . import event_files, feeds

_END = r"(?P<google>\.google)?\.ics$"
_SLUG = r"(?P<slug>[a-z0-9-]+)"

urlpatterns = [
    re_path(rf"^kalender{_END}", feeds.own_feed, name="own_feed"),
    re_path(rf"^kalender/netzwerk{_END}", feeds.network_feed, name="network_feed"),
    re_path(rf"^kalender/ort/{_SLUG}{_END}", feeds.place_feed, name="place_feed"),
    re_path(rf"^kalender/kreis/{_SLUG}{_END}", feeds.district_feed, name="district_feed"),
    re_path(rf"^kalender/land/{_SLUG}{_END}", feeds.state_feed, name="state_feed"),
    re_path(rf"^kalender/thema/{_SLUG}{_END}", feeds.topic_feed, name="topic_feed"),
    re_path(
        rf"^kalender/umkreis/(?P<postcode>[0-9]{{5}})-(?P<km>5|10|25|50){_END}",
        feeds.radius_feed,
        name="radius_feed",
    ),
    re_path(
        r"^kalender/(?P<slug>[\w-]+)/(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})/termin\.ics$",
        event_files.date_file,
        name="date_file",
    ),
    re_path(r"^kalender/(?P<slug>[\w-]+)/termin\.ics$", event_files.event_file, name="event_file"),
]
