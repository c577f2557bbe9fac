from django.db import migrations

NAME = "Freigabe"


def make_review(apps, schema_editor):
    """Where the network was there before its review: 0003 took the old workflow away, and
    `create_network` makes the new one only for networks that it makes itself."""
    if not apps.get_model("places", "Network").objects.exists():
        return
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label="content", model="reviewtask"
    )
    tasks = apps.get_model("content", "ReviewTask").objects
    task = tasks.first() or tasks.create(name=NAME, content_type=content_type)
    steps = apps.get_model("wagtailcore", "WorkflowTask").objects
    step = steps.filter(task_id=task.pk).first()
    if step is None:
        workflow = apps.get_model("wagtailcore", "Workflow").objects.create(name=NAME)
        step = steps.create(workflow_id=workflow.pk, task_id=task.pk, sort_order=0)
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    apps.get_model("wagtailcore", "WorkflowPage").objects.update_or_create(
        page_id=root.pk, defaults={"workflow_id": step.workflow_id}
    )


class Migration(migrations.Migration):

    dependencies = [
        ("content", "0004_page_indexes"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("places", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(make_review, migrations.RunPython.noop)]
