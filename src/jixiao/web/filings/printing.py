"""What the printed form of a task is made from, and what it would lack: told before anybody approves it."""

from functools import cache
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from jixiao.web.actions import Refused
from jixiao.web.cycles.models import StageKind
from jixiao.web.filings.kinds import kind_of
from jixiao.web.filings.subjects import dossier_for

if TYPE_CHECKING:
    from jixiao.core.dossier import Dossier
    from jixiao.pipeline.reporting import Office
    from jixiao.web.cycles.models import Task


@cache
def office() -> "Office":
    """The writer of forms: rulebooks and layouts are read once in a process."""
    from jixiao.pipeline.reporting import Office  # what writes takes long to load

    return Office()


def dossier_to_print(task: "Task") -> "Dossier":
    """The facts of the form; of monitoring no month after that of the form, which prints the latest.

    Raises:
        DossierError: the facts do not fit together; every fault.
        Refused: nothing was entered for the month that the form is about.
    """
    found = dossier_for(task)
    month = task.stage.through_month
    if task.stage.kind != StageKind.MONITORING or not task.project_id or month is None or not found.projects:
        return found
    (project,) = found.projects
    periods = tuple(one for one in project.monitoring if one.through_month <= month)
    if not any(one.through_month == month for one in periods):
        raise Refused(_("这份监控表还没有填截至 %(month)s 月的数，没有可打印的内容。") % {"month": month})
    return found.model_copy(update={"projects": (project.model_copy(update={"monitoring": periods}),)})


def lacking(task: "Task") -> tuple[str, ...]:
    """Why the form would be printed as a draft, as far as it is told without writing it, in Chinese."""
    from jixiao.pipeline.reporting import FAULTS

    kind = kind_of(task)
    if kind is None:
        return ()
    code = task.project.code if task.project else None
    try:
        return office().lacking(dossier_to_print(task), kind, code)
    except Refused as refused:
        return tuple(refused.messages)
    except FAULTS:  # printing tells them, and so does the form itself
        return ()
