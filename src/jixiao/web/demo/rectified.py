"""Demands for rectification in the demo, by the people who would act; the words are invented."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from jixiao.web.actions import carry_out
from jixiao.web.cycles.models import Cycle, StageKind, Task
from jixiao.web.demo.route import holder
from jixiao.web.people.models import User
from jixiao.web.people.roles import Role
from jixiao.web.rectifications.actions.accept_result import AcceptResult
from jixiao.web.rectifications.actions.issue_demand import IssueDemand
from jixiao.web.rectifications.actions.return_result import ReturnResult
from jixiao.web.rectifications.actions.submit_result import SubmitResult
from jixiao.web.rectifications.models import SOURCE_OF, Demand, Source, State

TERM: Final = 15


@dataclass(frozen=True, slots=True)
class Case:
    """A demand and how far it got; ``overdue`` by so many days, 0 for none."""

    stage: str
    problem: str
    requirement: str
    responsible: str
    end: State
    measures: str = ""
    result: str = ""
    said: str = ""
    overdue: int = 0


CASES: Final = (
    Case(
        StageKind.MONITORING, "截至 6 月底预算执行明显落后于序时进度。",
        "分析执行偏慢的原因，提出加快支出的措施；确实用不完的，提出调剂意见。", "财务股负责人", State.OPEN,
        overdue=4,
    ),
    Case(
        StageKind.SELF_EVALUATION, "部分指标只写“已完成”，没有写明实际完成的数量。",
        "逐项补充实际完成值，并附数据来源。", "项目负责人", State.PENDING,
        "核对台账，按月统计各项指标的实际完成数。", "已逐项补充完成值，统计表随整改情况报送。",
    ),
    Case(
        StageKind.SELF_EVALUATION, "满意度指标没有问卷或访谈记录支撑。",
        "补做满意度调查，报送问卷样本量和统计结果。", "项目负责人", State.RETURNED,
        "向服务对象发放问卷。", "已发放问卷，正在回收。", "问卷还没有收齐，请在统计完成后重新报送结果。",
    ),
    Case(
        StageKind.MONITORING, "项目资金支付依据不完整，缺少验收单。", "补齐验收单，完善支付审核流程。",
        "财务股负责人", State.CLOSED, "清理上半年支付凭证，逐笔核对验收单。",
        "缺少的验收单已全部补齐，已修订支付审核流程。",
        "资料齐全，同意销号。",
    ),
)  # fmt: skip


def rectified(cycle: Cycle) -> None:
    """A few demands about forms of the leading department, and one to another that follows from an audit."""
    officer = User.objects.get(username="jixiao")
    body = User.objects.get(username="jingban").organisation
    tasks = Task.objects.filter(stage__cycle=cycle, organisation=body, project__isnull=False)
    tasks = tasks.select_related("stage__cycle", "organisation", "project").order_by("pk")
    for number, case in enumerate(CASES):
        found = list(tasks.filter(stage__kind=case.stage))
        _happened(case, found[number % len(found)], officer)
    audit = Demand(
        organisation=User.objects.get(username="jingban2").organisation, fiscal_year=cycle.fiscal_year,
        source=Source.AUDIT, basis="年度部门预算执行审计报告", problem="内部控制制度没有覆盖绩效管理环节。",
        requirement="修订内部控制制度，明确绩效目标、监控、自评的岗位和流程。",
        responsible="单位主要负责人",
    )  # fmt: skip
    carry_out(IssueDemand(audit, TERM), officer)


def _happened(case: Case, task: Task, officer: User) -> None:
    """The demand, as far as it got."""
    made = Demand(
        organisation=task.organisation, task=task, fiscal_year=task.stage.cycle.fiscal_year,
        source=SOURCE_OF.get(StageKind(task.stage.kind), Source.REVIEW), problem=case.problem,
        requirement=case.requirement, responsible=case.responsible,
    )  # fmt: skip
    demand = carry_out(IssueDemand(made, TERM), officer)
    if case.overdue:
        demand.deadline = timezone.localdate() - timedelta(days=case.overdue)
        demand.save()
    if case.end == State.OPEN:
        return
    clerk = holder(Role.UNIT_CLERK, task.organisation)
    sent = carry_out(SubmitResult(demand, case.measures, case.result, demand.revision), clerk)
    if case.end == State.RETURNED:
        carry_out(ReturnResult(sent, case.said, sent.revision), officer)
    elif case.end == State.CLOSED:
        carry_out(AcceptResult(sent, case.said, sent.revision), officer)
