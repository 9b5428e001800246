"""Who reads reports and has them written: whoever works on forms or reviews them, within their bodies."""

from django.db.models import Q

from jixiao.web.cycles.models import Move, Task, TaskState
from jixiao.web.cycles.permissions import OPENS, REVIEWS, may_review
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUREAU, BUSINESS, FILING, Role
from jixiao.web.reports.models import Paper

READS = holds(*BUSINESS)
SEES_DEPARTMENTS = holds(*(BUSINESS - {Role.EVALUATOR}))
"""Finds departments in the list of reports; an evaluator has forms only, and none of them."""
WRITES = holds(*FILING, *BUREAU)
"""Has lists, drafts, files and self-checks made; an auditor and an evaluator read what is there."""
WAIVES = REVIEWS
"""At the door and for the body; `may_waive` decides about the form."""
REVIEWS_SECRECY = holds(Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD, *BUREAU)
"""As for files that are uploaded; `may_review_secrecy` decides about the report."""
PUBLISHES = holds(Role.DEPARTMENT_LEAD)
"""Each department publishes its own, and its lead signs for it."""


def may_review_secrecy(user: User, paper: Paper) -> bool:
    """Whether the person sees the report with fresh eyes: neither handed its form in nor made it final."""
    own = Move.objects.filter(task=paper.task_id, by=user).filter(Q(verb="submit") | Q(after=TaskState.FINAL))
    return REVIEWS_SECRECY.test(user, paper.year.organisation) and not own.exists()


def may_waive(user: User, task: Task) -> bool:
    """Whether the person answers for errors of the self-check: the reviewer whose turn it is.

    Where nobody reviews, the performance officer does before the form is handed in.
    """
    if task.stage.nodes:
        return may_review(user, task)
    return task.state in {TaskState.DRAFT, TaskState.RETURNED} and OPENS.test(user, task.organisation)
