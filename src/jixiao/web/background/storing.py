"""Which workers live, and the tasks of those that died: they go back to the queue."""

from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from jixiao.web.background.models import Beat

SILENCE: Final = timedelta(seconds=20)
"""A worker that was not heard of for so long is dead, or as good as dead."""


def beat(worker: str, now: datetime | None = None) -> None:
    """Say that a worker lives."""
    Beat.objects.update_or_create(worker=worker, defaults={"at": now or timezone.now()})


def forget(worker: str) -> None:
    """Say that a worker has ended: what it leaves behind may be taken up at once."""
    Beat.objects.filter(worker=worker).delete()


def revive(now: datetime | None = None) -> int:
    """Put the tasks of silent workers back into the queue; how many there were."""
    oldest = (now or timezone.now()) - SILENCE
    Beat.objects.filter(at__lt=oldest).delete()
    living = set(Beat.objects.values_list("worker", flat=True))
    count = 0
    for pk, workers in DBTaskResult.objects.running().values_list("pk", "worker_ids"):
        if not workers or workers[-1] not in living:
            # The status is asked for again in the update: the task may just have ended.
            count += DBTaskResult.objects.filter(
                pk=pk, status=TaskResultStatus.RUNNING, worker_ids=workers
            ).update(status=TaskResultStatus.READY, started_at=None)
    return count
