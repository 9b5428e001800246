"""Cycles, stages, tasks and what happened to them: one idea a module, all of them importable from here."""

from jixiao.web.cycles.models.assignments import Assignment, Assignments
from jixiao.web.cycles.models.handlings import Handling
from jixiao.web.cycles.models.history import VERBS, Comment, Move, Version
from jixiao.web.cycles.models.holidays import DayKind, Holiday
from jixiao.web.cycles.models.scoping import OfJurisdiction, Scoped, Tasks, seen
from jixiao.web.cycles.models.states import (
    BY_EVALUATORS,
    CycleState,
    StageKind,
    SubjectKind,
    TaskState,
)
from jixiao.web.cycles.models.tallies import Tally
from jixiao.web.cycles.models.tasks import Task
from jixiao.web.cycles.models.years import Cycle, Stage

__all__ = [
    "BY_EVALUATORS", "VERBS", "Assignment", "Assignments", "Comment", "Cycle", "CycleState", "DayKind",
    "Handling", "Holiday", "Move", "OfJurisdiction", "Scoped", "Stage", "StageKind", "SubjectKind", "Tally",
    "Task", "TaskState", "Tasks", "Version", "seen",
]  # fmt: skip
