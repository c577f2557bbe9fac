"""The order of the event form: five questions first, everything else under "Mehr"."""

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel


def event_panels() -> list:
    return [
        FieldPanel(
            "title", heading="Was?", help_text="Kurz, wie auf einem Plakat: Bürgertisch im Rathaus"
        ),
        MultiFieldPanel(
            [
                FieldPanel("start_date"),
                FieldRowPanel([FieldPanel("start_time"), FieldPanel("end_time")]),
                FieldRowPanel([FieldPanel("open_end"), FieldPanel("all_day")]),
                FieldPanel("end_date"),
                FieldPanel("repeat"),
                FieldPanel("repeat_weeks"),
                FieldRowPanel([FieldPanel("repeat_until"), FieldPanel("repeat_count")]),
                FieldPanel("repeat_dates"),
            ],
            heading="Wann?",
        ),
        MultiFieldPanel(
            [
                FieldPanel("venue_name", heading="Name des Ortes"),
                FieldPanel("venue_street"),
                FieldRowPanel([FieldPanel("venue_postcode"), FieldPanel("venue_town")]),
                FieldPanel("online_url"),
            ],
            heading="Wo?",
        ),
        MultiFieldPanel([FieldPanel("teaser"), FieldPanel("body")], heading="Worum geht es?"),
        FieldPanel("image", heading="Bild"),
        FieldPanel("reach"),
        MultiFieldPanel(
            [
                FieldPanel("registration"),
                FieldPanel("registration_url"),
                FieldPanel("registration_contact"),
                FieldPanel("registration_until"),
                FieldPanel("price"),
                FieldPanel("access"),
                FieldPanel("topics"),
                FieldPanel("organiser"),
                FieldPanel("contact"),
            ],
            heading="Mehr",
            classname="collapsed",
        ),
    ]
