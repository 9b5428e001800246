"""Who may move a form."""

from rules import Predicate

from jixiao.web.cycles.models import BY_EVALUATORS, Assignment, CycleState, Task, TaskState
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import ADMINISTRATORS, BUREAU, EVERYONE, FILING, Role


def _evaluates(user: User, body: Organisation | None = None) -> bool:
    if not user.is_authenticated or not user.is_active or not user.holds({Role.EVALUATOR}):
        return False
    return body is None or Assignment.objects.in_force(user).filter(task__organisation=body).exists()


evaluates = Predicate(_evaluates, name="evaluator")
"""Evaluators; of a body, those to whom one of its forms is assigned."""
OPENS = holds(Role.PERFORMANCE_OFFICER)
FILLS = holds(Role.UNIT_CLERK) | evaluates
"""At the door and for the body; `may_fill` decides about the form."""
REVIEWS = holds(*(FILING | BUREAU) - {Role.UNIT_CLERK})
READS = holds(*EVERYONE - ADMINISTRATORS)
SEES_YEARS = holds(*EVERYONE - ADMINISTRATORS - {Role.EVALUATOR})


def may_review(user: User, task: Task) -> bool:
    """Whether it is the person's turn to review the form."""
    role = task.reviewer
    return role is not None and user.holds({role}, task.organisation)


def may_fill(user: User, task: Task) -> bool:
    """Whether the form is the person's to fill in: the clerk's of the body, or the assigned evaluator's."""
    if task.stage.kind not in BY_EVALUATORS:
        return user.holds({Role.UNIT_CLERK}, task.organisation)
    return user.holds({Role.EVALUATOR}) and Assignment.objects.in_force(user).filter(task=task).exists()


def in_hand(user: User, task: Task) -> bool:
    """Whether the person may fill the form in now: it is theirs, in their hand, and its year is open."""
    mine = task.state in {TaskState.DRAFT, TaskState.RETURNED} and may_fill(user, task)
    return mine and task.stage.cycle.state == CycleState.OPEN
