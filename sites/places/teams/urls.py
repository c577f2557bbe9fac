"""Addresses of the team. `open_urls` needs no login and stands before Wagtail's own addresses."""

from django.urls import path

from . import history_view, invitation_views, views

open_urls = [path("einladung/<str:token>/", invitation_views.invitation, name="invitation")]


def admin_urls() -> list:
    return [
        path("team/", views.team, name="team"),
        path("team/einladen/", views.invite, name="team_invite"),
        path("team/uebergeben/", views.hand_over, name="team_hand_over"),
        path("team/aufhoeren/", views.leave, name="team_leave"),
        path("team/person/<int:pk>/rolle/", views.member_role, name="team_member_role"),
        path("team/person/<int:pk>/entfernen/", views.member_remove, name="team_member_remove"),
        path(
            "team/einladung/<int:pk>/<slug:name>/", views.invitation_act, name="team_invitation_act"
        ),
        path("team/regeln/", views.editorial_rules, name="editorial_rules"),
        path("verlauf/", history_view.history, name="place_history"),
    ]
