"""The reviewers of the demo's forms, in turn: everybody whom the list of accounts calls a reviewer."""

from typing import Final

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.approve_task import ApproveTask
from jixiao.web.cycles.models import Task
from jixiao.web.organisations.models import Organisation
from jixiao.web.people.models import User
from jixiao.web.people.roles import BUREAU, Role

ROUTE: Final = (Role.UNIT_REVIEWER, Role.DEPARTMENT_LEAD, Role.LINE_OFFICER, Role.PERFORMANCE_OFFICER)


def holder(role: str, body: Organisation) -> User:
    """Who has the role at the body; of the officers, who all belong to the bureau, the first."""
    found = User.objects.filter(memberships__role=role).order_by("pk")
    if role not in BUREAU:
        found = found.filter(memberships__organisation=body)
    return found[0]


def passed(task: Task, until: str | None = None, words: str = "同意。") -> Task:
    """The form after each reviewer agreed, up to the one with the role ``until``; final without one."""
    while (role := task.reviewer) is not None and role != until:
        said = words if role == ROUTE[-1] else ""
        task = carry_out(ApproveTask(task, said), holder(role, task.organisation))
    return task
