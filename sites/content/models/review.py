"""The one step of the shared workflow "Freigabe"."""

from django.db.models import Exists, IntegerField, OuterRef
from django.db.models.functions import Cast
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.locks import WorkflowLock
from wagtail.models import Page, Task, TaskState
from wagtail.permissions import policy_registry

from sites.places.current import FEW
from sites.places.tenants import territory_of


class ReviewLock(WorkflowLock):
    """What is handed in stays as it is until it comes back: released is what was looked at."""

    def get_message(self, user):
        if not self.for_user(user):
            return None
        return gettext(
            "Diese Seite liegt bei der Redaktion. Sie bekommen eine Mail, sobald sie freigegeben "
            "ist oder Sie etwas ändern sollen. Möchten Sie gleich weiterschreiben, dann nehmen "
            "Sie die Einreichung zurück."
        )

    def get_locked_by(self, user, can_lock=False):
        return gettext("In der Redaktion")

    def get_description(self, user, can_lock=False):
        return gettext("Bis zur Freigabe ändert nur die Redaktion diese Seite.")


class ReviewTask(Task):
    """Reviewers of a page are the people who may publish it in its place: nothing to configure,
    one row for all places."""

    class Meta:
        verbose_name = _("Freigabe")
        verbose_name_plural = _("Freigaben")

    lock_class = ReviewLock

    def locked_for_user(self, obj, user):
        """Only reviewers write until it comes back: nothing goes live that none of them saw."""
        return not may_release(obj, user)

    def get_actions(self, obj, user):
        if not may_release(obj, user):
            return []
        return [
            ("reject", _("Um Änderungen bitten"), True),
            ("approve", _("Freigeben"), False),
            ("approve", _("Freigeben mit Nachricht"), True),
        ]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """What waits in the places of this person; those with many see the current one's."""
        policy = policy_registry.get_by_type(Page)
        territory = territory_of(user)
        if territory.everything or len(territory.tenants) > FEW:
            pages = policy.instances_user_has_permission_for(user, "publish")
        else:
            pages = policy.instances_anywhere(user, {"publish"})
        key = Cast(OuterRef("workflow_state__object_id"), IntegerField())
        return TaskState.objects.filter(
            Exists(pages.filter(pk=key)), task=self, status=TaskState.STATUS_IN_PROGRESS
        )

    @classmethod
    def get_description(cls):
        return gettext("Wer am Ort veröffentlicht, gibt frei.")


def may_release(page: Page, user) -> bool:
    return page.specific.permissions_for_user(user).can_publish()
