"""Mails about drafts: to those who review, and back to those who wrote."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from sites.places import hosts
from sites.places.models import Network
from sites.places.tenants import tenant_of_path
from sites.runtime import mails

from .models import ReviewTask
from .review import reviewers_to_ask


def connect() -> None:
    """Under the names of Wagtail's own notifiers, which are connected after us and so are not
    connected at all: a signal keeps one receiver for each name."""
    task_submitted.connect(
        _submitted,
        sender=TaskState,
        dispatch_uid="group_approval_task_submitted_email_notification",
    )
    workflow_approved.connect(
        _approved,
        sender=WorkflowState,
        dispatch_uid="workflow_state_approved_email_notification",
    )
    workflow_rejected.connect(
        _rejected,
        sender=WorkflowState,
        dispatch_uid="workflow_state_rejected_email_notification",
    )


def _submitted(sender, instance, user=None, **kwargs) -> None:
    if isinstance(instance.task.specific, ReviewTask):
        ask_for_review(instance, by=user)


def _approved(sender, instance, user=None, **kwargs) -> None:
    answer(instance, "freigegeben", _("Freigegeben: %s"), by=user)


def _rejected(sender, instance, user=None, **kwargs) -> None:
    answer(instance, "aenderungen", _("Änderungen erbeten: %s"), by=user)


def ask_for_review(task_state: TaskState, *, by) -> None:
    page = task_state.workflow_state.content_object.specific
    asked = reviewers_to_ask(page, submitted_by=by)
    facts = _facts(page)
    mails.send(
        "content/mails/bitte_um_freigabe.txt",
        to=[user.email for user in asked.people],
        subject=_("Bitte um Freigabe: %s") % facts["title"],
        context={**facts, "author": _name(by), "is_own_team": asked.is_own_team},
    )


def answer(state: WorkflowState, template: str, subject: str, *, by) -> None:
    """Tell whoever asked for the review, unless it was their own doing."""
    author = state.requested_by
    if author is None or author == by or not author.is_active:
        return
    page = state.content_object.specific
    facts = _facts(page)
    task_state = state.current_task_state
    mails.send(
        f"content/mails/{template}.txt",
        to=[author.email],
        subject=subject % facts["title"],
        context={
            **facts,
            "name": _name(author),
            "by": _name(by) or _("Die Redaktion"),
            "comment": task_state.comment if task_state else "",
            "public_url": page.full_url if page.live else "",
        },
    )


def _facts(page: Page) -> dict:
    network = Network.get()
    return {
        "title": page.get_admin_display_title(),
        "tenant": str(tenant_of_path(page.path) or network),
        "form_url": hosts.editing_url(reverse("wagtailadmin_pages:edit", args=[page.pk])),
        "network": network,
    }


def _name(user) -> str:
    return (user.get_full_name() or user.email) if user else ""
