"""Who reads reports: whoever works on forms or reviews them, within their bodies."""

from jixiao.web.cycles.models import Task, TaskState
from jixiao.web.cycles.permissions import OPENS, REVIEWS, may_review
from jixiao.web.people.models import User
from jixiao.web.people.permissions import holds
from jixiao.web.people.roles import BUSINESS

READS = holds(*BUSINESS)
WAIVES = REVIEWS
"""At the door and for the body; `may_waive` decides about the form."""


def may_waive(user: User, task: Task) -> bool:
    """Whether the person answers for errors of the self-check: the reviewer whose turn it is.

    Where nobody reviews, the performance officer does before the form is handed in.
    """
    if task.stage.nodes:
        return may_review(user, task)
    return task.state in {TaskState.DRAFT, TaskState.RETURNED} and OPENS.test(user, task.organisation)
