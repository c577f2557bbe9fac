"""Addresses and who may ask for them. What a posted key names is checked by the views."""

from django.urls import path

from sites.places import gate

from . import views

GATE_RULES = {
    "switch_place": gate.allow(),
    "look_as": gate.allow(),
    "look_end": gate.allow(),
    "settings_here": gate.allow(),
}


def admin_urls() -> list:
    return [
        path("ort-wechseln/", views.switch_place, name="switch_place"),
        path("ansicht/", views.look_as, name="look_as"),
        path("ansicht/beenden/", views.look_end, name="look_end"),
    ]


def settings_urls() -> list:
    """Registered before Wagtail's own, see `settings_here`."""
    return [
        path(
            "settings/<slug:app_name>/<slug:model_name>/", views.settings_here, name="settings_here"
        )
    ]
