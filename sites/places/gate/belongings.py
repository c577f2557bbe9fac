"""Object rules for what hangs on something: a revision, a task, an upload, an editing session."""

from django.apps import apps
from django.http import HttpRequest
from wagtail.admin.models import EditingSession
from wagtail.models import Page, Revision, TaskState, UploadedFile, WorkflowState

from sites.places.tenants import Tenant

from .objects import keys_of, pages_in_reach
from .rules import ObjectRule

# Words that Wagtail takes in place of a revision's key.
NAMED_REVISIONS = {"live", "earliest", "latest"}


def revisions(*names: str, of: str) -> ObjectRule:
    """These revisions are the page's own."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        wanted = keys_of(kwargs[name] for name in names if str(kwargs[name]) not in NAMED_REVISIONS)
        if wanted is None:
            return False
        own = Revision.objects.filter(
            pk__in=wanted,
            object_id=str(kwargs[of]),
            base_content_type__app_label=Page._meta.app_label,
            base_content_type__model=Page._meta.model_name,
        )
        return own.count() == len(wanted)

    return rule


def task_state(name: str, *, of: str) -> ObjectRule:
    """The task is one of the page's own workflow."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        states = TaskState.objects.filter(workflow_state__in=_workflow_states(kwargs[of]))
        return states.filter(pk=kwargs[name]).exists()

    return rule


def task(name: str, *, of: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> bool:
        states = TaskState.objects.filter(workflow_state__in=_workflow_states(kwargs[of]))
        return states.filter(task_id=kwargs[name]).exists()

    return rule


def workflow_state(name: str, *, of: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> bool:
        return _workflow_states(kwargs[of]).filter(pk=kwargs[name]).exists()

    return rule


def _workflow_states(page_key):
    return WorkflowState.objects.filter(
        object_id=str(page_key),
        base_content_type__app_label=Page._meta.app_label,
        base_content_type__model=Page._meta.model_name,
    )


def own_upload(name: str) -> ObjectRule:
    """A file that waits for its title belongs to who uploaded it."""

    def rule(request: HttpRequest, kwargs: dict) -> bool:
        return UploadedFile.objects.filter(pk=kwargs[name], uploaded_by_user=request.user).exists()

    return rule


def own_editing_session(name: str) -> ObjectRule:
    def rule(request: HttpRequest, kwargs: dict) -> bool:
        return EditingSession.objects.filter(pk=kwargs[name], user=request.user).exists()

    return rule


def edited_object(name: str) -> ObjectRule:
    """What an editing session is about: a page in reach. Nothing else is edited in sessions."""

    def rule(request: HttpRequest, kwargs: dict) -> Tenant | bool:
        try:
            model = apps.get_model(kwargs["app_label"], kwargs["model_name"])
        except LookupError:
            return False
        return issubclass(model, Page) and pages_in_reach(request, [kwargs[name]])

    return rule
