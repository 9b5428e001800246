"""A form that is to be final needs sound reports; one that was saved: its department's reports follow it."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from jixiao.web.cycles.models import Task
from jixiao.web.cycles.signals import finalising


@receiver(finalising, sender=Task, dispatch_uid="reports.gate")
def final(sender: type, task: Task, **_: object) -> None:
    """Keep it open while its reports contradict themselves."""
    from jixiao.web.reports.self_checking import gate  # as below

    gate(task)


@receiver(post_save, sender=Task, dispatch_uid="reports.freeze")
def saved(sender: type, instance: Task, *, created: bool, **_: object) -> None:
    """Freeze or lift, in the transaction of the write."""
    if not created:
        # Not when the site starts: it brings the writing of reports.
        from jixiao.web.reports.freezing import settle

        settle(instance)
