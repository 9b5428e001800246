"""The moves that a person may make with a form now, and what bars them: for its page and for programs."""

from jixiao.web.actions import why_refused
from jixiao.web.cycles.four_eyes import handed_in_by, own_form
from jixiao.web.cycles.models import StageKind, Task, TaskState
from jixiao.web.cycles.moving import begun, not_evaluated
from jixiao.web.cycles.permissions import OPENS, may_fill, may_review
from jixiao.web.people.models import User


def moves(user: User, task: Task) -> set[str]:
    """The moves that the person may make with the form now; `barred` tells what bars approval."""
    found: set[str] = set()
    if task.state == TaskState.DRAFT and OPENS.test(user, task.organisation):
        found.add("recall")
    if resting(task):
        return found
    fills = may_fill(user, task)
    if task.state in {TaskState.DRAFT, TaskState.RETURNED} and fills:
        found.add("submit")
    if task.state == TaskState.PENDING and task.node == 0 and fills:
        found.add("withdraw")
    if may_review(user, task):
        found |= {"approve", "return"}
    if task.state != TaskState.FINAL and OPENS.test(user, task.organisation):
        found.add("extend")
    targets = task.state == TaskState.FINAL and task.stage.kind == StageKind.TARGETS
    if targets and fills and not why_refused(not_evaluated, task):
        found.add("adjust")
    if task.state == TaskState.FINAL and OPENS.test(user, task.organisation):
        found.add("cancel_final")
    return found


def resting(task: Task) -> str:
    """Why nobody can make a move with the form now: its year is not open, or its stage has not begun."""
    return why_refused(begun, task)


def barred(user: User, task: Task) -> str:
    """Why a person whose turn it is may not approve the form; empty where nothing bars it."""
    return own_form() if handed_in_by([task]).get(task.pk) == user.pk else ""
