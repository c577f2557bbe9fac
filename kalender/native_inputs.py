"""Inputs for a day and a time of day: the browser's own.

Wagtail's picker replaces what it does not understand by today or now, without a word; these leave
it empty or send it to the server, which says what is wrong.
"""

from django import forms


class DayInput(forms.DateInput):
    """`<input type="date">`; its bounds keep the year at four digits."""

    input_type = "date"

    def __init__(self, attrs=None):
        bounds = {"min": "1990-01-01", "max": "2100-12-31"}
        super().__init__({**bounds, **(attrs or {})}, format="%Y-%m-%d")


class TimeOfDayInput(forms.TimeInput):
    """`<input type="time">`, in minutes."""

    input_type = "time"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%H:%M")
