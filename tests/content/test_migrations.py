"""What migrations do to a network that has been running for a while."""

from importlib import import_module

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from wagtail.models import Task, Workflow, WorkflowPage

from sites.content.models import ReviewTask

pytestmark = pytest.mark.django_db
REVIEW = ("content", "0005_review_workflow")


@pytest.fixture
def make_review():
    """The step of the migration, with the models as they were then."""
    then = MigrationExecutor(connection).loader.project_state(REVIEW).apps
    step = import_module("sites.content.migrations.0005_review_workflow").make_review
    return lambda: step(then, None)


def test_a_network_from_before_gets_its_review(goerlitz, make_review):
    WorkflowPage.objects.all().delete()
    Workflow.objects.all().delete()
    Task.objects.all().delete()
    home = goerlitz.site.root_page
    assert home.get_workflow() is None
    for _again in range(2):
        make_review()
    assert [str(workflow) for workflow in Workflow.objects.all()] == ["Freigabe"]
    [task] = home.get_workflow().tasks
    assert type(task.specific) is ReviewTask
    assert task.content_type == ContentType.objects.get_for_model(ReviewTask)
    assert task.active
    assert WorkflowPage.objects.get().page.depth == 1


def test_where_no_network_is_there_is_nothing_to_review(db, make_review):
    assert not apps.get_model("places.Network").objects.exists()
    make_review()
    assert not Workflow.objects.exists()
