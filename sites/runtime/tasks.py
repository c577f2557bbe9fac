"""Work after the response goes through one door: `enqueue`.

The backend is django-tasks (`TASKS`): immediate in demo and tests, a queue in production later.
Tasks must be idempotent: a worker that dies may leave one half done.
"""

from typing import Any

from django.db import transaction
from django_tasks.base import Task


def enqueue(task: Task, *args: Any, **kwargs: Any) -> None:
    """Run `task` once the current transaction is committed; arguments must be JSON."""
    transaction.on_commit(lambda: task.enqueue(*args, **kwargs))
