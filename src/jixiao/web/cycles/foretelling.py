"""Which of many forms their reviewer could approve now, told before the click."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from jixiao.web.actions import Refused
from jixiao.web.cycles.four_eyes import handed_in_by, own_form
from jixiao.web.cycles.models import Task
from jixiao.web.cycles.moving import begun
from jixiao.web.cycles.signals import Objection, foreseeing
from jixiao.web.people.models import User


@dataclass(frozen=True, slots=True)
class Candidate:
    """A form under review; ``reasons`` why it would be refused now, ``notes`` what is looked at only then."""

    task: Task
    reasons: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def may_pass(self) -> bool:
        """Whether nothing known speaks against it."""
        return not self.reasons


def candidates(tasks: Iterable[Task], user: User) -> list[Candidate]:
    """These forms, each with what `ApproveTask` would tell the person; as many queries for many as for one.

    The forms come with their stage, its cycle, body and project, and wait for the person.
    """
    asked = list(tasks)
    by = handed_in_by(asked)
    said = _objections([task for task in asked if task.node + 1 >= len(task.stage.nodes)])
    return [
        Candidate(
            task,
            (
                *_not_begun(task),
                *([own_form()] if by.get(task.pk) == user.pk else []),
                *(one.words for one in said[task.pk] if one.certain),
            ),
            tuple(one.words for one in said[task.pk] if not one.certain),
        )
        for task in asked
    ]


def _not_begun(task: Task) -> list[str]:
    try:
        begun(task)
    except Refused as refused:
        return list(refused.messages)
    return []


def _objections(last: list[Task]) -> dict[int, list[Objection]]:
    found: dict[int, list[Objection]] = defaultdict(list)
    if last:
        for _, answer in foreseeing.send(Task, tasks=last):
            for number, objection in answer.items():
                found[number].append(objection)
    return found
