"""What happens in the demo's year beside filling in: a comment, an adjustment, more time, evaluators."""

from datetime import timedelta

from jixiao.web.actions import carry_out
from jixiao.web.cycles.actions.add_comment import AddComment
from jixiao.web.cycles.actions.adjust_targets import AdjustTargets
from jixiao.web.cycles.actions.assign_evaluator import AssignEvaluator
from jixiao.web.cycles.actions.dispatch_tasks import DispatchTasks
from jixiao.web.cycles.actions.extend_deadline import ExtendDeadline
from jixiao.web.cycles.actions.save_stage import SaveStage
from jixiao.web.cycles.actions.submit_task import SubmitTask
from jixiao.web.cycles.models import Cycle, Stage, StageKind, SubjectKind, Task, TaskState
from jixiao.web.demo.route import holder, passed
from jixiao.web.filings.reviewing import review
from jixiao.web.filings.rows import Form
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role

ASSIGNED = 4
"""Forms that the evaluator has, at most."""


def happen(cycle: Cycle) -> None:
    """Some of each, by the people who would do it."""
    officer = User.objects.get(username="jixiao")
    tasks = Task.objects.filter(stage__cycle=cycle).select_related("stage__cycle", "organisation", "project")
    own = tasks.filter(stage__kind=StageKind.SELF_EVALUATION, stage__subject=SubjectKind.PROJECT)
    returned = own.filter(state=TaskState.RETURNED, project__indicators__isnull=False).first()
    if returned and (row := returned.project.indicators.first()):
        lead = holder(Role.DEPARTMENT_LEAD, returned.organisation)
        carry_out(AddComment(returned, f"indicators.{row.code}.reason", "请写明没有完成的原因。"), lead)
    draft = own.filter(state=TaskState.DRAFT).first()
    if draft:
        later = draft.deadline + timedelta(days=15)
        carry_out(ExtendDeadline(draft, later, "经办人换岗，资料尚在移交。"), officer)
    if scored := own.exclude(score=None).order_by("pk").first():
        _checked_again(cycle, scored, officer)


def adjust(cycle: Cycle) -> None:
    """Some targets are adjusted during the year, before anybody evaluates by them."""
    tasks = Task.objects.filter(stage__cycle=cycle).select_related("stage__cycle", "organisation", "project")
    set_earlier = tasks.filter(stage__kind=StageKind.TARGETS, stage__subject=SubjectKind.PROJECT)
    targets = set_earlier.filter(state=TaskState.FINAL).order_by("pk")
    complete = next((one for one in targets if _complete(one)), None)
    if complete:
        _adjusted(complete)


def _checked_again(cycle: Cycle, scored: Task, officer: User) -> None:
    """Self-evaluations of a department that an evaluator looks at again."""
    stage = Stage(
        cycle=cycle, kind=StageKind.RECHECK, subject=SubjectKind.PROJECT, name="项目自评复核",
        opens=scored.stage.opens, deadline=scored.stage.deadline + timedelta(days=60),
        nodes=[Role.PERFORMANCE_OFFICER.value], position=cycle.stages.count(),
    )  # fmt: skip
    carry_out(SaveStage(stage), officer)
    sent = carry_out(DispatchTasks(stage, (scored.organisation,)), officer)
    evaluator = User.objects.get(username="pingjia")
    carry_out(AssignEvaluator(stage, tuple(one.pk for one in sent[:ASSIGNED]), evaluator), officer)


def _complete(task: Task) -> bool:
    """Whether the form could be handed in: what was published of some has gaps."""
    form = Form.of(task)
    return form is not None and not review(form).errors


def _adjusted(task: Task) -> None:
    """Targets that were changed once: two versions to compare."""
    clerk, goal = holder(Role.UNIT_CLERK, task.organisation), task.project.annual_goal
    carry_out(AdjustTargets(task, "年中调减预算，目标相应调整。"), clerk)
    task.project.annual_goal = f"{goal}（年中调减预算后，以调整后的数量为准。）"
    task.project.save()
    passed(carry_out(SubmitTask(task, confirmed=True), clerk), words="同意调整。")
