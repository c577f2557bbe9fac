"""What was done in a place and by whom: the history that the place's own team reads."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .place import Place


class HistoryEntry(models.Model):
    """One act, written by `history.record` and never changed; only an edit that goes on for a
    while stays one entry, see `teams.helping_hands`.

    `actor_name` is kept beside the key: the sentence still names the person when the account is
    gone. `place` is null for acts about the network itself.
    """

    place = models.ForeignKey(
        Place, null=True, blank=True, on_delete=models.CASCADE, related_name="history"
    )
    at = models.DateTimeField(_("Wann"))
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    actor_name = models.CharField(_("Wer"), max_length=160, blank=True)
    what = models.CharField(max_length=40)  # "<thing>.<verb>", for programs: "team.invited"
    subject_id = models.BigIntegerField(null=True)  # the page of "page.…"; it may be gone
    sentence = models.CharField(_("Was"), max_length=300)  # German, for people
    reason = models.TextField(_("Grund"), blank=True)

    class Meta:
        verbose_name = _("Eintrag im Verlauf")
        verbose_name_plural = _("Verlauf")
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["place", "-at"], name="history_of_place")]

    def __str__(self) -> str:
        return self.sentence
