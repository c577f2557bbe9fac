"""What the demo remembers about itself."""

from django.db import models

from sites.runtime import clock


class DemoItem(models.Model):
    """One row per thing the demo has made: a place, a page, an account. What has a row is never
    made again and never touched, whatever people did with it since."""

    key = models.CharField(max_length=200, unique=True)
    made_at = models.DateTimeField(default=clock.now)

    class Meta:
        verbose_name = "Gebautes des Beispielnetzes"
        verbose_name_plural = "Gebautes des Beispielnetzes"

    def __str__(self) -> str:
        return self.key
