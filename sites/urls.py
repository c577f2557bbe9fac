"""All addresses. The host middleware decides which part a host may reach: the editing side lives
below /redaktion/ on ADMIN_HOST only, everything else on public hosts only."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.contrib.sitemaps.views import sitemap
from wagtail.documents import urls as wagtaildocs_urls

from kalender import urls as kalender_urls
from sites.accounts import urls as account_urls
from sites.content import public_views
from sites.places.own_only import page_chooser
from sites.places.teams import urls as team_urls

urlpatterns = [
    # Wagtail's editing API would delete, copy and convert without the bin; nothing of ours uses it.
    path("redaktion/api/main/pages/<int:pk>/action/<str:action>/", public_views.closed),
    path("redaktion/", include(account_urls)),
    path("redaktion/", include(team_urls.open_urls)),
    # Before Wagtail's: that one begins at the root of all places.
    path("redaktion/choose-page/", page_chooser.browse, name="wagtailadmin_choose_page"),
    path("redaktion/", include(wagtailadmin_urls)),
    path("dokumente/", include(wagtaildocs_urls)),
    path("robots.txt", public_views.robots),
    path("sitemap.xml", sitemap),
    path("", include(kalender_urls)),
]
if settings.SERVE_MEDIA:
    urlpatterns.append(
        path("media/<path:path>", serve, kwargs={"document_root": settings.MEDIA_ROOT})
    )

urlpatterns += i18n_patterns(path("", include(wagtail_urls)), prefix_default_language=False)

handler404 = "sites.content.public_views.not_found"
handler500 = "sites.content.public_views.server_error"
