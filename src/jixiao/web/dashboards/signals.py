"""A form that was handed in is scored for the lists."""

from django.db.models.signals import post_save
from django.dispatch import receiver

from jixiao.web.cycles.models import StageKind, Version
from jixiao.web.dashboards.tasks import score_form


@receiver(post_save, sender=Version, dispatch_uid="dashboards.score")
def handed_in(sender: type, instance: Version, *, created: bool, **_: object) -> None:
    """Queue it, in the transaction of the hand-in."""
    if created and instance.task.stage.kind == StageKind.SELF_EVALUATION:
        score_form.enqueue(instance.task_id)
