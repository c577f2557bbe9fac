"""Topics: what an event, a post or a project is about, across all places."""

from django.conf import settings
from django.db import models
from django.db.models import ProtectedError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel


class Topic(ClusterableModel):
    """Language-neutral; the slug is permanent, for feed addresses are built from it. Edited by the
    network's staff only."""

    slug = models.SlugField(
        _("Kurzadresse"),
        unique=True,
        help_text=_("Wird einmal vergeben und ändert sich nie: Kalender-Adressen enthalten sie."),
    )

    panels = [FieldPanel("slug"), InlinePanel("names", label=_("Name"), min_num=1)]

    class Meta:
        verbose_name = _("Thema")
        verbose_name_plural = _("Themen")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        """The slug stays: feed addresses are built from it (one query)."""
        if self.pk and (slug := Topic.objects.filter(pk=self.pk).values_list("slug").first()):
            self.slug = slug[0]
        return super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        """A topic is never deleted: people have subscribed to it, and its events carry it."""
        raise ProtectedError(_("Ein Thema bleibt."), {self})

    @property
    def name(self) -> str:
        """The name in the active language, else in German. Prefetch `names` in lists."""
        names = {row.language: row.name for row in self.names.all()}
        return names.get(get_language()) or names.get(settings.LANGUAGE_CODE) or self.slug


class TopicName(models.Model):
    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="names")
    language = models.CharField(
        _("Sprache"), max_length=12, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    name = models.CharField(_("Name"), max_length=80)

    class Meta:
        verbose_name = _("Name eines Themas")
        verbose_name_plural = _("Namen eines Themas")
        constraints = [
            models.UniqueConstraint(fields=["topic", "language"], name="topic_name_per_language")
        ]

    def __str__(self) -> str:
        return self.name
