"""What background work remembers about itself."""

from django.db import models


class JobRun(models.Model):
    """One row per periodic job: the last German calendar day it has done."""

    name = models.CharField(max_length=100, unique=True)
    last_day = models.DateField(null=True)
    finished_at = models.DateTimeField(null=True)
    report = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name = "Lauf einer regelmäßigen Arbeit"
        verbose_name_plural = "Läufe regelmäßiger Arbeiten"

    def __str__(self) -> str:
        return f"{self.name} ({self.last_day})"
