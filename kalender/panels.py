"""The order of the event form: five questions first, everything else under "Mehr"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from kalender.native_inputs import DayInput, TimeOfDayInput


def event_panels() -> list:
    return [
        FieldPanel(
            "title",
            heading=_("Was?"),
            help_text=_("Kurz, wie auf einem Plakat: Bürgertisch im Rathaus"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("start_date", widget=DayInput),
                FieldRowPanel(
                    [
                        FieldPanel("start_time", widget=TimeOfDayInput),
                        FieldPanel("end_time", widget=TimeOfDayInput),
                    ]
                ),
                FieldRowPanel([FieldPanel("open_end"), FieldPanel("all_day")]),
                FieldPanel("end_date", widget=DayInput),
                FieldPanel("repeat"),
                FieldPanel("repeat_weeks"),
                FieldRowPanel([FieldPanel("repeat_until"), FieldPanel("repeat_count")]),
                FieldPanel("repeat_dates"),
            ],
            heading=_("Wann?"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("venue_name", heading=_("Name des Ortes")),
                FieldPanel("venue_street"),
                FieldRowPanel([FieldPanel("venue_postcode"), FieldPanel("venue_town")]),
                FieldPanel("online_url"),
            ],
            heading=_("Wo?"),
        ),
        MultiFieldPanel([FieldPanel("teaser"), FieldPanel("body")], heading=_("Worum geht es?")),
        FieldPanel("image", heading=_("Bild")),
        FieldPanel("reach"),
        MultiFieldPanel(
            [
                FieldPanel("registration"),
                FieldPanel("registration_url"),
                FieldPanel("registration_contact"),
                FieldPanel("registration_until", widget=DayInput),
                FieldPanel("price"),
                FieldPanel("access"),
                FieldPanel("topics"),
                FieldPanel("organiser"),
                FieldPanel("contact"),
            ],
            heading=_("Mehr"),
            classname="collapsed",
        ),
    ]
