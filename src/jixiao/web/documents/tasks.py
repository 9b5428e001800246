"""What the worker does for documents."""

from typing import Final

from django_tasks import task
from django_tasks.base import TaskContext

from jixiao.web.documents.checking import check, give_up

ATTEMPTS: Final = 3


@task(takes_context=True)
def check_version(context: TaskContext, pk: int) -> None:
    """Check a version; one of which worker after worker died is left alone."""
    if context.attempt > ATTEMPTS:
        give_up(pk)
    else:
        check(pk)
