"""Which printed form of the rulebook belongs to a stage and subject."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from jixiao.web.cycles.models import Task

KINDS: Final = {
    ("targets", "project"): "project_target",
    ("targets", "department"): "department_target",
    ("monitoring", "project"): "monitoring",
    ("self_evaluation", "project"): "project_self_evaluation",
    ("self_evaluation", "department"): "department_self_evaluation",
    ("ex_ante", "project"): "ex_ante",
}


def kind_of(task: "Task") -> str | None:
    """The kind of the task's form; None at a stage that has none."""
    return KINDS.get((task.stage.kind, task.stage.subject))
