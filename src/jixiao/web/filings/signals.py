"""Files not reviewed keep a form open; a project follows a judgement that became final or opened again."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from jixiao.web.actions import Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.signals import Objection, finalising, foreseeing


@receiver(post_save, sender=Task, dispatch_uid="filings.settle")
def saved(sender: type, instance: Task, *, created: bool, **_: object) -> None:
    """In the transaction of the write."""
    from jixiao.web.filings.assessments.results import settle

    if not created:
        settle(instance, final=instance.state == TaskState.FINAL)


@receiver(finalising, sender=Task, dispatch_uid="filings.secrecy")
def final(sender: type, task: Task, **_: object) -> None:
    """Keep it open while a file waits for its secrecy review, or was refused."""
    from jixiao.web.filings.secrecy_gate import open_files

    if words := open_files([task]).get(task.pk):
        raise Refused(words)


@receiver(foreseeing, sender=Task, dispatch_uid="filings.foresee_secrecy")
def foreseen(sender: type, tasks: list[Task], **_: object) -> dict[int, Objection]:
    """What `final` would say."""
    from jixiao.web.filings.secrecy_gate import open_files

    return {number: Objection("".join(words)) for number, words in open_files(tasks).items()}
