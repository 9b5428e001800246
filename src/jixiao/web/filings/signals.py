"""A form of evaluators that became final, or was opened again: its project follows it."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from jixiao.web.cycles.models import Task, TaskState


@receiver(post_save, sender=Task, dispatch_uid="filings.settle")
def saved(sender: type, instance: Task, *, created: bool, **_: object) -> None:
    """In the transaction of the write."""
    from jixiao.web.filings.assessments.results import settle

    if not created:
        settle(instance, final=instance.state == TaskState.FINAL)
