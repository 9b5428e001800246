"""A form that is to be final needs sound reports; one that was saved: its department's reports follow it."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from jixiao.web.cycles.models import Task
from jixiao.web.cycles.signals import Objection, finalising, foreseeing


@receiver(finalising, sender=Task, dispatch_uid="reports.gate")
def final(sender: type, task: Task, **_: object) -> None:
    """Keep it open while its reports contradict themselves."""
    from jixiao.web.reports.self_checking import gate  # as below

    gate(task)


@receiver(foreseeing, sender=Task, dispatch_uid="reports.foresee")
def foreseen(sender: type, tasks: list[Task], **_: object) -> dict[int, Objection]:
    """What the gate would say."""
    from jixiao.web.reports.foreseeing import objections  # as below

    return objections(tasks)


@receiver(post_save, sender=Task, dispatch_uid="reports.freeze")
def saved(sender: type, instance: Task, *, created: bool, **_: object) -> None:
    """Freeze or lift, in the transaction of the write."""
    if not created:
        # Not when the site starts: it brings the writing of reports.
        from jixiao.web.reports.freezing import settle

        settle(instance)
