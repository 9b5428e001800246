"""The files that prove a self-evaluation, for whoever re-checks or evaluates the same thing."""

from typing import TYPE_CHECKING

from jixiao.web.cycles.models import BY_EVALUATORS, StageKind, TaskState
from jixiao.web.filings.evidence import Evidence, SecrecyState

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task
    from jixiao.web.filings.evidence import OfForm


def judged_files(task: "Task") -> "OfForm":
    """Those of the final self-evaluation in the form's year; none for a form that judges nothing.

    Whoever sees the form may read them: an evaluator sees no other form of the body. Only files that passed
    the secrecy review reach people from outside.
    """
    if task.stage.kind not in BY_EVALUATORS:
        return Evidence.objects.none()
    return (
        Evidence.objects.standing()
        .filter(
            secrecy=SecrecyState.PASSED,
            task__stage__kind=StageKind.SELF_EVALUATION,
            task__stage__cycle=task.stage.cycle_id,
            task__state=TaskState.FINAL,
            task__organisation=task.organisation_id,
            task__project=task.project_id,
        )
        .select_related("indicator", "task__stage")
    )
