"""Pages that the centre took off the web: nobody publishes them again before it says so."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import PagePermissionTester

from sites.places.models import Place


class PulledPage(models.Model):
    """One row while a page is pulled, gone when it is released; see `content.order`."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="pulled", primary_key=True
    )
    place = models.ForeignKey(Place, null=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField()
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    reason = models.TextField(_("Grund"))

    class Meta:
        verbose_name = _("Zurückgezogene Seite")
        verbose_name_plural = _("Zurückgezogene Seiten")

    def __str__(self) -> str:
        return str(self.page_id)


def pulled_pages(user) -> frozenset[int]:
    """Keys of all pulled pages: few at any time. One query, cached on the user object, which lives
    as long as the request."""
    if not hasattr(user, "_pulled_pages"):
        user._pulled_pages = frozenset(PulledPage.objects.values_list("page_id", flat=True))
    return user._pulled_pages


class OrderlyPermissionTester(PagePermissionTester):
    """A pulled page may be corrected as a draft; publishing or copying it waits for its release,
    also for superusers: the centre releases it first."""

    def can_publish(self):
        return super().can_publish() and self.page.pk not in pulled_pages(self.user)

    def can_copy(self):
        return super().can_copy() and self.page.pk not in pulled_pages(self.user)
