"""File-like addresses of calendars; permanent. They stand before the page tree's catch-all."""

urlpatterns: list = []
