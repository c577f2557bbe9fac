"""Registrations only."""

from wagtail import hooks

from . import viewsets


@hooks.register("register_admin_viewset")
def responsible_bodies():
    return viewsets.ResponsibleBodyViewSet("responsible_bodies")
