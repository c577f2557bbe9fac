"""Review of drafts by the place's own people: one workflow for all places, from the root page."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowTask
from wagtail.signals import workflow_approved

from sites.places import people
from sites.places.policies import lies_in_calendar
from sites.places.roles import ROLES, Reach, Scope
from sites.places.tenants import actions_at, tenant_of_path

from .models import ReviewTask
from .models.review import may_release

NAME = "Freigabe"


@transaction.atomic
def ensure_review_workflow() -> Workflow:
    """The workflow on the root page, made if missing. Can be repeated; about five queries."""
    task = ReviewTask.objects.first() or ReviewTask.objects.create(name=NAME)
    step = WorkflowTask.objects.filter(task=task).select_related("workflow").first()
    if step is None:
        step = WorkflowTask(workflow=Workflow.objects.create(name=NAME), task=task, sort_order=0)
        step.save()
    root = Page.objects.get(depth=1)
    WorkflowPage.objects.update_or_create(page=root, defaults={"workflow": step.workflow})
    return step.workflow


@dataclass(frozen=True)
class Asked:
    people: list
    is_own_team: bool


def reviewers_to_ask(page: Page, *, submitted_by=None) -> Asked:
    """Whom a mail asks to review: the place's own people; if it has none, the Prozessbegleitung of
    the region, else the Netzwerkbüro. At most eight queries."""
    for circle, is_own_team in _circles(page):
        found = people.active(circle)
        if submitted_by:
            found = found.exclude(pk=submitted_by.pk)
        if everybody := list(found):
            return Asked(everybody, is_own_team)
    return Asked([], False)


def _circles(page: Page) -> Iterator[tuple[Q, bool]]:
    tenant = tenant_of_path(page.path)
    in_calendar = lies_in_calendar(page)
    for scope in Scope if tenant else ():
        roles = [
            role
            for role, rule in ROLES.items()
            if rule.scope == scope
            and not rule.all_places
            and "publish" in actions_at(rule, tenant)
            and (in_calendar or rule.reach == Reach.SITE)
        ]
        yield Q(memberships__role__in=roles) & people.reaching(tenant), scope != Scope.REGION
    central = [role for role, rule in ROLES.items() if rule.all_places]
    yield Q(memberships__role__in=central), False
    yield Q(is_superuser=True), False


def end_when_published(page: Page, revision) -> None:
    """Publishing is releasing: a review that still runs ends well. One query if there is none."""
    state = page.workflow_states.active().select_related("current_task_state").first()
    if state is None:
        return
    publisher = revision.user if revision and revision.user else None
    if publisher and not may_release(page, publisher):
        publisher = None  # somebody published what the author had saved
    task_state = state.current_task_state
    if task_state and task_state.status == task_state.STATUS_IN_PROGRESS:
        task_state.approve(user=publisher, update=False)
    state.status = state.STATUS_APPROVED
    state.save()
    workflow_approved.send(sender=type(state), instance=state, user=publisher)


def end_when_binned(page: Page, *, user=None) -> None:
    """Nobody reviews what lies in the bin. One query if there is no review."""
    for state in page.workflow_states.active():
        state.cancel(user=user)
