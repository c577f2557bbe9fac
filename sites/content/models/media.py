"""Pictures and files. The place is the collection's place, never a field here."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage


class _OfOurs(models.Model):
    """Wagtail's own Image and Document tables exist as well and have the same names; only the
    reverse accessors must differ."""

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="%(app_label)s_%(class)ss",
        verbose_name=_("hochgeladen von"),
    )

    class Meta:
        abstract = True


def _without_tags(fields) -> tuple[str, ...]:
    """Tags have no place: the suggestions and the filters would be made of everybody's words."""
    return tuple(field for field in fields if field != "tags")


class Image(_OfOurs, AbstractImage):
    """`description` (Wagtail's field) is the text for people who do not see the picture."""

    tags = TaggableManager(blank=True, verbose_name=_("Stichwörter"), related_name="content_images")

    credit = models.CharField(
        _("Wer hat das Bild gemacht?"),
        max_length=200,
        blank=True,
        help_text=_("Zum Beispiel: Foto: Jana Wegner"),
    )

    admin_form_fields = (*_without_tags(WagtailImage.admin_form_fields), "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("Bild")
        verbose_name_plural = _("Bilder")

    def __str__(self) -> str:
        return self.title


class Rendition(AbstractRendition):
    image = models.ForeignKey(Image, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="rendition_once"
            )
        ]


class Document(_OfOurs, AbstractDocument):
    tags = TaggableManager(
        blank=True, verbose_name=_("Stichwörter"), related_name="content_documents"
    )
    admin_form_fields = _without_tags(WagtailDocument.admin_form_fields)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("Dokument")
        verbose_name_plural = _("Dokumente")

    def __str__(self) -> str:
        return self.title
