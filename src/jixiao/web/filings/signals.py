"""Files not reviewed keep a form open; a project follows a judgement that became final or opened again."""

from django.db.models.signals import post_save
from django.dispatch import receiver
from django.utils.translation import gettext

from jixiao.web.actions import Refused
from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.signals import Objection, finalising, foreseeing
from jixiao.web.filings.kinds import kind_of


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


@receiver(foreseeing, sender=Task, dispatch_uid="filings.foresee_draft")
def draft_foreseen(sender: type, tasks: list[Task], **_: object) -> dict[int, Objection]:
    """What the printed form would be a draft for want of: no bar; the form's page tells the rest."""
    from jixiao.web.filings.blanks import blanks

    said = gettext("没有填写：%(blanks)s。终审后打印出来可能仍是草稿；还缺什么，打开这份表看。")
    printed = [task for task in tasks if kind_of(task) is not None and task.project is not None]
    return {
        number: Objection(said % {"blanks": "、".join(names)}, certain=False)
        for number, names in blanks(printed).items()
    }
